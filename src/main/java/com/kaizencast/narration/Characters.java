package com.kaizencast.narration;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/** One way of writing for characters that mean the same to a reader aloud. */
final class Characters {

  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  private Characters() {}

  /**
   * What a code point is read as: a blank for all white space, nothing for what can't be seen or
   * heard (controls, zero-width characters, lone surrogates), ASCII quotes and hyphens, plain
   * letters and digits for their wide and styled forms.
   */
  static String plain(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F ? Character.toString(c) : isSpace(c) ? " " : "";
    }
    return switch (c) {
      case '’', '‘', '‛', 'ʼ', '´', '′', '＇' -> "'";
      case '“', '”', '„', '‟', '«', '»', '″', '‹', '›' -> "\"";
      case '‐', '‑', '﹣', '－' -> "-";
      case '‒', '–' -> "–";
      case '—', '―', '⸺', '⸻' -> "—";
      case '…' -> "...";
      // Kept for the classes that read them; the joiner and the variation are part of emoji.
      case '¼',
          '½',
          '¾',
          '⅓',
          '⅔',
          '⅕',
          '⅖',
          '⅗',
          '⅘',
          '⅙',
          '⅚',
          '⅛',
          '⅜',
          '⅝',
          '⅞',
          '⅐',
          '⅑',
          '⅒',
          '⁰',
          '¹',
          '²',
          '³',
          '⁴',
          '⁵',
          '⁶',
          '⁷',
          '⁸',
          '⁹',
          '℃',
          '℉',
          '№',
          '™',
          '℠',
          0x200D,
          0xFE0F ->
          Character.toString(c);
      default -> other(c);
    };
  }

  private static String other(int c) {
    if (isSpace(c)) {
      return " ";
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.CONTROL,
          UCharacterCategory.FORMAT,
          UCharacterCategory.SURROGATE,
          UCharacterCategory.PRIVATE_USE,
          UCharacterCategory.UNASSIGNED ->
          "";
      case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> Integer.toString(UCharacter.digit(c));
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK ->
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
            && compatible.chars().anyMatch(UCharacter::isLetterOrDigit);
    return isPlain ? compatible : whole;
  }

  private static boolean isPlain(int c) {
    return (c >= ' ' && c < 0x80) || (c < 0x250 && UCharacter.isLetter(c));
  }

  static boolean isSpace(int c) {
    return UCharacter.isUWhiteSpace(c) || (c >= 0x1C && c <= 0x1F);
  }

  /** The one character for a letter and the mark that follows it, or -1. */
  static int composed(int letter, int mark) {
    return COMPOSED.composePair(letter, mark);
  }

  static boolean isMark(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }
}
