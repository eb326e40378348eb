package com.kaizencast.importing;

import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.LATIN;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what script a text is written (Unicode Standard Annex 24), which tells much of its language.
 */
final class WritingSystem {

  /** Other writing quotes Latin words; Latin writing hardly has that much of another one. */
  private static final double ENOUGH_OF_ANOTHER = 0.15;

  private WritingSystem() {}

  /** The script that a text is written in; null if it has no letters. */
  static @Nullable UnicodeScript of(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .forEach(script -> counts.merge(isKana(script) ? HAN : script, 1, Integer::sum));
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() != LATIN && entry.getValue() / all >= ENOUGH_OF_ANOTHER)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(counts.isEmpty() ? null : LATIN);
  }

  private static boolean isKana(UnicodeScript script) {
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
  }

  /** The script that a language is mostly written in. */
  static UnicodeScript ofLanguage(String tag) {
    return switch (Locale.forLanguageTag(tag).getLanguage()) {
      case "zh", "ja", "yue" -> HAN;
      case "ko" -> UnicodeScript.HANGUL;
      case "ru", "uk", "be", "bg", "mk", "kk" -> UnicodeScript.CYRILLIC;
      case "ar", "fa", "ur" -> UnicodeScript.ARABIC;
      case "he", "yi" -> UnicodeScript.HEBREW;
      case "el" -> UnicodeScript.GREEK;
      case "hi", "mr", "ne" -> UnicodeScript.DEVANAGARI;
      case "th" -> UnicodeScript.THAI;
      default -> LATIN;
    };
  }

  /** As a report shows it. */
  static String name(UnicodeScript script) {
    String name = script.name().toLowerCase(Locale.ROOT);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
