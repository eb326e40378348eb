package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence, or a stretch of it: offsets always count from the start of the text, whatever the
 * stretch. Blanks are single, quotes and hyphens ASCII.
 */
public final class Line {

  private static final int LONGEST_WORD = 24;
  private static final int SHOUTED_LETTERS = 12;

  private final String text;
  private final Mode[] modes;
  private final int from;
  private final int to;
  private final boolean isShouted;

  /**
   * @param modes one for each UTF-16 unit of the text; shared, not copied
   * @param from first offset of the stretch
   * @param to offset after its last
   */
  public Line(String text, Mode[] modes, int from, int to) {
    this(text, modes, from, to, isShouted(text, from, to));
  }

  private Line(String text, Mode[] modes, int from, int to, boolean isShouted) {
    if (from < 0 || from > to || to > text.length() || modes.length != text.length()) {
      throw new IllegalArgumentException("not a stretch: " + from + " to " + to);
    }
    this.text = text;
    this.modes = modes;
    this.from = from;
    this.to = to;
    this.isShouted = isShouted;
  }

  private static boolean isShouted(String text, int from, int to) {
    int capitals = 0;
    boolean hasBlank = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
      hasBlank |= c == ' ';
    }
    return hasBlank && capitals >= SHOUTED_LETTERS;
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

  /** Whether the sentence is written in capitals throughout. */
  boolean isShouted() {
    return isShouted;
  }

  /** The stretch of this line between two offsets. */
  Line part(int newFrom, int newTo) {
    return new Line(text, modes, newFrom, newTo, isShouted);
  }

  /** The character at an offset; a blank outside the stretch. */
  char at(int offset) {
    return offset < from || offset >= to ? ' ' : text.charAt(offset);
  }

  /** The code point at an offset within the stretch. */
  int codePoint(int offset) {
    int c = text.codePointAt(offset);
    return offset + Character.charCount(c) > to ? text.charAt(offset) : c;
  }

  Mode mode(int offset) {
    return offset < from || offset >= to ? Mode.TEXT : modes[offset];
  }

  boolean isCode(int offset) {
    return mode(offset) == Mode.CODE;
  }

  boolean isDigit(int offset) {
    return WordClass.isDigit(at(offset));
  }

  boolean isCapital(int offset) {
    return WordClass.isCapital(at(offset));
  }

  boolean isLetter(int offset) {
    return UCharacter.isLetter(at(offset));
  }

  boolean isWord(int offset) {
    return UCharacter.isLetterOrDigit(at(offset));
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
    while (start > from
        && end - start < LONGEST_WORD
        && (isLetter(start - 1) || at(start - 1) == '\'')) {
      start--;
    }
    return text.substring(start, end);
  }

  /** Offset of the word of letters that comes after, a blank and opening quotes skipped. */
  int nextWord(int offset) {
    int start = offset;
    while (start < to && start - offset < 4 && " \"'([".indexOf(at(start)) >= 0) {
      start++;
    }
    return start;
  }

  /** The word of letters that comes after, a blank and opening quotes skipped, or "". */
  String wordAfter(int offset) {
    int start = nextWord(offset);
    int end = start;
    while (end < to && end - start < LONGEST_WORD && (isLetter(end) || at(end) == '\'')) {
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
