package com.kaizencast.publish;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in the published folders that nobody needs: of runs that were killed, and what has been
 * retired long enough. The ledger is written before the feed, so what it does not name no feed has
 * named since. Only names that this program gives are looked at.
 */
public final class Leftovers {

  private static final String EPISODE =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+\\.[0-9a-f]{8}\\.[a-z0-9.]+";

  private static final Pattern OURS =
      Pattern.compile(
          "(audio|feed/episodes)/"
              + EPISODE
              + "|feed/cover\\.[0-9a-f]{8}\\.[a-z]+|(audio|feed|feed/episodes)/\\..+\\.part");

  private static final Pattern PAGE = Pattern.compile("feed/feed-([0-9]{1,6})\\.xml");

  private Leftovers() {}

  /** Their paths under the home folder, in order. */
  public static List<String> find(Home home, Ledger ledger) throws IOException {
    Set<String> needed =
        ledger.entries().stream().flatMap(e -> e.item().paths().stream()).collect(toSet());
    ledger.retired().forEach(file -> needed.add(file.path()));
    if (ledger.cover() != null) {
      needed.add(ledger.cover().path());
    }
    Ledger.Feed feed = ledger.feed();
    List<String> found = new ArrayList<>();
    for (Path folder : List.of(home.audio(), home.feed(), home.feed().resolve("episodes"))) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String path = home.root().relativize(file).toString().replace('\\', '/');
          Matcher page = PAGE.matcher(path);
          boolean isOld =
              page.matches() && feed != null && Integer.parseInt(page.group(1)) > feed.pages();
          if (isOld || (OURS.matcher(path).matches() && !needed.contains(path))) {
            found.add(path);
          }
        }
      }
    }
    return found;
  }

  /**
   * Deletes them.
   *
   * @param ledger that of the published feed
   */
  public static void delete(Home home, Ledger ledger) throws IOException {
    for (String path : find(home, ledger)) {
      Files.deleteIfExists(home.published(path));
    }
  }
}
