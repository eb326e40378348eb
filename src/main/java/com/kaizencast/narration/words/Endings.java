package com.kaizencast.narration.words;

import java.util.Locale;

/** How English words are spelled with an ending. */
final class Endings {

  private Endings() {}

  /** The plural of a word: "boxes", "libraries", "pods". */
  static String plural(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (takesEs(lower)) {
      return word + "es";
    }
    int beforeLast = lower.length() - 2;
    if (lower.endsWith("y") && beforeLast >= 0 && "aeiou".indexOf(lower.charAt(beforeLast)) < 0) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word + "s";
  }

  /** Whether the plural of a word ends in -es. */
  static boolean takesEs(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("s")
        || lower.endsWith("x")
        || lower.endsWith("z")
        || lower.endsWith("ch")
        || lower.endsWith("sh");
  }
}
