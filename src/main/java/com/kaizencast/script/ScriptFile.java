package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of an episode script, read once. */
public final class ScriptFile {

  /** A script of an hour has about 60 KB. */
  private static final int MOST_BYTES = 1 << 20;

  /** How often a file is read that changes meanwhile. */
  private static final int ATTEMPTS = 5;

  private final String name;
  private final byte[] bytes;
  private final String sha256;

  ScriptFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.sha256 = HexFormat.of().formatHex(sha256(bytes));
  }

  /** A script that is in memory, under the name it would have in a home folder. */
  public static ScriptFile of(String name, String text) {
    return new ScriptFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a script, once.
   *
   * @param name as {@link #name}
   * @throws ScriptException if the file is too large; not more than that is read of it
   */
  public static ScriptFile read(String name, Path path) throws ScriptException, IOException {
    byte[] bytes = null;
    for (int attempt = 0; bytes == null && attempt < ATTEMPTS; attempt++) {
      bytes = readWhole(path);
    }
    if (bytes == null) {
      throw new ScriptException(
          List.of(
              ScriptProblem.error(
                  new SourcePosition(name, 1, 1),
                  "the file is being written to at this moment; it is left for the next run")));
    }
    if (bytes.length > MOST_BYTES) {
      throw new ScriptException(
          List.of(
              ScriptProblem.error(
                  new SourcePosition(name, 1, 1),
                  "the file has "
                      + Files.size(path)
                      + " bytes and a script at most "
                      + MOST_BYTES
                      + " (1 MiB); split it, or move it out of scripts/ if it is none")));
    }
    return new ScriptFile(name, bytes);
  }

  /** Null if the file changed while it was read: what was read may be half old and half new. */
  private static byte @Nullable [] readWhole(Path path) throws IOException {
    State before = State.of(path);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    boolean isWhole = bytes.length == Math.min(before.size(), MOST_BYTES + 1);
    return isWhole && before.equals(State.of(path)) ? bytes : null;
  }

  /**
   * What changes when somebody writes to a file or puts another one in its place.
   *
   * @param key the inode, where there is one
   */
  private record State(long size, FileTime modified, @Nullable Object key) {
    static State of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new State(file.size(), file.lastModifiedTime(), file.fileKey());
    }
  }

  /** As shown to the host: relative to the home folder, with forward slashes. */
  public String name() {
    return name;
  }

  /** Of the bytes, lower-case hex. */
  public String sha256() {
    return sha256;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The last part of the name, without its ending. */
  String baseName() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
