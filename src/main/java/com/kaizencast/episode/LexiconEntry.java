package com.kaizencast.episode;

/**
 * How a term is said.
 *
 * @param term as written; matched exactly if it has a capital beyond the first letter, else in any
 *     case
 * @param said depends on the kind: empty for WORD and SPELL, other words for WORDS, ARPAbet phones
 *     (stress as suffix 1) for PHONES
 */
public record LexiconEntry(String term, Kind kind, String said) {

  /** The ways to say a term. */
  public enum Kind {
    WORD,
    SPELL,
    WORDS,
    PHONES
  }

  public LexiconEntry {
    if (term.isBlank()) {
      throw new IllegalArgumentException("a lexicon entry needs a term");
    }
  }
}
