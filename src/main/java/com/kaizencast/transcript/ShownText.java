package com.kaizencast.transcript;

/** Text as it can be shown: what no form of a transcript can hold is left out. */
final class ShownText {

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private ShownText() {}

  /**
   * The text on one line with single blanks, without control characters, halves of surrogate pairs,
   * noncharacters and byte order marks.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isBlank(c)) {
        blank = !clean.isEmpty();
      } else if (isFit(c)) {
        if (blank) {
          clean.append(' ');
          blank = false;
        }
        clean.appendCodePoint(c);
      }
    }
    return clean.toString();
  }

  /** Whether anything of a clean text is seen. */
  static boolean isVisible(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT);
  }

  private static boolean isBlank(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
  }

  private static boolean isFit(int c) {
    return c >= 0x20
        && (c < 0x7f || c > 0x9f)
        && (c < 0xd800 || c > 0xdfff)
        && (c < 0xfdd0 || c > 0xfdef)
        && (c & 0xfffe) != 0xfffe
        && c != 0xfeff;
  }

  /**
   * Where a word that is too long for a line is best cut: after a mark of its last half line, else
   * as late as possible, and not within a character as it is seen.
   *
   * @param most units that fit; the word is longer
   */
  static int cut(String word, int most) {
    int whole = 0;
    int marked = 0;
    for (int i = Character.charCount(word.codePointAt(0)); i <= most; ) {
      if (isBoundary(word, i)) {
        whole = i;
        if (i > most / 2 && !Character.isLetterOrDigit(word.codePointBefore(i))) {
          marked = i;
        }
      }
      i += Character.charCount(word.codePointAt(i));
    }
    if (marked > 0) {
      return marked;
    }
    if (whole > 0) {
      return whole;
    }
    return Character.isLowSurrogate(word.charAt(most)) ? most - 1 : most;
  }

  /**
   * Whether a character as it is seen ends here. By hand, because the classes of the JDK differ in
   * this from release to release, and the same script is to give the same bytes.
   */
  private static boolean isBoundary(String word, int at) {
    int before = word.codePointBefore(at);
    int after = word.codePointAt(at);
    int type = Character.getType(after);
    return type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && type != Character.COMBINING_SPACING_MARK
        && before != ZERO_WIDTH_JOINER
        && after != ZERO_WIDTH_JOINER
        && !(after >= 0x1f3fb && after <= 0x1f3ff)
        && !(after >= 0xe0020 && after <= 0xe007f)
        && !(isRegional(before) && isRegional(after));
  }

  private static boolean isRegional(int c) {
    return c >= 0x1f1e6 && c <= 0x1f1ff;
  }
}
