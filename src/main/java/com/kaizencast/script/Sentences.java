package com.kaizencast.script;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short texts cut out of a longer one at the ends of its sentences, clauses or words. */
final class Sentences {

  private static final Pattern END =
      Pattern.compile(
          "(?<![.!?])[.!?]++[\"”’')\\]]*+(?=\\s+[\"“‘'(\\[]*[\\p{Lu}\\p{Lo}\\p{N}]|\\s*$)|[。！？]");
  private static final Pattern CLAUSE = Pattern.compile("[,;:](?=\\s)|\\s*[—–]|\\s-(?=\\s)");

  /** What a title leaves out at its end. */
  private static final String CLOSING = ".!?。！？\"”’')] ";

  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "fig", "approx");

  private Sentences() {}

  /** The first sentences of a text as far as they fit, or the first words with an ellipsis. */
  static String summary(String text, int longest) {
    int end = 0;
    for (int next = sentenceEnd(text, 0); next >= 0 && next <= longest; ) {
      end = next;
      next = sentenceEnd(text, next);
    }
    return end > 0 ? text.substring(0, end).strip() : words(text, longest);
  }

  /** A title made of the first sentence, or of as many of its clauses as fit. */
  static String title(String text, int longest) {
    int end = sentenceEnd(text, 0);
    int last = end < 0 ? text.length() : end;
    while (last > 0 && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    String sentence = text.substring(0, last).strip();
    if (sentence.length() <= longest) {
      return sentence;
    }
    String clause = "";
    Matcher clauses = CLAUSE.matcher(sentence);
    while (clauses.find() && clauses.start() <= longest) {
      String candidate = sentence.substring(0, clauses.start()).strip();
      if (candidate.contains(" ")) {
        clause = candidate;
      }
    }
    return clause.isEmpty() ? words(sentence, longest) : clause;
  }

  /** Offset behind the next sentence that starts at {@code from}, or -1 behind the last. */
  private static int sentenceEnd(String text, int from) {
    Matcher end = END.matcher(text);
    int start = from;
    while (start < text.length() && end.find(start)) {
      if (!isAbbreviation(text, end.start())) {
        return end.end();
      }
      start = end.end();
    }
    return -1;
  }

  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0 && isWordPart(text.charAt(start - 1)) && dot - start < 10) {
      start--;
    }
    return text.charAt(dot) == '.'
        && ABBREVIATIONS.contains(text.substring(start, dot).toLowerCase(Locale.ROOT));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '.';
  }

  private static String words(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int cut = text.lastIndexOf(' ', longest - 1);
    if (cut <= 0) {
      cut = longest - 1;
      if (Character.isHighSurrogate(text.charAt(cut - 1))) {
        cut--;
      }
    }
    return text.substring(0, cut).replaceFirst("[\\s,;:—–-]+$", "") + "…";
  }
}
