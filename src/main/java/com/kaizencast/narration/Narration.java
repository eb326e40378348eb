package com.kaizencast.narration;

import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SpokenSection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A script as it is spoken.
 *
 * @param sections those of the script, without those in which nothing is said
 * @param problems what the host should mend; the episode is not fit to be heard if one is an error
 * @param remarks what the host may like to know before rendering: text that is described instead of
 *     read, long sentences
 * @param words each word or sign of the script with its class and what is said for it
 */
public record Narration(
    List<SpokenSection> sections,
    List<ScriptProblem> problems,
    List<ScriptProblem> remarks,
    List<ReadWord> words) {

  /**
   * Names that a voice has to guess.
   *
   * @param isKnown whether the voice's dictionary has a word, in any case
   * @return one remark for each word with a capital that stands within a sentence
   */
  public List<ScriptProblem> namesUnknownTo(Predicate<String> isKnown) {
    Set<String> seen = new HashSet<>();
    return words.stream()
        .filter(word -> word.wordClass().equals("word") || word.wordClass().equals("accented word"))
        .filter(word -> Character.isUpperCase(word.text().charAt(0)) && !word.said().contains(" "))
        .filter(word -> !isKnown.test(word.said()) && seen.add(word.said()))
        .map(
            word ->
                ScriptProblem.warning(
                    word.position(),
                    "the voice's dictionary does not have '"
                        + word.text()
                        + "'; listen to it, and put it into the lexicon if it is wrong"))
        .toList();
  }

  public Narration {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    words = List.copyOf(words);
  }
}
