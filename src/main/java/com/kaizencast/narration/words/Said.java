package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word that is said.
 *
 * @param text ASCII letters and apostrophes
 * @param phones where the voice's dictionary is not to be asked
 * @param mark punctuation that follows, or empty
 * @param at offset in the text of the line that it says part of
 */
public record Said(String text, @Nullable String phones, String mark, int at) {

  private static final String MARKS = ",;:.!?";

  /** A phrase of words with blanks or hyphens between them; a lone capital is a letter's name. */
  static List<Said> phrase(String words, int at) {
    List<Said> said = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || words.charAt(i) == ' ' || words.charAt(i) == '-') {
        if (i > start) {
          String word = words.substring(start, i);
          boolean isLetter = word.length() == 1 && Character.isUpperCase(word.charAt(0));
          said.add(isLetter ? Letters.name(word.charAt(0), at) : new Said(word, null, "", at));
        }
        start = i + 1;
      }
    }
    return said;
  }

  /** The same word with the stronger of its own and another mark. */
  Said marked(String other) {
    return MARKS.indexOf(other) > MARKS.indexOf(mark) || mark.isEmpty()
        ? new Said(text, phones, other, at)
        : this;
  }

  /** The same word as part of what stands at another offset. */
  Said movedTo(int offset) {
    return new Said(text, phones, mark, offset);
  }
}
