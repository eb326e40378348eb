package com.kaizencast.episode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5: the same name gives the same UUID (RFC 9562, section 5.5). */
public final class NameBasedUuid {

  private static final UUID PODCAST_NAMESPACE =
      UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

  private NameBasedUuid() {}

  public static UUID of(UUID namespace, String name) {
    byte[] hash =
        sha1()
            .digest(
                ByteBuffer.allocate(16 + name.getBytes(UTF_8).length)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .put(name.getBytes(UTF_8))
                    .array());
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long high = (bits.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /**
   * The {@code podcast:guid} of a feed: over its URL without scheme and trailing slashes (podcast
   * namespace, tag guid).
   */
  public static UUID ofFeed(URI feedUrl) {
    return of(
        PODCAST_NAMESPACE,
        feedUrl.toString().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("/+$", ""));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
