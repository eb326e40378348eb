package com.kaizencast.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * What is never broken: a shown word, or a part of one that is too long for a line.
 *
 * @param text at most {@link #LINE} units
 * @param isGlued whether it continues the word before it
 * @param opensWord whether it is the first of a {@link TimedWord}
 * @param startMs when it is due
 * @param endMs likewise
 */
record Piece(String text, boolean isGlued, boolean opensWord, long startMs, long endMs) {

  /** Characters on a line of SubRip at most (podcast namespace, transcripts); UTF-16 units. */
  static final int LINE = 32;

  /**
   * Words in pieces. The first piece of a word is due when the word sounds, the others share the
   * time of the word by their length.
   *
   * @param untilMs when the next word after these sounds
   */
  static List<Piece> of(List<TimedWord> words, long untilMs) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      TimedWord word = words.get(i);
      long next = i + 1 < words.size() ? words.get(i + 1).startMs() : untilMs;
      // Words that are only shown may take the silence that follows.
      long last = word.shown().size() > 1 ? Math.max(word.endMs(), next) : word.endMs();
      add(pieces, word, last - word.startMs());
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, TimedWord word, long lengthMs) {
    int total = word.shown().stream().mapToInt(String::length).sum();
    int done = 0;
    for (String shown : word.shown()) {
      String rest = shown;
      while (!rest.isEmpty()) {
        int cut = rest.length() <= LINE ? rest.length() : ShownText.cut(rest, LINE);
        long start = word.startMs() + lengthMs * done / total;
        boolean isGlued = rest.length() < shown.length();
        boolean opensWord = done == 0;
        done += cut;
        long end = done == total ? word.endMs() : word.startMs() + lengthMs * done / total;
        pieces.add(
            new Piece(rest.substring(0, cut), isGlued, opensWord, start, Math.max(start, end)));
        rest = rest.substring(cut);
      }
    }
  }

  /** The text of pieces in a row. */
  static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!text.isEmpty() && !piece.isGlued()) {
        text.append(' ');
      }
      text.append(piece.text());
    }
    return text.toString();
  }

  /** How bad it is to break before this piece, from 0 to 200. */
  int breakBefore(Piece last) {
    if (isGlued) {
      return 200;
    }
    String before = last.text();
    int end = before.length();
    while (end > 1 && "\"')]}’”»".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    char mark = before.charAt(end - 1);
    if (".!?…。！？؟".indexOf(mark) >= 0) {
      return 0;
    }
    if (end < before.length() || ",;:–—、，；：،؛".indexOf(mark) >= 0) {
      return 10;
    }
    if ("–—([{«“".indexOf(text.charAt(0)) >= 0) {
      return 10;
    }
    // The shortest words lead to what follows them: of, the, and.
    return before.length() <= 3 ? 55 : 40;
  }
}
