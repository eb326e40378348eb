package com.kaizencast.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The published files, {@code feed/} and {@code audio/} of a home folder. What is known of a file
 * is kept as long as the file stays what it was; texts are kept as a whole.
 */
final class Shelf {

  /** A change to make to a text on its way out. */
  interface Rewriting {
    byte[] apply(String type, byte[] text);
  }

  /**
   * Names that can be asked for: in one of the two folders, no part of them empty, hidden or with a
   * meaning to a file system.
   */
  private static final Pattern NAME =
      Pattern.compile("(feed|audio)(/(?!\\.)[^/\\\\:\\x00-\\x1f\\x7f]+)+");

  private static final int MAX_TEXT_BYTES = 8 << 20;
  private static final int MAX_KEPT_BYTES = 64 << 20;
  private static final int MAX_KEPT_FILES = 20_000;
  private static final int ATTEMPTS = 5;

  private final Path root;
  private final ServedFile.Policy policy;
  private final @Nullable Rewriting rewriting;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, ServedFile> known = new ConcurrentHashMap<>();

  Shelf(Path root, ServedFile.Policy policy, @Nullable Rewriting rewriting, InstantSource clock) {
    this.root = root;
    this.policy = policy;
    this.rewriting = rewriting;
    this.clock = clock;
  }

  /**
   * The file of a name like {@code feed/feed.xml} as it is now.
   *
   * @return null if there is none, or none that is published
   * @throws IOException if it can't be read, or doesn't hold still
   */
  @Nullable ServedFile find(String name) throws IOException {
    Path path = path(name);
    ServedFile.Stamp stamp = path == null ? null : ServedFile.Stamp.of(path);
    if (path == null || stamp == null) {
      known.remove(name);
      return null;
    }
    ServedFile file = known.get(name);
    if (file != null && file.stamp().equals(stamp)) {
      return file;
    }
    if (!isPublished(path)) {
      return null;
    }
    ServedFile loaded;
    try {
      loaded =
          known.compute(
              name,
              (key, other) ->
                  other != null && other.stamp().equals(stamp) ? other : loadUnchecked(path));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    trim(name);
    return loaded;
  }

  /** Whether a name is that of a published folder. */
  boolean isFolder(String name) throws IOException {
    Path path = name.equals("feed") || name.equals("audio") ? root.resolve(name) : path(name);
    return path != null && Files.isDirectory(path) && isPublished(path);
  }

  /**
   * Opens a file.
   *
   * @return null if it is no longer the one that was found
   */
  static @Nullable FileChannel open(ServedFile file) throws IOException {
    FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
    if (file.stamp().equals(ServedFile.Stamp.of(file.path()))) {
      return channel;
    }
    channel.close();
    return null;
  }

  private @Nullable Path path(String name) {
    try {
      return NAME.matcher(name).matches() ? root.resolve(name) : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Symbolic links may lead anywhere within their folder, but not out of it. */
  private boolean isPublished(Path path) throws IOException {
    Path folder = root.resolve(root.relativize(path).getName(0)).toRealPath();
    Path real = path.toRealPath();
    if (!real.startsWith(folder)) {
      return false;
    }
    for (Path part : folder.relativize(real)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private ServedFile loadUnchecked(Path path) {
    try {
      return load(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServedFile load(Path path) throws IOException {
    String type = MediaTypes.of(path.getFileName().toString());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ServedFile.Stamp stamp = ServedFile.Stamp.of(path);
      if (stamp == null) {
        break;
      }
      ServedFile file = load(path, type, stamp);
      if (stamp.equals(ServedFile.Stamp.of(path))) {
        return file;
      }
    }
    throw new IOException(path + " changes while it is read");
  }

  private ServedFile load(Path path, String type, ServedFile.Stamp stamp) throws IOException {
    if (MediaTypes.isText(type) && stamp.size() <= MAX_TEXT_BYTES) {
      byte[] text = Files.readAllBytes(path);
      byte[] sent = rewriting == null ? text : rewriting.apply(type, text);
      byte[] gzip =
          sent == text && stamp.gzipModifiedMs() >= stamp.modified().toMillis()
              ? Files.readAllBytes(ServedFile.gzipOf(path))
              : null;
      return ServedFile.ofText(path, stamp, sent, gzip, clock.instant(), policy);
    }
    MessageDigest digest = ServedFile.sha256();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return ServedFile.ofMedia(path, stamp, digest.digest(), clock.instant(), policy);
  }

  /** Forgets files, the latest one excepted, until the rest fits. */
  private void trim(String latest) {
    long bytes = known.values().stream().mapToLong(Shelf::keptBytes).sum();
    Iterator<String> names = known.keySet().iterator();
    while ((bytes > MAX_KEPT_BYTES || known.size() > MAX_KEPT_FILES) && names.hasNext()) {
      String name = names.next();
      if (!name.equals(latest)) {
        ServedFile gone = known.remove(name);
        bytes -= gone == null ? 0 : keptBytes(gone);
      }
    }
  }

  private static long keptBytes(ServedFile file) {
    return bytes(file.text()) + bytes(file.gzip());
  }

  private static long bytes(@Nullable ByteBuffer kept) {
    return kept == null ? 0 : kept.capacity();
  }
}
