package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the letters, with their phones: a voice may read a lone "a" as the article. */
final class Letters {

  private static final Map<String, String> PHONES = Table.read("letters", 2).asMap();

  private Letters() {}

  /** The name of an ASCII letter. */
  static Said name(char letter, int at) {
    String capital = String.valueOf(letter).toUpperCase(Locale.ROOT);
    return new Said(capital, phones(capital), "", at);
  }

  /** The plural (or possessive, which sounds the same) of a letter's name: "A's". */
  static Said plural(char letter, int at) {
    String capital = String.valueOf(letter).toUpperCase(Locale.ROOT);
    return new Said(capital + "'s", Phones.plural(phones(capital)), "", at);
  }

  /** The names of letters one by one; {@code at} is the offset of the first. */
  static List<Said> spell(String letters, int at) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      said.add(name(letters.charAt(i), at + i));
    }
    return said;
  }

  /** The names of letters and digits; {@code at} is the offset of the first. */
  static List<Said> spellWithDigits(String text, int at) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (WordClass.isDigit(c)) {
        said.addAll(Said.phrase(Numbers.cardinal(c - '0'), at + i));
      } else {
        said.add(name(c, at + i));
      }
    }
    return said;
  }

  private static String phones(String capital) {
    String phones = PHONES.get(capital);
    if (phones == null) {
      throw new IllegalArgumentException("not a letter of the alphabet: " + capital);
    }
    return phones;
  }
}
