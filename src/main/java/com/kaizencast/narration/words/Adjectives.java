package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.Set;

/** Amounts that stand before a noun and take the singular: "a 5 GB file", "the same $5 bill". */
final class Adjectives {

  private static final Set<String> ARTICLES =
      Set.of(
          "a", "an", "the", "same", "each", "every", "another", "one", "this", "that", "per", "our",
          "my", "your", "their", "its", "his", "her");

  /** Words after an amount that are no noun it belongs to. */
  private static final Set<String> NO_NOUNS =
      Set.of(
          "of",
          "in",
          "on",
          "at",
          "to",
          "for",
          "from",
          "by",
          "with",
          "without",
          "per",
          "and",
          "or",
          "but",
          "nor",
          "so",
          "if",
          "when",
          "while",
          "than",
          "as",
          "that",
          "which",
          "who",
          "is",
          "was",
          "are",
          "were",
          "be",
          "has",
          "have",
          "had",
          "will",
          "would",
          "can",
          "could",
          "a",
          "an",
          "the",
          "each",
          "every",
          "more",
          "less",
          "fewer",
          "faster",
          "slower",
          "longer",
          "shorter",
          "later",
          "earlier",
          "ago",
          "away",
          "apart",
          "before",
          "after",
          "since",
          "until",
          "above",
          "below",
          "over",
          "under",
          "behind",
          "ahead",
          "wide",
          "long",
          "high",
          "tall",
          "deep",
          "old",
          "off",
          "out",
          "up",
          "down",
          "it",
          "we",
          "you",
          "they",
          "not",
          "only",
          "just",
          "also",
          "then",
          "now",
          "again",
          "too",
          "instead",
          "because",
          "total",
          "altogether",
          "together");

  private Adjectives() {}

  /** Whether an amount stands between an article and a noun. */
  static boolean isBeforeNoun(Line line, int start, int end) {
    String after = line.isBlank(end) ? line.wordAfter(end) : "";
    return !after.isEmpty()
        && !NO_NOUNS.contains(after.toLowerCase(Locale.ROOT))
        && line.isLetter(end + 1)
        && ARTICLES.contains(line.wordBefore(start).toLowerCase(Locale.ROOT));
  }
}
