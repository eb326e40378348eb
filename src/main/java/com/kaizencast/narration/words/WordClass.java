package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** A kind of word that is read in its own way: years, acronyms, file names. */
interface WordClass {

  /** Its name as the host sees it: lower-case words. */
  String name();

  /**
   * Reads what begins at an offset of a line, if it is of this class. Takes time in proportion to
   * what it reads, or to a fixed bound.
   *
   * @return null if it is something else; else at least one character is read
   */
  @Nullable Reading read(Line line, int at, WordReader words);
}
