package com.kaizencast.faults;

import com.kaizencast.TestHome;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** A show of very short episodes whose host changes something every day; all by a seed. */
final class ChangingShow {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static final List<String> SENTENCES =
      List.of(
          "Today we look at one small step.",
          "The YAML was wrong, and nobody saw it.",
          "Kubernetes restarts it, which hides the cause.",
          "Write the test first, then the fix.",
          "A queue that grows is a promise that breaks.",
          "Ask why five times, and write the answers down.");

  /** A script that is in the folder. */
  private record Script(int number, LocalDate date, String slug, String state, String body) {
    String file() {
      return "scripts/" + date + "-" + slug + ".md";
    }

    String text() {
      return "---\ntitle: Episode about step "
          + number
          + "\n"
          + switch (state) {
            case "draft" -> "draft: true\n";
            case "broken" -> "sumary: a key that nobody knows\n";
            default -> "";
          }
          + "---\n"
          + body
          + "\n";
    }
  }

  private final TestHome home;
  private final Random random;
  private final Map<Integer, Script> scripts = new TreeMap<>();
  private int last;
  private int lexicon;
  private int show;

  /** Writes the show with this many episodes into the home folder. */
  ChangingShow(TestHome home, long seed, int episodes) throws IOException {
    this.home = home;
    this.random = new Random(seed);
    home.file("scripts/cover.png", picture());
    writeShow();
    for (int i = 0; i < episodes; i++) {
      add(FIRST.plusDays(last));
    }
  }

  int size() {
    return scripts.size();
  }

  /**
   * Changes something.
   *
   * @param today the date of the next run
   * @return what was changed
   */
  String change(LocalDate today) throws IOException {
    Script script = any();
    int kind = random.nextInt(100);
    if (kind < 30) {
      return "edit " + put(with(script, script.state(), body()));
    } else if (kind < 45 || scripts.size() < 10) {
      return "add " + add(today.minusDays(random.nextInt(3)));
    } else if (kind < 50) {
      return "schedule " + add(today.plusDays(1 + random.nextInt(5)));
    } else if (kind < 60) {
      home.delete(script.file());
      return "rename "
          + put(
              new Script(
                  script.number(),
                  script.date(),
                  script.slug() + (char) ('a' + random.nextInt(26)),
                  script.state(),
                  script.body()));
    } else if (kind < 70) {
      home.delete(script.file());
      scripts.remove(script.number());
      return "delete " + script.file();
    } else if (kind < 78) {
      return "draft " + put(with(script, toggled(script, "draft"), script.body()));
    } else if (kind < 86) {
      return "break " + put(with(script, toggled(script, "broken"), script.body()));
    } else if (kind < 92) {
      home.file("scripts/lexicon.yaml", "YAML: {as: \"" + "yam ".repeat(1 + ++lexicon % 3) + "\"}");
      return "lexicon " + lexicon;
    } else {
      writeShow();
      return "show " + show;
    }
  }

  private static Script with(Script script, String state, String body) {
    return new Script(script.number(), script.date(), script.slug(), state, body);
  }

  private static String toggled(Script script, String state) {
    return script.state().equals(state) ? "" : state;
  }

  private Script any() {
    List<Script> all = new ArrayList<>(scripts.values());
    return all.get(random.nextInt(all.size()));
  }

  private String add(LocalDate date) throws IOException {
    last++;
    return put(new Script(last, date, "step-" + last, "", body()));
  }

  private String put(Script script) throws IOException {
    scripts.put(script.number(), script);
    home.file(script.file(), script.text());
    return script.file();
  }

  private String body() {
    return SENTENCES.get(random.nextInt(SENTENCES.size()))
        + (random.nextInt(3) == 0 ? "\n\n## More\n\nThat was it, number " + last + "." : "");
  }

  /** Mostly what the feed alone shows; now and then what every episode's file holds. */
  private void writeShow() throws IOException {
    show++;
    home.file(
        "scripts/show.yaml",
        TestHome.SHOW
                .replace("A show for tests.", "A show for tests, version " + show + ".")
                .replace("author: Ada", "author: Ada " + "B. ".repeat(show / 4 % 2))
            + "cover: cover.png\n");
  }

  /** The smallest cover: with one that is given no pictures of episodes are drawn. */
  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 0, 1400, Color.BLUE));
    graphics.fillRect(0, 0, 1400, 1400);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** The date of a run in the show's zone. */
  static LocalDate date(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
