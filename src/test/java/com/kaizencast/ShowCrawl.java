package com.kaizencast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The three real episode scripts of the show, cut out of the text crawl of its site. */
public final class ShowCrawl {

  private static final Path CRAWL = Path.of("../shared/show/site-crawl.txt");

  private ShowCrawl() {}

  /** A script: its title is its first line. */
  public record RealScript(String title, String text) {}

  public static Path path() {
    return CRAWL;
  }

  public static boolean isThere() {
    return Files.isReadable(CRAWL);
  }

  /**
   * The scripts in the order of the crawl: a line of title, then from the greeting to the sign-off.
   * Skips the calling test where the crawl is absent.
   */
  public static List<RealScript> scripts() throws IOException {
    assumeTrue(isThere(), "the crawl of the show's site is absent: " + CRAWL);
    List<String> lines = Files.readAllLines(CRAWL);
    List<RealScript> scripts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("Welcome ")) {
        continue;
      }
      String title = lines.get(i - 2);
      int end = i;
      while (!(lines.get(end).contains("Victor Leung") && end > i)) {
        end++;
      }
      scripts.add(
          new RealScript(
              title, title + "\n\n" + String.join("\n", lines.subList(i, end + 1)) + "\n"));
      i = end;
    }
    return scripts;
  }
}
