package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of shortened words, and whether a sentence may end with them. */
public final class Abbreviations {

  private static final Map<String, List<Entry>> ENTRIES = new HashMap<>();

  static {
    for (List<String> row : Table.read("abbreviations", 4).rows()) {
      ENTRIES
          .computeIfAbsent(row.get(0), any -> new ArrayList<>())
          .add(new Entry(row.get(1), row.get(2), row.get(3)));
    }
  }

  private static final CommonWords COMMON_WORDS = new CommonWords();

  private Abbreviations() {}

  /**
   * @param before what must follow: a {@code number}, a {@code name}, or nothing in particular
   * @param ends whether a sentence may end with it: {@code never}, or only before a common word
   */
  record Entry(String said, String before, String ends) {

    boolean fits(char next) {
      return switch (before) {
        case "number" -> WordClass.isDigit(next);
        case "name" -> WordClass.isCapital(next);
        default -> true;
      };
    }
  }

  static List<Entry> of(String written) {
    return ENTRIES.getOrDefault(written, List.of());
  }

  /**
   * Whether a sentence goes on after a shortened word although a capital follows.
   *
   * @param written with its stop
   * @param next the word that follows
   */
  public static boolean isWithinSentence(String written, String next) {
    for (Entry entry : of(written)) {
      if (!next.isEmpty() && entry.fits(next.charAt(0))) {
        return entry.ends().equals("never") || !COMMON_WORDS.startsSentence(next);
      }
    }
    boolean isInitials = written.matches("(?:[A-Z]\\.){2,8}");
    return isInitials && !COMMON_WORDS.startsSentence(next);
  }

  /** Whether a word is one that sentences often begin with and names never do. */
  public static boolean startsSentence(String word) {
    return COMMON_WORDS.startsSentence(word);
  }

  /** Whether a capital after this word is a letter's name and no initial: "plan B". */
  public static boolean isBeforeLetter(String word) {
    return PlainWord.isBeforeLetter(word.toLowerCase(Locale.ROOT));
  }
}
