package com.kaizencast.site;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** What language and direction a text has, as far as its letters tell. */
final class Writing {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi");

  private Writing() {}

  /** The direction of a page in that language, a BCP 47 tag. */
  static String direction(String language) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
  }

  /**
   * The language to name for a text in a page of another one, so that it is set in the right
   * letters and read by the right voice.
   *
   * @param page the page's language
   * @return a BCP 47 tag; the page's own where the letters do not tell
   */
  static String language(String text, String page) {
    String found = "";
    for (int c : text.codePoints().toArray()) {
      switch (UnicodeScript.of(c)) {
        case HIRAGANA, KATAKANA -> {
          return "ja";
        }
        case HAN -> found = "zh";
        case HANGUL -> found = "ko";
        case ARABIC -> found = found.isEmpty() ? "ar" : found;
        case HEBREW -> found = found.isEmpty() ? "he" : found;
        default -> {}
      }
    }
    return found.isEmpty() || page.matches("(ja|zh|yue|ko|ar|fa|ur|he|yi)(-.*)?") ? page : found;
  }
}
