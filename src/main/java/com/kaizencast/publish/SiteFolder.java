package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the show's page as they lie under {@code feed/}. What it does not know as its own it
 * neither overwrites nor deletes.
 */
public final class SiteFolder {

  private static final String FEED = "feed";
  private static final String EPISODES = "feed/episodes";

  /** Names of files that a page may be made of; other files of {@code feed/} never look so. */
  private static final Pattern NAME =
      Pattern.compile(
          "feed/((index|page-[0-9]+)\\.html|sitemap\\.xml|search\\.json"
              + "|(site|icon|subscribe)\\.[0-9a-f]{8}\\.(css|js|svg))"
              + "|feed/episodes/[a-z0-9-]+\\.html");

  /** What every page that is ours has near its top. */
  private static final String MARK = "<meta name=\"generator\" content=\"Kaizencast";

  private static final int TOP_BYTES = 2048;

  private final Home home;

  public SiteFolder(Home home) {
    this.home = home;
  }

  /** Whether writing these would change anything. */
  public boolean wouldChange(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = home.published(file.getKey());
      if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        if (isOurs(file.getKey())) {
          return true;
        }
      }
    }
    return !obsolete(files.keySet()).isEmpty();
  }

  /**
   * Writes what is new, in the order of the map.
   *
   * @param files bytes by path under the home folder
   * @return paths at which there is a file of somebody else, which stays
   */
  public List<String> write(Map<String, byte[]> files) throws IOException {
    List<String> foreign = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (isOurs(file.getKey())) {
        Files.createDirectories(home.published(file.getKey()).getParent());
        AtomicFile.write(home.published(file.getKey()), file.getValue());
      } else {
        foreign.add(file.getKey());
      }
    }
    return foreign;
  }

  /** Deletes the files of pages that are not among these any more. */
  public void keepOnly(Set<String> paths) throws IOException {
    for (String path : obsolete(paths)) {
      Files.deleteIfExists(home.published(path));
    }
  }

  private List<String> obsolete(Set<String> paths) throws IOException {
    List<String> obsolete = new ArrayList<>();
    for (String folder : List.of(FEED, EPISODES)) {
      if (!Files.isDirectory(home.published(folder))) {
        continue;
      }
      try (Stream<Path> files = Files.list(home.published(folder))) {
        for (Path file : files.sorted().toList()) {
          String path = folder + "/" + file.getFileName();
          if (NAME.matcher(path).matches() && !paths.contains(path) && isOurs(path)) {
            obsolete.add(path);
          }
        }
      }
    }
    return obsolete;
  }

  /** Whether a file is not there, or bears our mark if it is a page. */
  private boolean isOurs(String path) throws IOException {
    Path file = home.published(path);
    if (!path.endsWith(".html") || !Files.isRegularFile(file)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(TOP_BYTES), ISO_8859_1).contains(MARK);
    }
  }
}
