package com.kaizencast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Style, script and icon, each under a name that changes with what is in it. */
final class Assets {

  private final String style = resource("site.css");
  private final String script = resource("site.js");
  private final String icon = resource("icon.svg");

  String style() {
    return contentName("site", "css", style);
  }

  String script() {
    return contentName("site", "js", script);
  }

  String icon() {
    return contentName("icon", "svg", icon);
  }

  void addTo(Map<String, byte[]> files) {
    files.put("feed/" + style(), style.getBytes(UTF_8));
    files.put("feed/" + script(), script.getBytes(UTF_8));
    files.put("feed/" + icon(), icon.getBytes(UTF_8));
  }

  static String contentName(String name, String extension, String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return name + "." + HexFormat.of().formatHex(digest, 0, 4) + "." + extension;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of the folder {@code site} in the jar. */
  static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/site/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: site/" + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
