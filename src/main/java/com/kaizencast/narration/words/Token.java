package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a line with its class and what is said for it.
 *
 * @param start offset in the text of the line
 * @param end offset after it
 * @param said empty for blanks and punctuation
 * @param remark what the host should know about it
 * @param described whether it is described instead of read
 */
public record Token(
    int start,
    int end,
    String wordClass,
    List<Said> said,
    @Nullable String remark,
    boolean described) {
  public Token {
    said = List.copyOf(said);
  }

  /** The same token with a mark after its last word. */
  Token marked(String mark) {
    List<Said> newSaid = new ArrayList<>(said);
    int last = newSaid.size() - 1;
    newSaid.set(last, newSaid.get(last).marked(mark));
    return new Token(start, end, wordClass, newSaid, remark, described);
  }
}
