package com.kaizencast.episode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One sentence (or heading, or list number) as the voice is given it, beside the author's words.
 *
 * @param position where it starts in the script
 * @param written the author's words in order, those that are shown
 * @param words what is said; their {@code written} indexes never go back
 * @param pauseAfter silence that follows, on top of what the voice renders itself
 * @param startsParagraph whether it is the first of a paragraph, heading or list item; a list
 *     number is one with the text of its item
 */
public record SpokenText(
    BlockRole role,
    SourcePosition position,
    List<WrittenWord> written,
    List<SpokenWord> words,
    Duration pauseAfter,
    boolean startsParagraph) {
  public SpokenText {
    written = List.copyOf(written);
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("nothing to say at " + position);
    }
    int last = 0;
    for (SpokenWord word : words) {
      if (word.written() < last || word.written() >= written.size()) {
        throw new IllegalArgumentException("written index out of order at " + position);
      }
      last = word.written();
    }
    if (pauseAfter.isNegative()) {
      throw new IllegalArgumentException("negative pause at " + position);
    }
  }

  /** A text that is a paragraph of its own. */
  public SpokenText(
      BlockRole role,
      SourcePosition position,
      List<WrittenWord> written,
      List<SpokenWord> words,
      Duration pauseAfter) {
    this(role, position, written, words, pauseAfter, true);
  }

  /** The line given to the voice. */
  public String text() {
    return words.stream()
        .map(word -> word.text() + word.punctuation())
        .collect(Collectors.joining(" "));
  }
}
