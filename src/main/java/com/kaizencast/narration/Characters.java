package com.kaizencast.narration;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** One way of writing for characters that mean the same to a reader aloud. */
final class Characters {

  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  static final int ZERO_WIDTH_JOINER = 0x200D;

  private Characters() {}

  /**
   * What a code point is read as: a blank for all white space, nothing for what can't be seen or
   * heard (controls, zero-width characters, lone surrogates), ASCII quotes and hyphens, plain
   * letters and digits for their wide and styled forms.
   */
  static String plain(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F ? String.valueOf((char) c) : isSpace(c) ? " " : "";
    }
    return switch (c) {
      case '’', '‘', '‛', 'ʼ', '´', '′', '＇' -> "'";
      case '“', '”', '„', '‟', '«', '»', '″', '‹', '›' -> "\"";
      case '‐', '‑', '﹣', '－' -> "-";
      case '‒', '–' -> "–";
      case '—', '―', '⸺', '⸻' -> "—";
      case '…', '²', '³', '¹', '¼', '½', '¾', '™', '℠', '°', '№', '℃', '℉' -> Character.toString(c);
      case ZERO_WIDTH_JOINER, 0xFE0F -> Character.toString(c);
      default -> other(c);
    };
  }

  private static String other(int c) {
    int type = Character.getType(c);
    if (isSpace(c)) {
      return " ";
    }
    return switch (type) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          "";
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(UCharacter.digit(c));
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          Character.toString(c);
      default -> styled(c);
    };
  }

  /** Wide, circled, mathematical and ligated forms of letters and digits. */
  private static String styled(int c) {
    String whole = Character.toString(c);
    String compatible = COMPATIBLE.normalize(whole);
    boolean isPlain =
        compatible.chars().allMatch(Characters::isPlain)
            && compatible.chars().anyMatch(Character::isLetterOrDigit);
    return isPlain ? compatible : whole;
  }

  private static boolean isPlain(int c) {
    return (c < 0x80 && c >= ' ') || (c < 0x250 && Character.isLetter(c));
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** The one character for a letter and the mark that follows it, or -1. */
  static int composed(int letter, int mark) {
    return COMPOSED.composePair(letter, mark);
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
