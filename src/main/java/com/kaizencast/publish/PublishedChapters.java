package com.kaizencast.publish;

import com.kaizencast.episode.Chapter;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads files of chapters as strictly as they are specified (podcast namespace, JSON chapters). */
public final class PublishedChapters {

  private PublishedChapters() {}

  /** The chapters in a file; empty if it is not as the specification says. */
  public static List<Chapter> read(Path file) throws IOException {
    JsonNode root;
    try {
      root = LedgerFile.JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      return List.of();
    }
    if (!root.path("version").isString()) {
      return List.of();
    }
    List<Chapter> chapters = new ArrayList<>();
    for (JsonNode node : root.path("chapters")) {
      JsonNode start = node.path("startTime");
      if (!start.isNumber() || start.decimalValue().signum() < 0) {
        return List.of();
      }
      BigDecimal nanoseconds = start.decimalValue().movePointRight(9);
      URI link = uri(node.path("url"));
      String title = node.path("title").isString() ? node.path("title").asString() : "";
      chapters.add(new Chapter(Duration.ofNanos(nanoseconds.longValue()), title, link));
    }
    return chapters;
  }

  private static @Nullable URI uri(JsonNode url) {
    try {
      return url.isString() ? URI.create(url.asString()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
