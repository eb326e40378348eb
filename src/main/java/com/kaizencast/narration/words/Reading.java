package com.kaizencast.narration.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class reads what it recognised.
 *
 * @param end offset after it
 * @param said its words; empty for punctuation
 * @param mark the punctuation that it puts after the word before it, or empty
 * @param remark what the host should know about it, one line
 */
record Reading(int end, List<Said> said, String mark, @Nullable String remark) {

  Reading {
    said = List.copyOf(said);
  }

  static Reading of(int end, List<Said> said) {
    return new Reading(end, said, "", null);
  }

  /** A phrase, as {@link Said#phrase} takes it. */
  static Reading phrase(int end, String words, int at) {
    return of(end, Said.phrase(words, at));
  }

  static Reading mark(int end, String mark) {
    return new Reading(end, List.of(), mark, null);
  }

  Reading with(int newEnd, List<Said> newSaid) {
    return new Reading(newEnd, newSaid, mark, remark);
  }

  /** The same with a pause before it. */
  Reading afterPause() {
    return new Reading(end, said, ",", remark);
  }

  Reading remarked(String newRemark) {
    return new Reading(end, said, mark, newRemark);
  }
}
