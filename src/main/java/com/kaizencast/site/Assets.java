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
  private final String styleName = contentName("site", "css", style);
  private final String scriptName = contentName("site", "js", script);
  private final String iconName = contentName("icon", "svg", icon);

  String style() {
    return styleName;
  }

  String script() {
    return scriptName;
  }

  String icon() {
    return iconName;
  }

  void addTo(Map<String, SiteFile> files) {
    files.put("feed/" + styleName, SiteFile.of(style));
    files.put("feed/" + scriptName, SiteFile.of(script));
    files.put("feed/" + iconName, SiteFile.of(icon));
  }

  static String contentName(String name, String extension, String content) {
    return name + "." + digest(content).substring(0, 8) + "." + extension;
  }

  /** SHA-256 in hexadecimal digits. */
  static String digest(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
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
