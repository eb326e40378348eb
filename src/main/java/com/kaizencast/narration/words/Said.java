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

  /** From the weakest to the strongest. */
  private static final String MARKS = ",;:.!?";

  /**
   * A phrase of words with blanks or hyphens between them; a lone capital is a letter's name, a
   * comma after a word its mark.
   */
  static List<Said> phrase(String words, int at) {
    List<Said> said = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || words.charAt(i) == ' ' || words.charAt(i) == '-') {
        if (i > start) {
          said.add(word(words.substring(start, i), at));
        }
        start = i + 1;
      }
    }
    return said;
  }

  private static Said word(String word, int at) {
    if (word.endsWith(",")) {
      return word(word.substring(0, word.length() - 1), at).marked(",");
    }
    boolean isLetter = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return isLetter ? Letters.name(word.charAt(0), at) : new Said(word, null, "", at);
  }

  /** The same word with the stronger of its own and another mark. */
  Said marked(String other) {
    return mark.isEmpty() || MARKS.indexOf(other) > MARKS.indexOf(mark)
        ? new Said(text, phones, other, at)
        : this;
  }

  Said with(String newPhones) {
    return new Said(text, newPhones, mark, at);
  }

  /** The word with an ending -s. */
  Said inflected(boolean isPlural) {
    if (text.length() == 1) {
      return Letters.plural(text.charAt(0), at);
    }
    if (phones != null) {
      return new Said(text + (isPlural ? "s" : "'s"), Phones.plural(phones), mark, at);
    }
    return new Said(isPlural ? Endings.plural(text) : text + "'s", null, mark, at);
  }
}
