package com.kaizencast.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an episode script, read once. */
public final class ScriptFile {

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
