package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a line with its class and what is said for it.
 *
 * @param start offset in the text of the line
 * @param end offset after it
 * @param said empty for punctuation and for what is not heard
 * @param mark punctuation for the word before
 * @param remark what the host should know about it
 */
public record Token(
    int start, int end, String wordClass, List<Said> said, String mark, @Nullable String remark) {
  public Token {
    said = List.copyOf(said);
  }

  Token(int start, String wordClass, Reading reading) {
    this(start, reading.end(), wordClass, reading.said(), reading.mark(), reading.remark());
  }

  /** The same token with a mark after its last word. */
  Token marked(String newMark) {
    List<Said> newSaid = new ArrayList<>(said);
    int last = newSaid.size() - 1;
    newSaid.set(last, newSaid.get(last).marked(newMark));
    return new Token(start, end, wordClass, newSaid, mark, remark);
  }
}
