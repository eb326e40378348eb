package com.kaizencast.narration;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.PauseBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts for the tests of this package, in a small language of its own: paragraphs divided by
 * blank lines, {@code ## heading}, {@code 1. item}, {@code • item}, {@code > quote}, {@code ---},
 * fenced code, {@code `code`}; {@code {style|text|value}} for all other spans.
 */
final class Scripts {

  private static final Pattern ITEM = Pattern.compile("\\s*(?:(\\d+)\\.|•|-)\\s+(.*)");
  private static final Pattern SPAN =
      Pattern.compile("`([^`]*)`|\\{([a-z]+)\\|([^|}]*)\\|?([^}]*)\\}");

  private Scripts() {}

  static EpisodeScript of(String text) {
    return of(text, List.of());
  }

  static EpisodeScript of(String text, List<LexiconEntry> lexicon) {
    List<Section> sections = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    String title = "Opening";
    List<String> lines = text.lines().toList();
    List<Span> paragraph = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      SourcePosition start = new SourcePosition("test.md", i + 1, 1);
      Matcher item = ITEM.matcher(line);
      if (line.isBlank()) {
        flush(paragraph, blocks);
      } else if (line.startsWith("## ")) {
        flush(paragraph, blocks);
        sections.add(new Section(title, null, blocks));
        blocks = new ArrayList<>();
        title = line.substring(3);
        blocks.add(
            new TextBlock(BlockRole.HEADING, 2, 0, spans(title, start.plusColumns(3)), start));
      } else if (line.startsWith("```")) {
        flush(paragraph, blocks);
        List<String> code = new ArrayList<>();
        while (!lines.get(++i).startsWith("```")) {
          code.add(lines.get(i));
        }
        blocks.add(new CodeBlock(line.substring(3), code, start));
      } else if (line.equals("---")) {
        flush(paragraph, blocks);
        blocks.add(new PauseBlock(Duration.ofSeconds(1), start));
      } else if (line.startsWith("> ")) {
        blocks.add(
            new TextBlock(
                BlockRole.QUOTE, 0, 0, spans(line.substring(2), start.plusColumns(2)), start));
      } else if (item.matches()) {
        flush(paragraph, blocks);
        int ordinal = item.group(1) == null ? 0 : Integer.parseInt(item.group(1));
        blocks.add(
            new TextBlock(
                BlockRole.LIST_ITEM,
                1,
                ordinal,
                spans(item.group(2), start.plusColumns(item.start(2))),
                start));
      } else {
        paragraph.addAll(spans(line, start));
      }
    }
    flush(paragraph, blocks);
    sections.add(new Section(title, null, blocks));
    return script(sections, lexicon);
  }

  /** One paragraph of one span. */
  static EpisodeScript paragraph(String text) {
    return paragraph(
        List.of(new Span(SpanStyle.TEXT, text, null, new SourcePosition("test.md", 1, 1))));
  }

  static EpisodeScript paragraph(List<Span> spans) {
    SourcePosition start = new SourcePosition("test.md", 1, 1);
    return script(
        List.of(
            new Section(
                "Opening", null, List.of(new TextBlock(BlockRole.PARAGRAPH, 0, 0, spans, start)))),
        List.of());
  }

  static EpisodeScript script(List<Section> sections, List<LexiconEntry> lexicon) {
    Episode episode =
        new Episode(
            "test",
            "Test",
            null,
            null,
            null,
            "",
            Instant.EPOCH,
            EpisodeType.FULL,
            null,
            false,
            null);
    return new EpisodeScript("test.md", "0", episode, sections, "", lexicon, List.of());
  }

  private static void flush(List<Span> paragraph, List<Block> blocks) {
    if (!paragraph.isEmpty()) {
      blocks.add(new TextBlock(BlockRole.PARAGRAPH, 0, 0, paragraph, paragraph.get(0).position()));
      paragraph.clear();
    }
  }

  static List<Span> spans(String line, SourcePosition start) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = SPAN.matcher(line);
    int from = 0;
    while (matcher.find()) {
      add(spans, SpanStyle.TEXT, line.substring(from, matcher.start()), null, start, from);
      if (matcher.group(1) != null) {
        add(spans, SpanStyle.CODE, matcher.group(1), null, start, matcher.start(1));
      } else {
        SpanStyle style = SpanStyle.valueOf(matcher.group(2).toUpperCase(java.util.Locale.ROOT));
        String text = matcher.group(3);
        spans.add(new Span(style, text, matcher.group(4), start.plusColumns(matcher.start(3))));
      }
      from = matcher.end();
    }
    add(spans, SpanStyle.TEXT, line.substring(from), null, start, from);
    return spans;
  }

  private static void add(
      List<Span> spans, SpanStyle style, String text, String value, SourcePosition start, int at) {
    if (!text.isEmpty()) {
      spans.add(new Span(style, text, value, start.plusColumns(at)));
    }
  }
}
