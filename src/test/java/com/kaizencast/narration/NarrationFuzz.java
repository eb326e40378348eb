package com.kaizencast.narration;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the fuzzer calls: bytes as text, in which the characters U+0001 to U+001F begin a span of
 * another style or a new line. Whatever the text, all of it is said, described or reported.
 */
public final class NarrationFuzz {

  private static final SpanStyle[] STYLES = SpanStyle.values();

  private NarrationFuzz() {}

  public static void fuzzerTestOneInput(byte[] bytes) {
    Completeness.check(spans(new String(bytes, StandardCharsets.UTF_8)));
  }

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    int line = 1;
    int start = 0;
    SpanStyle style = SpanStyle.TEXT;
    for (int i = 0; i <= text.length(); i++) {
      boolean isControl = i < text.length() && text.charAt(i) < ' ' && text.charAt(i) != '\t';
      if (i == text.length() || isControl) {
        spans.add(span(style, text.substring(start, i), new SourcePosition("f", line, start + 1)));
        start = i + 1;
      }
      if (isControl) {
        line += text.charAt(i) == '\n' ? 1 : 0;
        style = text.charAt(i) == '\n' ? style : STYLES[text.charAt(i) % STYLES.length];
      }
    }
    return spans;
  }

  private static Span span(SpanStyle style, String text, SourcePosition position) {
    return switch (style) {
      case PAUSE -> new Span(style, "", Integer.toString(text.length()), position);
      case SAY -> new Span(style, text, new StringBuilder(text).reverse().toString(), position);
      default -> new Span(style, text, null, position);
    };
  }
}
