package com.kaizencast.faults;

import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/**
 * Nights on end: the host changes something every day, and the machine loses or damages something
 * every few days. {@code -Dfaults.nights=N -Dfaults.seed=N}
 */
class SoakIT {

  private static final int NIGHTS = Integer.getInteger("faults.nights", 8);
  private static final long SEED = Long.getLong("faults.seed", 1);

  /** How long files are kept that the feed has stopped naming, and a night more. */
  private static final Duration GRACE = Duration.ofDays(8);

  private static final Pattern KEPT_FOR_THE_HOST =
      Pattern.compile("(?m)^(audio/\\S+):1:1: warning: files of ");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> story = new ArrayList<>();
  private final Map<String, String> dateByGuid = new HashMap<>();
  private final Map<String, String> titleByGuid = new HashMap<>();
  private final Map<String, Instant> unnamedSince = new TreeMap<>();
  private final Map<String, Integer> count = new TreeMap<>();

  private TestHome home;
  private Path root;
  private Path encoder;
  private Instant now = Instant.parse("2024-01-20T03:00:00Z");

  @BeforeEach
  void encoder() throws Exception {
    new OutsideJudge("ffmpeg", "ffmpeg").required();
    root = Files.createDirectory(folder.resolve("home"));
    home = new TestHome(root);
    encoder = folder.resolve("ffmpeg");
    Path fails = folder.resolve("fails");
    Files.writeString(
        encoder,
        """
        #!/bin/sh
        if [ -e %s ] && [ $(($$ %% 3)) = 0 ]; then cat >/dev/null; exit 1; fi
        exec ffmpeg "$@"
        """
            .formatted(fails));
    Files.setPosixFilePermissions(encoder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void everyNightEndsWithAWholeFeed() throws Exception {
    ChangingShow show = new ChangingShow(home, SEED, 8);
    long largest = 0;
    for (int night = 1; night <= NIGHTS; night++) {
      now = now.plus(Duration.ofHours(random.nextInt(20) == 0 ? -30 : 24));
      home.at(now.toString());
      story.clear();
      story.add("night " + night + " " + now);
      for (int i = random.nextInt(3); i > 0; i--) {
        story.add(show.change(ChangingShow.date(now)));
      }
      if (random.nextInt(3) == 0) {
        story.add(fault());
      }
      boolean encoderFails = random.nextInt(12) == 0;
      if (encoderFails) {
        Files.createFile(folder.resolve("fails"));
      }
      Result result = home.run("--ffmpeg", encoder.toString());
      Files.deleteIfExists(folder.resolve("fails"));
      String as = String.join("\n", story) + "\nsaid: " + result.out() + result.err();
      count.merge("exit code " + result.exitCode(), 1, Integer::sum);
      assertThat(result.exitCode()).as(as).isIn(encoderFails ? List.of(0, 1, 3) : List.of(0, 3));
      assertThat(result.err()).as(as).doesNotContain("\tat ");
      try {
        hold(result);
      } catch (AssertionError e) {
        throw new AssertionError(as + "\n" + e.getMessage(), e);
      }
      largest = Math.max(largest, size(root.resolve(".kaizencast")));
    }
    System.out.printf(
        "%d nights: %s; %d episodes; .kaizencast had at most %d KiB%n",
        NIGHTS, count, dateByGuid.size(), largest / 1024);
  }

  /** Loses or damages something. */
  private String fault() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("audio", "feed")) {
      if (Files.isDirectory(root.resolve(folder))) {
        try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
          tree.filter(Files::isRegularFile)
              .filter(file -> !file.getParent().endsWith("feed"))
              .sorted()
              .forEach(files::add);
        }
      }
    }
    if (files.isEmpty()) {
      return "nothing to damage";
    }
    Path file = files.get(random.nextInt(files.size()));
    String fault =
        switch (random.nextInt(9)) {
          case 0 -> {
            Files.delete(file);
            yield "lost a published file";
          }
          case 1 -> {
            try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
              cut.setLength(cut.length() / 2);
            }
            yield "a published file cut in half";
          }
          case 2 -> losesTheDates(lose("feed/ledger.json"));
          case 3 -> losesTheDates(damage("feed/ledger.json"));
          case 4 -> lose(".kaizencast/jobs.mv.db");
          case 5 -> damage(".kaizencast/jobs.mv.db");
          case 6 -> {
            Outputs.delete(root.resolve(".kaizencast"));
            yield "lost .kaizencast";
          }
          case 7 -> damage(".kaizencast/unchanged");
          default -> lose("feed/feed.xml");
        };
    count.merge(fault, 1, Integer::sum);
    return fault + " (" + root.relativize(file) + ")";
  }

  /**
   * Of files that the feed does not name: without a ledger, and perhaps its copy, they begin anew.
   */
  private String losesTheDates(String fault) {
    if (!Files.exists(root.resolve(".kaizencast/ledger.json"))) {
      unnamedSince.clear();
    }
    return fault;
  }

  private String lose(String file) throws IOException {
    Files.deleteIfExists(root.resolve(file));
    return "lost " + file;
  }

  /** Zeros where text or pages were, as after a power cut. */
  private String damage(String file) throws IOException {
    if (Files.isRegularFile(root.resolve(file))) {
      try (RandomAccessFile open = new RandomAccessFile(root.resolve(file).toFile(), "rw")) {
        int length = (int) open.length();
        open.seek(random.nextInt(2) == 0 ? 0 : length / 2);
        open.write(new byte[length / 3]);
      }
    }
    return "damaged " + file;
  }

  /** What holds after every night. */
  private void hold(Result result) throws Exception {
    int exitCode = result.exitCode();
    if (!Files.exists(root.resolve("feed/feed.xml"))) {
      assertThat(exitCode).as("no feed is left").isEqualTo(1);
      return;
    }
    Set<String> named = new TreeSet<>();
    Set<String> guids = new TreeSet<>();
    for (Element item : home.assertFeedHolds().items()) {
      String guid = text(item, "guid");
      assertThat(guids.add(guid)).as("a second %s", guid).isTrue();
      assertThat(text(item, "pubDate"))
          .as("the date of %s", guid)
          .isEqualTo(dateByGuid.computeIfAbsent(guid, g -> dateOf(item)));
      // Titles name the steps, and those never change hands.
      assertThat(text(item, "title"))
          .as("the episode behind %s", guid)
          .isEqualTo(titleByGuid.computeIfAbsent(guid, g -> text(item, "title")));
      named.add("audio/" + home.audio(item).getFileName());
    }
    Set<String> missing = new TreeSet<>(exitCode == 1 ? Set.of() : dateByGuid.keySet());
    missing.removeAll(guids);
    for (String guid : missing) {
      // Lost, and no script to make it again: the host is told.
      count.merge("nights without an episode that can't be made again", 1, Integer::sum);
      assertThat(result.out() + result.err())
          .as("episodes stay")
          .contains("files of '" + titleByGuid.get(guid) + "' are missing or altered");
    }
    assertThat(new TreeSet<>(titleByGuid.values())).hasSameSizeAs(titleByGuid.keySet());
    Matcher kept = KEPT_FOR_THE_HOST.matcher(result.err());
    while (kept.find()) {
      named.add(kept.group(1));
    }
    orphans(named);
    assertThat(size(root.resolve(".kaizencast/jobs.mv.db"))).isLessThan(4 << 20);
  }

  private static String dateOf(Element item) {
    return text(item, "pubDate");
  }

  /** Audio that the feed does not name goes when its time is over. */
  private void orphans(Set<String> named) throws IOException {
    Set<String> there = new TreeSet<>();
    for (String file : Outputs.of(root).keySet()) {
      if (file.startsWith("audio/") && !named.contains(file)) {
        there.add(file);
      }
    }
    unnamedSince.keySet().retainAll(there);
    for (String file : there) {
      Instant since = unnamedSince.computeIfAbsent(file, f -> now);
      assertThat(Duration.between(since, now)).as("orphan %s", file).isLessThan(GRACE);
    }
  }

  private static long size(Path path) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    long size = 0;
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
