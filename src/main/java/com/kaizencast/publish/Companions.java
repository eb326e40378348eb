package com.kaizencast.publish;

import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that go with episodes, {@code feed/episodes/}, named by what is in them. */
public final class Companions {

  private static final String FOLDER = "feed/episodes/";

  /** What a published path looks like; nothing else is taken from a feed. */
  private static final Pattern PATH =
      Pattern.compile("(audio|feed)/([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private Companions() {}

  /**
   * Writes a file of an episode.
   *
   * @param baseName what the episode's files begin with
   * @param extension what the name ends with, without the first dot
   */
  public static CompanionFile write(
      Home home, String baseName, Kind kind, String extension, String mediaType, byte[] bytes)
      throws IOException {
    String sha256 = Sha256.of(bytes);
    String path = FOLDER + baseName + "." + sha256.substring(0, 8) + "." + extension;
    Files.createDirectories(home.published(FOLDER));
    AtomicFile.write(home.published(path), bytes);
    return new CompanionFile(kind, path, mediaType, bytes.length, sha256);
  }

  /** The published file as it is now; null if there is none. */
  public static @Nullable CompanionFile find(Home home, Kind kind, String path, String mediaType)
      throws IOException {
    if (!isPublishedPath(path) || !Files.isRegularFile(home.published(path))) {
      return null;
    }
    return new CompanionFile(
        kind, path, mediaType, Files.size(home.published(path)), Sha256.of(home.published(path)));
  }

  /** Whether a path under the home folder can be that of a published file. */
  public static boolean isPublishedPath(String path) {
    return PATH.matcher(path).matches();
  }
}
