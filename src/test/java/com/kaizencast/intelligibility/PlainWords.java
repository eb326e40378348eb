package com.kaizencast.intelligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text in the one spelling in which what was said and what was heard are compared:
 * lower case, without marks of any kind, letters apart.
 */
final class PlainWords {

  /** What sounds alike, "server's" and "servers", is written alike. */
  private static final Pattern POSSESSIVE = Pattern.compile("'s\\b|'(?![a-z])|(?<![a-z])'");

  /** A recogniser's noises, and its numbers of pronunciations. */
  private static final Pattern NO_WORD =
      Pattern.compile("<[^>]*>|\\[[^]]*\\]|\\+\\+[^+]*\\+\\+|\\([0-9]+\\)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z']+");

  private static final Map<String, String> SPELLINGS =
      Map.of("ok", "okay", "mr", "mister", "vs", "versus");

  private PlainWords() {}

  static List<String> of(String text) {
    String plain =
        NO_WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ");
    plain = POSSESSIVE.matcher(plain).replaceAll(match -> match.group().equals("'s") ? "s" : "");
    return Stream.of(BETWEEN_WORDS.split(plain))
        .filter(word -> !word.isEmpty())
        .map(word -> SPELLINGS.getOrDefault(word, word))
        .toList();
  }
}
