package com.kaizencast.narration;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.narration.words.Line;
import com.kaizencast.narration.words.Mode;
import java.util.List;

/**
 * The running text of a block in two views: the author's words as they are shown, and the
 * characters that are read, each knowing where it comes from. Blanks are single.
 */
final class Passage {

  private final List<WrittenWord> written;
  private final String text;
  private final Mode[] modes;
  private final int[] wordOf;
  private final List<Span> spans;
  private final int[] spanOf;
  private final int[] unitOf;
  private final List<Pause> pauses;

  /**
   * A silence within a passage.
   *
   * @param at offset in the text that it comes before
   */
  record Pause(int at, long millis) {}

  /**
   * @param written the words that are shown
   * @param text the characters that are read
   * @param modes how each is read
   * @param wordOf index of the written word that each belongs to
   * @param spanOf index of the span that each comes from
   * @param unitOf offset of each in its span
   * @param pauses silences that the host asked for, in order
   */
  Passage(
      List<WrittenWord> written,
      String text,
      Mode[] modes,
      int[] wordOf,
      List<Span> spans,
      int[] spanOf,
      int[] unitOf,
      List<Pause> pauses) {
    this.written = List.copyOf(written);
    this.text = text;
    this.modes = modes;
    this.wordOf = wordOf;
    this.spans = List.copyOf(spans);
    this.spanOf = spanOf;
    this.unitOf = unitOf;
    this.pauses = List.copyOf(pauses);
  }

  List<WrittenWord> written() {
    return written;
  }

  String text() {
    return text;
  }

  List<Pause> pauses() {
    return pauses;
  }

  Mode mode(int at) {
    return modes[at];
  }

  /** Index of the written word that a character of the text belongs to. */
  int wordOf(int at) {
    return wordOf[at];
  }

  /** Index of the span that a character of the text comes from. */
  int span(int at) {
    return spanOf[at];
  }

  /** Offset in its span of a character of the text. */
  int unit(int at) {
    return unitOf[at];
  }

  /** Where a character of the text stands in the script. */
  SourcePosition position(int at) {
    return spans.get(spanOf[at]).position().plusColumns(unitOf[at]);
  }

  Line line(int start, int end) {
    return new Line(text, modes, start, end);
  }
}
