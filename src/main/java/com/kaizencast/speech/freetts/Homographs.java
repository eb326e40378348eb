package com.kaizencast.speech.freetts;

import com.kaizencast.episode.SpokenWord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which of two words of one spelling is meant ("to record", "a record") from its
 * neighbours. FreeTTS itself takes the noun wherever there is one.
 */
final class Homographs {

  /** The dictionary's mark of a verb. */
  static final String VERB = "v";

  /** The dictionary's mark of an adjective. */
  static final String ADJECTIVE = "j";

  private static final Set<String> BEFORE_A_VERB =
      Set.of(
          "to",
          "can",
          "could",
          "will",
          "would",
          "shall",
          "should",
          "may",
          "might",
          "must",
          "not",
          "cannot",
          "can't",
          "couldn't",
          "won't",
          "wouldn't",
          "shouldn't",
          "don't",
          "doesn't",
          "didn't",
          "do",
          "does",
          "did",
          "let's",
          "please",
          "i",
          "you",
          "we",
          "they",
          "he",
          "she",
          "it",
          "who",
          "i'll",
          "you'll",
          "we'll",
          "they'll",
          "it'll",
          "i'd",
          "you'd",
          "we'd",
          "they'd",
          "always",
          "never",
          "often",
          "also",
          "then");

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "this", "these", "those", "my", "your", "his", "her", "its", "our",
          "their", "each", "every", "all", "any", "some", "no", "both", "another");

  private static final Set<String> OBJECT_PRONOUNS = Set.of("it", "them", "us", "me", "him");

  private static final Set<String> PREPOSITIONS =
      Set.of("of", "in", "on", "for", "with", "by", "at", "from", "into", "without", "per", "as");

  private static final Set<String> BEFORE_LIVE = Set.of("go", "goes", "going", "went", "gone");

  private static final Set<String> AFTER_THE_NOUN_USE =
      Set.of("", "of", "case", "cases", "and", "or", "is");

  private Homographs() {}

  /** The part of speech to ask the dictionary for first; null: its usual one. */
  static @Nullable String partOfSpeech(List<SpokenWord> words, int index) {
    String word = lower(words, index);
    boolean opensClause = index == 0 || !words.get(index - 1).punctuation().isEmpty();
    String before = opensClause ? "" : lower(words, index - 1);
    if (before.endsWith("ly") && index > 1) {
      before = lower(words, index - 2);
    }
    String after = index + 1 < words.size() ? lower(words, index + 1) : "";
    if (word.equals("live") && (DETERMINERS.contains(before) || BEFORE_LIVE.contains(before))) {
      return ADJECTIVE;
    }
    if (word.equals("use") && opensClause && !AFTER_THE_NOUN_USE.contains(after)) {
      return VERB;
    }
    boolean hasObject =
        words.get(index).punctuation().isEmpty()
            && (DETERMINERS.contains(after) || OBJECT_PRONOUNS.contains(after));
    boolean afterNounMarker = DETERMINERS.contains(before) || PREPOSITIONS.contains(before);
    if (BEFORE_A_VERB.contains(before) || (hasObject && !afterNounMarker)) {
      return VERB;
    }
    return null;
  }

  private static String lower(List<SpokenWord> words, int index) {
    return words.get(index).text().toLowerCase(Locale.ROOT);
  }
}
