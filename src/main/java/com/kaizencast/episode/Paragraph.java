package com.kaizencast.episode;

import java.util.List;

/**
 * A paragraph of an episode's transcript.
 *
 * @param isHeading whether it is the heading of a section
 * @param words at least one, in order
 */
public record Paragraph(boolean isHeading, List<Word> words) {

  public Paragraph {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a paragraph needs a word");
    }
  }

  /**
   * A word that is heard, with those beside it that are only shown.
   *
   * @param text as the author wrote it; blanks part the words
   * @param startMs when it begins to sound, milliseconds from the start of the audio
   */
  public record Word(String text, long startMs) {}
}
