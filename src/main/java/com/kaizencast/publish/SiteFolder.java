package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

  /** A line of the record: identity, a tab, size in bytes, a tab, path. */
  private static final int FIELDS = 3;

  private final Home home;
  private final boolean byDigest;
  private final Map<String, String> record = new LinkedHashMap<>();

  /**
   * A page that is to lie there.
   *
   * @param identity says all that the bytes are made of: with the same one they are the same; empty
   *     if that is not to be relied on
   * @param bytes makes them; what it can't read it throws as an {@link UncheckedIOException}
   */
  public record Page(String identity, Supplier<byte[]> bytes) {

    byte[] made() throws IOException {
      try {
        return bytes.get();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /**
   * Opens the folder. What was written of which identity and in which size is on record, so that
   * such a page needs not be made to see that it is up to date.
   *
   * @param byDigest whether that does not count and every page is compared
   */
  public SiteFolder(Home home, boolean byDigest) throws IOException {
    this.home = home;
    this.byDigest = byDigest;
    try {
      for (String line : Files.readAllLines(recordFile(), UTF_8)) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length == FIELDS) {
          record.put(fields[2], fields[0] + "\t" + fields[1]);
        }
      }
    } catch (NoSuchFileException | CharacterCodingException e) {
      // Then every page is compared.
    }
  }

  /** Whether writing these would change anything. */
  public boolean wouldChange(Map<String, Page> pages) throws IOException {
    for (Map.Entry<String, Page> page : pages.entrySet()) {
      Path path = home.published(page.getKey());
      if (!isCurrent(page.getKey(), page.getValue())
          && !(Files.isRegularFile(path)
              && Arrays.equals(Files.readAllBytes(path), page.getValue().made()))
          && isOurs(page.getKey())) {
        return true;
      }
    }
    return !obsolete(pages.keySet()).isEmpty();
  }

  /**
   * Writes what is new, in the order of the map.
   *
   * @param pages by path under the home folder
   * @return paths at which there is a file of somebody else, which stays
   */
  public List<String> write(Map<String, Page> pages) throws IOException {
    Map<String, Page> stale = new LinkedHashMap<>();
    for (Map.Entry<String, Page> page : pages.entrySet()) {
      if (!isCurrent(page.getKey(), page.getValue())) {
        stale.put(page.getKey(), page.getValue());
      }
    }
    // A run that is killed leaves no page that is not what the record says.
    if (record.keySet().removeAll(stale.keySet())) {
      writeRecord();
    }
    List<String> foreign = new ArrayList<>();
    for (Map.Entry<String, Page> page : stale.entrySet()) {
      if (isOurs(page.getKey())) {
        byte[] bytes = page.getValue().made();
        Files.createDirectories(home.published(page.getKey()).getParent());
        AtomicFile.write(home.published(page.getKey()), bytes);
        if (!page.getValue().identity().isEmpty()) {
          record.put(page.getKey(), page.getValue().identity() + "\t" + bytes.length);
        }
      } else {
        foreign.add(page.getKey());
      }
    }
    return foreign;
  }

  /** Deletes the files of pages that are not among these any more. */
  public void keepOnly(Map<String, Page> pages) throws IOException {
    for (String path : obsolete(pages.keySet())) {
      Files.deleteIfExists(home.published(path));
    }
    record.keySet().retainAll(pages.keySet());
    writeRecord();
  }

  private boolean isCurrent(String path, Page page) throws IOException {
    Path file = home.published(path);
    return !byDigest
        && !page.identity().isEmpty()
        && record.containsKey(path)
        && Files.isRegularFile(file)
        && (page.identity() + "\t" + Files.size(file)).equals(record.get(path));
  }

  private Path recordFile() {
    return home.state().resolve("pages");
  }

  private void writeRecord() throws IOException {
    StringBuilder lines = new StringBuilder();
    record.forEach((path, known) -> lines.append(known).append('\t').append(path).append('\n'));
    AtomicFile.write(recordFile(), lines.toString().getBytes(UTF_8));
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

  /** Whether a file is not there or empty, or bears our mark if it is a page. */
  private boolean isOurs(String path) throws IOException {
    Path file = home.published(path);
    if (!path.endsWith(".html") || !Files.isRegularFile(file) || Files.size(file) == 0) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(TOP_BYTES), ISO_8859_1).contains(MARK);
    }
  }
}
