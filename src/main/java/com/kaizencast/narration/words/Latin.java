package com.kaizencast.narration.words;

import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/** Latin letters with marks as the plain letters that an English voice knows. */
final class Latin {

  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();

  /** Letters that are no base letter with a mark. */
  private static final Map<Character, String> SPECIAL =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ẞ', "SS"),
          Map.entry('æ', "ae"),
          Map.entry('Æ', "Ae"),
          Map.entry('œ', "oe"),
          Map.entry('Œ', "Oe"),
          Map.entry('ø', "o"),
          Map.entry('Ø', "O"),
          Map.entry('đ', "d"),
          Map.entry('Đ', "D"),
          Map.entry('ð', "th"),
          Map.entry('Ð', "Th"),
          Map.entry('þ', "th"),
          Map.entry('Þ', "Th"),
          Map.entry('ł', "l"),
          Map.entry('Ł', "L"),
          Map.entry('ħ', "h"),
          Map.entry('Ħ', "H"),
          Map.entry('ı', "i"),
          Map.entry('ŋ', "ng"),
          Map.entry('Ŋ', "Ng"),
          Map.entry('ə', "e"),
          Map.entry('Ə', "E"));

  private Latin() {}

  static boolean isAscii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * The text with its Latin letters folded to ASCII where that is possible; all other characters
   * stay.
   */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String special = SPECIAL.get(c);
      if (c < 0x80) {
        folded.append(c);
      } else if (special != null) {
        folded.append(special);
      } else {
        folded.append(base(c));
      }
    }
    return folded.toString();
  }

  /** Whether a letter has a plain form. */
  static boolean isFoldable(char c) {
    return isAscii(c)
        || SPECIAL.containsKey(c)
        || (c >= 0x80 && Character.isLetter(c) && isAscii(base(c).charAt(0)));
  }

  private static String base(char c) {
    String decomposed = DECOMPOSED.getDecomposition(c);
    if (decomposed == null) {
      return String.valueOf(c);
    }
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      if (isAscii(decomposed.charAt(i))) {
        letters.append(decomposed.charAt(i));
      }
    }
    return letters.length() == 0 ? String.valueOf(c) : letters.toString();
  }
}
