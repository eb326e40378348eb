package com.kaizencast.narration;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.narration.Passage.Pause;
import com.kaizencast.narration.words.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the spans of a block out as a {@link Passage}. */
final class PassageBuilder {

  private final List<Span> spans;
  private final List<WrittenWord> written = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private Mode[] modes = new Mode[64];
  private int[] wordOf = new int[64];
  private int[] spanOf = new int[64];
  private int[] unitOf = new int[64];

  /** The written word that is not finished yet, and where it began. */
  private final StringBuilder word = new StringBuilder();

  private @Nullable SourcePosition wordStart;

  private PassageBuilder(List<Span> spans) {
    this.spans = spans;
  }

  static Passage of(List<Span> spans) {
    PassageBuilder builder = new PassageBuilder(spans);
    for (int i = 0; i < spans.size(); i++) {
      if (i > 0 && spans.get(i).position().line() != spans.get(i - 1).position().line()) {
        builder.endWord();
        builder.blank(i, 0);
      }
      builder.add(i, spans.get(i));
    }
    return builder.build();
  }

  private void add(int index, Span span) {
    String value = span.value();
    switch (span.style()) {
      case TEXT, EMPHASIS, LINK -> showAndRead(index, span.text(), Mode.TEXT);
      case CODE -> showAndRead(index, span.text(), Mode.CODE);
      case URL -> showAndRead(index, span.text(), Mode.ADDRESS);
      case SPELL -> showAndRead(index, span.text(), Mode.SPELL);
      case IMAGE -> {
        endWord();
        blank(index, 0);
        showAndRead(index, span.text(), Mode.TEXT);
        endWord();
        blank(index, 0);
      }
      case FOOTNOTE -> {}
      case PAUSE -> {
        endWord();
        blank(index, 0);
        pauses.add(new Pause(text.length(), value == null ? 0 : Long.parseLong(value)));
      }
      case SAY -> {
        int first = written.size();
        show(span.text(), span.position());
        int last = Math.max(first, written.size() - (wordStart == null ? 1 : 0));
        readInstead(index, value == null ? "" : value, first, last);
      }
      case UNSHOWN -> {
        int current = Math.max(0, written.size() - (wordStart == null ? 1 : 0));
        readInstead(index, span.text(), current, current);
      }
      case UNSPOKEN -> show(span.text(), span.position());
    }
  }

  private void showAndRead(int index, String shown, Mode mode) {
    SourcePosition position = spans.get(index).position();
    for (int i = 0; i < shown.length(); ) {
      int c = shown.codePointAt(i);
      showCharacter(c, position, i);
      readCharacter(c, mode, index, i, written.size());
      i += Character.charCount(c);
    }
  }

  private void show(String shown, SourcePosition position) {
    for (int i = 0; i < shown.length(); ) {
      int c = shown.codePointAt(i);
      showCharacter(c, position, i);
      i += Character.charCount(c);
    }
  }

  /** Reads a text in place of written words, its own words spread over them in order. */
  private void readInstead(int index, String said, int first, int last) {
    int words = said.strip().split("\\s+").length;
    int word = 0;
    boolean inWord = false;
    for (int i = 0; i < said.length(); ) {
      int c = said.codePointAt(i);
      boolean isBlank = Characters.plain(c).equals(" ");
      if (isBlank && inWord) {
        word++;
      }
      inWord = !isBlank;
      int share = (int) ((long) Math.min(word, words - 1) * (last - first + 1) / words);
      readCharacter(c, Mode.TEXT, index, 0, first + share);
      i += Character.charCount(c);
    }
  }

  private void showCharacter(int c, SourcePosition spanStart, int unit) {
    if (Characters.plain(c).equals(" ")) {
      endWord();
      return;
    }
    if (wordStart == null) {
      wordStart = spanStart.plusColumns(unit);
    }
    word.appendCodePoint(c);
  }

  private void endWord() {
    if (wordStart != null) {
      written.add(new WrittenWord(word.toString(), wordStart));
      word.setLength(0);
      wordStart = null;
    }
  }

  private void blank(int index, int unit) {
    readCharacter(' ', Mode.TEXT, index, unit, written.size());
  }

  private void readCharacter(int c, Mode mode, int index, int unit, int wordIndex) {
    String plain = Characters.plain(c);
    if (plain.equals(" ")) {
      if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        append(' ', mode, index, unit, Math.max(0, wordIndex - 1));
      }
      return;
    }
    if (Characters.isMark(c) && text.length() > 0) {
      int last = text.length() - 1;
      int composed = Characters.composed(text.charAt(last), c);
      if (composed >= 0 && composed <= 0xFFFF) {
        text.setCharAt(last, (char) composed);
        return;
      }
      if (text.charAt(last) < 0x250) {
        return;
      }
    }
    for (int i = 0; i < plain.length(); i++) {
      append(plain.charAt(i), mode, index, unit, wordIndex);
    }
  }

  private void append(char c, Mode mode, int index, int unit, int wordIndex) {
    int at = text.length();
    if (at == modes.length) {
      modes = Arrays.copyOf(modes, at * 2);
      wordOf = Arrays.copyOf(wordOf, at * 2);
      spanOf = Arrays.copyOf(spanOf, at * 2);
      unitOf = Arrays.copyOf(unitOf, at * 2);
    }
    text.append(c);
    modes[at] = mode;
    wordOf[at] = wordIndex;
    spanOf[at] = index;
    unitOf[at] = unit;
  }

  private Passage build() {
    endWord();
    int length = text.length();
    // A text that is said and not shown may stand before any word, or without one.
    if (written.isEmpty() && length > 0) {
      written.add(new WrittenWord("", spans.get(0).position()));
    }
    int[] words = Arrays.copyOf(wordOf, length);
    for (int i = 0; i < length; i++) {
      words[i] = Math.min(words[i], written.size() - 1);
    }
    return new Passage(
        List.copyOf(written),
        text.toString(),
        Arrays.copyOf(modes, length),
        words,
        spans,
        Arrays.copyOf(spanOf, length),
        Arrays.copyOf(unitOf, length),
        List.copyOf(pauses));
  }
}
