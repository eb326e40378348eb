package com.kaizencast.intelligibility;

import com.kaizencast.ShowCrawl;
import com.kaizencast.ShowCrawl.RealScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** What is read aloud to the recogniser. */
final class Passages {

  /** Those without tables, code blocks and footnotes, whose reading is a matter of taste. */
  private static final List<String> EPISODES =
      List.of(
          "2023-11-24-more-teams-one-product.txt",
          "2024-01-12-negotiation-for-architects.txt",
          "2024-03-01-certificate-pinning-without-lockout.txt",
          "2024-03-29-presenting-architecture-to-executives.txt",
          "2024-04-12-python-web-server-on-kubernetes.txt",
          "2024-01-26-event-driven-with-kafka.md",
          "2024-02-16-incident-reviews-without-blame.md",
          "2024-06-07-slos-people-use.md");

  private Passages() {}

  /**
   * A script to be heard.
   *
   * @param kind what it is counted with
   * @param name of its file
   * @param file the whole of it
   * @param raw without title and settings
   */
  record Passage(String kind, String name, ScriptFile file, String raw) {

    List<String> said() {
      try {
        return Reference.words(raw);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(name + ": " + e.getMessage(), e);
      }
    }
  }

  static List<Passage> all() throws IOException, ScriptException {
    List<Passage> passages = new ArrayList<>(real());
    passages.addAll(ours());
    return passages;
  }

  /** The real scripts; none where they are absent. */
  private static List<Passage> real() throws IOException {
    List<Passage> passages = new ArrayList<>();
    try {
      for (RealScript script : ShowCrawl.scripts()) {
        String name = "2024-01-0" + (passages.size() + 1) + "-real-script.txt";
        passages.add(
            new Passage(
                "real scripts",
                name,
                ScriptFile.of("scripts/" + name, script.text()),
                withoutFirstLine(script.text())));
      }
    } catch (TestAbortedException e) {
      return List.of();
    }
    return passages;
  }

  static List<Passage> ours() throws IOException, ScriptException {
    List<Passage> passages = new ArrayList<>();
    for (String name : EPISODES) {
      Path path = Path.of("scripts", name);
      String text = Files.readString(path);
      boolean plain = name.endsWith(".txt");
      passages.add(
          new Passage(
              plain ? "text episodes" : "Markdown episodes",
              name,
              ScriptFile.read("scripts/" + name, path),
              plain ? withoutFirstLine(text) : withoutFrontMatter(text)));
    }
    return passages;
  }

  private static String withoutFirstLine(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  private static String withoutFrontMatter(String text) {
    return text.substring(text.indexOf("\n---\n") + 5);
  }

  /** The show of this repository, whose host the lexicon and the settings belong to. */
  static Show show() throws ScriptException, IOException {
    return ShowReader.read(Path.of(""));
  }
}
