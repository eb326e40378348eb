package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Paragraph;
import com.kaizencast.episode.Paragraph.Word;
import com.kaizencast.episode.PublishedPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what was published with an episode; of what is not there or not ours, nothing. */
public final class EpisodeMedia {

  /** Where a paragraph of the HTML transcript starts, and what it is. */
  private static final Pattern PARAGRAPH =
      Pattern.compile("<time datetime=\"PT([0-9]+\\.[0-9]{3})S\">[0-9:]+</time>\\s*<p( role=)?");

  private EpisodeMedia() {}

  /** The transcript: words and times of the JSON form, in the paragraphs of the HTML form. */
  public static List<Paragraph> transcript(Home home, FeedItem item) throws IOException {
    JsonNode json = json(home, find(item, Kind.TRANSCRIPT, "application/json"));
    if (json == null) {
      return List.of();
    }
    Map<Long, Boolean> headings = paragraphs(home, find(item, Kind.TRANSCRIPT, "text/html"));
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    boolean isHeading = false;
    for (JsonNode segment : json.path("segments")) {
      long start = ms(segment.path("startTime").asDecimal(BigDecimal.ZERO));
      Boolean begins = headings.remove(start);
      if (begins != null) {
        if (!words.isEmpty()) {
          paragraphs.add(new Paragraph(isHeading, words));
          words.clear();
        }
        isHeading = begins;
      }
      String text = segment.path("body").asString("").strip();
      if (!text.isEmpty()) {
        words.add(new Word(text, start));
      }
    }
    if (!words.isEmpty()) {
      paragraphs.add(new Paragraph(isHeading, words));
    }
    return paragraphs;
  }

  /** Whether what starts at so many milliseconds is a heading. */
  private static Map<Long, Boolean> paragraphs(Home home, @Nullable CompanionFile file)
      throws IOException {
    Map<Long, Boolean> headings = new HashMap<>();
    if (file != null && Files.isRegularFile(home.published(file.path()))) {
      String html = new String(Files.readAllBytes(home.published(file.path())), UTF_8);
      Matcher paragraph = PARAGRAPH.matcher(html);
      while (paragraph.find()) {
        headings.put(ms(new BigDecimal(paragraph.group(1))), paragraph.group(2) != null);
      }
    }
    return headings;
  }

  /** How far the sound swings in stretches of equal length, from 0 to 128. */
  public static List<Integer> swings(Home home, FeedItem item) throws IOException {
    JsonNode json = json(home, find(item, Kind.WAVEFORM, "application/json"));
    List<Integer> swings = new ArrayList<>();
    if (json != null) {
      JsonNode data = json.path("data");
      for (int i = 0; i + 1 < data.size(); i += 2) {
        swings.add(Math.max(Math.abs(data.get(i).asInt(0)), Math.abs(data.get(i + 1).asInt(0))));
      }
    }
    return swings;
  }

  private static @Nullable CompanionFile find(FeedItem item, Kind kind, String mediaType) {
    return item.companions().stream()
        .filter(file -> file.kind() == kind && file.mediaType().equals(mediaType))
        .filter(file -> !PublishedPath.isElsewhere(file.path()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable JsonNode json(Home home, @Nullable CompanionFile file)
      throws IOException {
    if (file == null || !Files.isRegularFile(home.published(file.path()))) {
      return null;
    }
    try {
      return LedgerFile.JSON.readTree(Files.readAllBytes(home.published(file.path())));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static long ms(BigDecimal seconds) {
    return seconds.movePointRight(3).longValue();
  }
}
