package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence, or a stretch of it: offsets always count from the start of the text, whatever the
 * stretch. Blanks are single, quotes and hyphens ASCII.
 */
public final class Line {

  private final String text;
  private final Mode[] modes;
  private final int from;
  private final int to;

  /**
   * @param modes one for each UTF-16 unit of the text; shared, not copied
   * @param from first offset of the stretch
   * @param to offset after its last
   */
  public Line(String text, Mode[] modes, int from, int to) {
    if (from < 0 || from > to || to > text.length() || modes.length != text.length()) {
      throw new IllegalArgumentException("not a stretch: " + from + " to " + to);
    }
    this.text = text;
    this.modes = modes;
    this.from = from;
    this.to = to;
  }

  String text() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The stretch of this line between two offsets. */
  Line part(int newFrom, int newTo) {
    return new Line(text, modes, newFrom, newTo);
  }

  /** The character at an offset; a blank outside the stretch. */
  char at(int offset) {
    return offset < from || offset >= to ? ' ' : text.charAt(offset);
  }

  Mode mode(int offset) {
    return modes[offset];
  }

  boolean isCode(int offset) {
    return modes[offset] == Mode.CODE;
  }

  boolean isDigit(int offset) {
    char c = at(offset);
    return c >= '0' && c <= '9';
  }

  boolean isLetter(int offset) {
    return Character.isLetter(at(offset));
  }

  boolean isWord(int offset) {
    return Character.isLetterOrDigit(at(offset));
  }

  boolean isBlank(int offset) {
    return at(offset) == ' ';
  }

  /** Whether the text goes on with these characters. */
  boolean has(int offset, String expected) {
    return offset >= from && offset + expected.length() <= to && text.startsWith(expected, offset);
  }

  /** Whether a word, number or name may begin here: nothing of the kind comes right before. */
  boolean startsHere(int offset) {
    return !isWord(offset - 1);
  }

  String slice(int start, int end) {
    return text.substring(start, end);
  }

  /** The word of letters that ends before the offset, a blank and quotes skipped, or "". */
  String wordBefore(int offset) {
    int end = offset;
    while (end > from && offset - end < 4 && " \"'([".indexOf(at(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > from && end - start < 20 && (isLetter(start - 1) || at(start - 1) == '\'')) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The word of letters that begins at the offset, a blank and opening quotes skipped, or "". */
  String wordAfter(int offset) {
    int start = offset;
    while (start < to && start - offset < 4 && " \"'([".indexOf(at(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < to && end - start < 20 && (isLetter(end) || at(end) == '\'')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The match of a pattern that begins at the offset and ends within the stretch. */
  @Nullable Matcher match(Pattern pattern, int offset) {
    Matcher matcher = pattern.matcher(text).region(offset, to);
    return matcher.lookingAt() ? matcher : null;
  }
}
