package com.kaizencast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Supplier;

/**
 * A file of the show's pages.
 *
 * @param identity says all that the bytes are made of: with the same one they are the same; empty
 *     if they are at hand anyway
 * @param bytes makes them
 */
public record SiteFile(String identity, Supplier<byte[]> bytes) {

  static SiteFile of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new SiteFile("", () -> bytes);
  }
}
