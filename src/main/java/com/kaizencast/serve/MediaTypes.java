package com.kaizencast.serve;

import java.util.Locale;
import java.util.Map;

/** What files are, by their names. */
final class MediaTypes {

  static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", HTML),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml"),
          Map.entry("vtt", "text/vtt"),
          Map.entry("srt", "application/x-subrip"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("gif", "image/gif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("wav", "audio/wav"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("gz", "application/gzip"));

  private MediaTypes() {}

  /** The type of a file of the show, its charset with it where it has one. */
  static String of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".chapters.json")) {
      return "application/json+chapters";
    }
    if (name.matches("feed(-\\d+)?\\.xml")) {
      return "application/rss+xml; charset=utf-8";
    }
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** Whether files of a type are text, which compresses well. */
  static boolean isText(String type) {
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.contains("xml")
        || type.equals("application/x-subrip")
        || type.equals("application/manifest+json");
  }
}
