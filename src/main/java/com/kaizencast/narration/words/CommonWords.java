package com.kaizencast.narration.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** English words that are no acronyms when they stand in capitals. */
final class CommonWords {

  private final Set<String> words = new HashSet<>();

  CommonWords() {
    for (List<String> row : Table.read("common-words", 1).rows()) {
      words.addAll(List.of(row.get(0).split(" ")));
    }
  }

  boolean contains(String lowerCase) {
    return words.contains(lowerCase);
  }
}
