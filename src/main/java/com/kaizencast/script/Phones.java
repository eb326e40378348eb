package com.kaizencast.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The phones of the voice: ARPAbet in lower case, a stressed vowel with the suffix 1. They are
 * those that the kevin16 voice has recordings of; a pair it has none of would end its speech.
 */
final class Phones {

  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh",
          "uw");
  private static final Set<String> CONSONANTS =
      Set.of(
          "b", "ch", "d", "dh", "f", "g", "hh", "jh", "k", "l", "m", "n", "ng", "p", "r", "s", "sh",
          "t", "th", "v", "w", "y", "z", "zh");

  private Phones() {}

  /** What is wrong with a word of phones, or null. */
  static @Nullable String mistake(List<String> phones) {
    boolean vowel = false;
    for (String phone : phones) {
      if (VOWELS.contains(withoutStress(phone))) {
        vowel = true;
      } else if (!CONSONANTS.contains(phone)) {
        return unknown(phone);
      }
    }
    return vowel ? pairMistake(phones) : "have no vowel; a word needs one";
  }

  private static String unknown(String phone) {
    if (phone.matches("[a-z]+1") && CONSONANTS.contains(withoutStress(phone))) {
      return "stress the consonant " + phone + "; put the 1 after a vowel";
    }
    if (phone.matches("[a-zA-Z]+[0-2]?") && isPhone(phone.toLowerCase(Locale.ROOT))) {
      return "hold " + phone + "; write lower case, and 1 or nothing after a vowel";
    }
    return "hold "
        + Forms.quoted(phone)
        + ", which is no phone of the voice; there are "
        + String.join(" ", new TreeSet<>(VOWELS))
        + " and "
        + String.join(" ", new TreeSet<>(CONSONANTS));
  }

  private static boolean isPhone(String phone) {
    String bare = phone.replaceAll("[0-2]$", "");
    return VOWELS.contains(bare) || CONSONANTS.contains(bare);
  }

  private static @Nullable String pairMistake(List<String> phones) {
    for (int i = 0; i < phones.size(); i++) {
      String phone = phones.get(i);
      String before = i == 0 ? "" : withoutStress(phones.get(i - 1));
      String after = i == phones.size() - 1 ? "" : withoutStress(phones.get(i + 1));
      boolean glide = phone.equals("hh") || phone.equals("w") || phone.equals("y");
      boolean sounds = VOWELS.contains(after) || (phone.equals("hh") && after.equals("y"));
      if (glide && !sounds) {
        return "hold " + phone + " without a vowel after it, which the voice can't say";
      }
      if (phone.equals("ng") && (!VOWELS.contains(before) || before.equals("er"))) {
        return "hold ng without a vowel before it, which the voice can't say";
      }
    }
    return null;
  }

  private static String withoutStress(String phone) {
    return phone.endsWith("1") ? phone.substring(0, phone.length() - 1) : phone;
  }
}
