package com.kaizencast.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the forms of a transcript as strictly as they are specified. */
final class ReadBack {

  private static final Pattern TIME =
      Pattern.compile("(\\d{2,}):([0-5]\\d):([0-5]\\d)[.,](\\d{3})");
  private static final Pattern VTT_TIMES =
      Pattern.compile("(\\d{2,}:\\d\\d:\\d\\d\\.\\d{3}) --> (\\d{2,}:\\d\\d:\\d\\d\\.\\d{3})");
  private static final Pattern SRT_TIMES =
      Pattern.compile("(\\d{2,}:\\d\\d:\\d\\d,\\d{3}) --> (\\d{2,}:\\d\\d:\\d\\d,\\d{3})");
  private static final Pattern TAG = Pattern.compile("<([^>]*)>");

  private ReadBack() {}

  /**
   * A cue.
   *
   * @param raw its lines as they are in the file
   * @param voice what {@code <v>} says, empty without one
   * @param lines as shown
   * @param times within it
   */
  record ReadCue(
      long start, long end, List<String> raw, String voice, List<String> lines, List<Long> times) {
    String text() {
      return String.join(" ", lines);
    }
  }

  /** A segment of JSON. */
  record Segment(String speaker, long start, long end, String body) {}

  /** A paragraph of HTML. */
  record Paragraph(long start, String shownTime, boolean isHeading, String text) {}

  /** The text, which must be UTF-8 with bare line feeds and nothing of what no form can hold. */
  static String text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      assertThat(text.codePoints())
          .noneMatch(c -> (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0xfeff);
      return text;
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    }
  }

  static List<ReadCue> webVtt(byte[] bytes) {
    List<ReadCue> cues = new ArrayList<>();
    String[] blocks = text(bytes).split("\n\n");
    assertThat(blocks[0].strip()).isEqualTo("WEBVTT");
    for (int i = 1; i < blocks.length; i++) {
      List<String> lines = List.of(blocks[i].strip().split("\n"));
      Matcher times = VTT_TIMES.matcher(lines.get(0));
      assertThat(times.matches()).as(lines.get(0)).isTrue();
      cues.add(cue(ms(times.group(1)), ms(times.group(2)), lines.subList(1, lines.size())));
    }
    return cues;
  }

  private static ReadCue cue(long start, long end, List<String> raw) {
    String voice = "";
    List<Long> within = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String line : raw) {
      assertThat(line).doesNotContain("-->").isEqualTo(line.strip());
      for (Matcher tag = TAG.matcher(line); tag.find(); ) {
        if (tag.group(1).startsWith("v ")) {
          voice = unescaped(tag.group(1).substring(2));
        } else {
          within.add(ms(tag.group(1)));
        }
      }
      shown.add(unescaped(line.replaceAll("<[^>]*>", "")));
    }
    return new ReadCue(start, end, raw, voice, shown, within);
  }

  private static String unescaped(String text) {
    assertThat(text).doesNotContain("<").doesNotContain(">");
    assertThat(text.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  static List<ReadCue> subRip(byte[] bytes) {
    List<ReadCue> cues = new ArrayList<>();
    String text = text(bytes);
    if (text.isEmpty()) {
      return cues;
    }
    for (String block : text.split("\n\n")) {
      List<String> lines = List.of(block.strip().split("\n"));
      assertThat(lines.get(0)).isEqualTo(Integer.toString(cues.size() + 1));
      Matcher times = SRT_TIMES.matcher(lines.get(1));
      assertThat(times.matches()).as(lines.get(1)).isTrue();
      List<String> shown = lines.subList(2, lines.size());
      assertThat(shown).noneMatch(line -> line.contains("-->") || line.isBlank());
      cues.add(new ReadCue(ms(times.group(1)), ms(times.group(2)), shown, "", shown, List.of()));
    }
    return cues;
  }

  static List<Segment> json(byte[] bytes) {
    JsonNode root = JsonMapper.shared().readTree(text(bytes));
    assertThat(root.get("version").isString()).isTrue();
    assertThat(root.get("version").asString()).isEqualTo("1.0.0");
    List<Segment> segments = new ArrayList<>();
    for (JsonNode segment : root.get("segments")) {
      assertThat(segment.get("startTime").isNumber()).isTrue();
      assertThat(segment.get("endTime").isNumber()).isTrue();
      JsonNode speaker = segment.get("speaker");
      segments.add(
          new Segment(
              speaker == null ? "" : speaker.asString(),
              segment.get("startTime").decimalValue().movePointRight(3).longValueExact(),
              segment.get("endTime").decimalValue().movePointRight(3).longValueExact(),
              segment.get("body").asString()));
    }
    return segments;
  }

  static List<Paragraph> html(byte[] bytes) {
    Document page = Jsoup.parse(text(bytes));
    assertThat(page.select("script, link, img")).isEmpty();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Element p : page.select("body > p")) {
      Element time = p.previousElementSibling();
      assertThat(time).isNotNull();
      assertThat(time.tagName()).isEqualTo("time");
      assertThat(p.attr("dir")).isEqualTo("auto");
      String iso = time.attr("datetime");
      assertThat(iso).matches("PT\\d+\\.\\d{3}S");
      paragraphs.add(
          new Paragraph(
              Long.parseLong(iso.replaceAll("\\D", "")),
              time.wholeText(),
              p.attr("role").equals("heading"),
              p.wholeText()));
    }
    return paragraphs;
  }

  static long ms(String time) {
    Matcher parts = TIME.matcher(time);
    assertThat(parts.matches()).as(time).isTrue();
    return ((Long.parseLong(parts.group(1)) * 60 + Long.parseLong(parts.group(2))) * 60
                + Long.parseLong(parts.group(3)))
            * 1000
        + Long.parseLong(parts.group(4));
  }

  /** All of the text, blanks and line breaks left out: what must be the same in every form. */
  static String letters(List<String> texts) {
    return texts.stream().collect(Collectors.joining()).replaceAll("\\s", "");
  }
}
