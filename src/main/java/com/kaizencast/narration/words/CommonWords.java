package com.kaizencast.narration.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** English words that are no acronyms when they stand in capitals. */
final class CommonWords {

  private static final int STARTERS = 0;

  private final Set<String> starters = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  CommonWords() {
    List<List<String>> rows = Table.read("common-words", 1).rows();
    for (int i = 0; i < rows.size(); i++) {
      List<String> some = List.of(rows.get(i).get(0).split(" "));
      words.addAll(some);
      if (i == STARTERS) {
        starters.addAll(some);
      }
    }
  }

  boolean contains(String lowerCase) {
    return words.contains(lowerCase);
  }

  /** Whether a word is one that sentences often begin with and names never do. */
  boolean startsSentence(String word) {
    return starters.contains(word.toLowerCase(Locale.ROOT));
  }
}
