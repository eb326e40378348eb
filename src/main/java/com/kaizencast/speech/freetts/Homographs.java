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

  private static final Set<String> BEFORE_A_BASE_FORM =
      words(
          "to can could will would shall should may might must not cannot can't couldn't won't"
              + " wouldn't shouldn't don't doesn't didn't do does did let's please i you we they"
              + " i'll you'll we'll they'll it'll i'd you'd we'd they'd");

  private static final Set<String> BEFORE_ANY_FORM =
      words("he she it who also always never often then");

  private static final Set<String> DETERMINERS =
      words(
          "the a an this these those my your his her its our their each every all any some no both"
              + " another");

  private static final Set<String> OBJECT_PRONOUNS = words("it them us me him");

  private static final Set<String> PREPOSITIONS =
      words("of in on for with by at from into without per as");

  private static final Set<String> BEFORE_LIVE = words("go goes going went gone");

  private static final Set<String> AFTER_THE_NOUN_USE = words("of case cases and or is");

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
    if (word.equals("use")
        && opensClause
        && !after.isEmpty()
        && !AFTER_THE_NOUN_USE.contains(after)) {
      return VERB;
    }
    boolean hasObject =
        words.get(index).punctuation().isEmpty()
            && (DETERMINERS.contains(after) || OBJECT_PRONOUNS.contains(after));
    boolean afterNounMarker = DETERMINERS.contains(before) || PREPOSITIONS.contains(before);
    // "access to objects", "skip to content" have the nouns.
    boolean isBaseForm = !word.equals("content") && (!word.endsWith("s") || word.endsWith("ss"));
    boolean afterSubject =
        BEFORE_ANY_FORM.contains(before) || (isBaseForm && BEFORE_A_BASE_FORM.contains(before));
    return afterSubject || (hasObject && !afterNounMarker) ? VERB : null;
  }

  private static Set<String> words(String line) {
    return Set.of(line.split(" "));
  }

  private static String lower(List<SpokenWord> words, int index) {
    return words.get(index).text().toLowerCase(Locale.ROOT);
  }
}
