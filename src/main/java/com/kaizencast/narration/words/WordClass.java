package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** A kind of word that is read in its own way: years, acronyms, file names. */
interface WordClass {

  /** Its name as the host sees it: lower-case words. */
  String name();

  /** Whether a word of this class may begin with an ASCII character; asked once for each. */
  boolean mayStartWith(char c);

  /**
   * Reads what begins at an offset of a line, if it is of this class. Takes time in proportion to
   * what it reads, or to a fixed bound.
   *
   * @return null if it is something else; else at least one character is read
   */
  @Nullable Reading read(Line line, int at, WordReader words);

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetter(char c) {
    return isCapital(c) || (c >= 'a' && c <= 'z');
  }
}
