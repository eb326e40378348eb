package com.kaizencast.narration.words;

import java.util.Arrays;
import java.util.Set;

/** Rules on ARPAbet phones as the US English voices know them. */
final class Phones {

  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh",
          "uw");
  private static final Set<String> CONSONANTS =
      Set.of(
          "b", "ch", "d", "dh", "f", "g", "hh", "jh", "k", "l", "m", "n", "ng", "p", "r", "s", "sh",
          "t", "th", "v", "w", "y", "z", "zh");
  private static final Set<String> SIBILANTS = Set.of("s", "z", "sh", "zh", "ch", "jh");
  private static final Set<String> VOICELESS = Set.of("p", "t", "k", "f", "th");

  private Phones() {}

  /** Whether a voice can say it: known phones, one blank between them, stress only on vowels. */
  static boolean areSayable(String phones) {
    return Arrays.stream(phones.split(" ", -1)).allMatch(Phones::isPhone);
  }

  private static boolean isPhone(String phone) {
    return phone.endsWith("1")
        ? VOWELS.contains(phone.substring(0, phone.length() - 1))
        : VOWELS.contains(phone) || CONSONANTS.contains(phone);
  }

  /** The phones with the ending -s as it sounds after them. */
  static String plural(String phones) {
    String last = last(phones);
    if (isHissing(phones)) {
      return phones + " ax z";
    }
    return phones + (VOICELESS.contains(last) ? " s" : " z");
  }

  /** Whether the ending -s needs a vowel before it. */
  static boolean isHissing(String phones) {
    return SIBILANTS.contains(last(phones));
  }

  private static String last(String phones) {
    return phones.substring(phones.lastIndexOf(' ') + 1);
  }
}
