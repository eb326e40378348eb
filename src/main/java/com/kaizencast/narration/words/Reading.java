package com.kaizencast.narration.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class reads what it recognised.
 *
 * @param end offset after it
 * @param said its words; empty for punctuation
 * @param markBefore punctuation that it puts after the word before it, or empty
 * @param remark what the host should know about it, one line
 * @param described whether the words describe it instead of saying it
 */
record Reading(
    int end, List<Said> said, String markBefore, @Nullable String remark, boolean described) {

  Reading {
    said = List.copyOf(said);
  }

  static Reading of(int end, List<Said> said) {
    return new Reading(end, said, "", null, false);
  }

  static Reading phrase(int end, String words, int at) {
    return of(end, Said.phrase(words, at));
  }

  static Reading mark(int end, String mark) {
    return new Reading(end, List.of(), mark, null, false);
  }

  Reading remarked(String newRemark) {
    return new Reading(end, said, markBefore, newRemark, described);
  }

  Reading describedAs(String newRemark) {
    return new Reading(end, said, markBefore, newRemark, true);
  }
}
