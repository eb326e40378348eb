package com.kaizencast.speech.clustergen;

import java.util.HashMap;
import java.util.Map;

/**
 * Phonetic classes of the phones of US English, as the voices were trained with them: {@code 0}
 * where a class does not apply.
 *
 * @param vc vowel {@code +} or consonant {@code -}
 * @param vlng length of a vowel: short, long, diphthong, schwa ({@code a})
 * @param vheight height of a vowel: 1 high to 3 low
 * @param vfront frontness of a vowel: 1 front to 3 back
 * @param vrnd lip rounding
 * @param ctype manner of a consonant: stop, fricative, affricate ({@code a}), nasal, lateral
 *     ({@code l}), approximant ({@code r})
 * @param cplace place of a consonant: labial, alveolar, palatal, labio-dental ({@code b}), dental,
 *     velar, glottal
 * @param cvox voicing of a consonant
 */
record Phone(
    String vc,
    String vlng,
    String vheight,
    String vfront,
    String vrnd,
    String ctype,
    String cplace,
    String cvox) {

  private static final Phone UNKNOWN = new Phone("0", "0", "0", "0", "0", "0", "0", "0");

  private static final Map<String, Phone> PHONES =
      table(
          """
          aa  + l 3 3 - 0 0 0
          ae  + s 3 1 - 0 0 0
          ah  + s 2 2 - 0 0 0
          ao  + l 3 3 + 0 0 0
          aw  + d 3 2 - 0 0 0
          ax  + a 2 2 - 0 0 0
          ay  + d 3 2 - 0 0 0
          b   - 0 0 0 0 s l +
          ch  - 0 0 0 0 a p -
          d   - 0 0 0 0 s a +
          dh  - 0 0 0 0 f d +
          eh  + s 2 1 - 0 0 0
          er  + a 2 2 - r 0 0
          ey  + d 2 1 - 0 0 0
          f   - 0 0 0 0 f b -
          g   - 0 0 0 0 s v +
          hh  - 0 0 0 0 f g -
          ih  + s 1 1 - 0 0 0
          iy  + l 1 1 - 0 0 0
          jh  - 0 0 0 0 a p +
          k   - 0 0 0 0 s v -
          l   - 0 0 0 0 l a +
          m   - 0 0 0 0 n l +
          n   - 0 0 0 0 n a +
          ng  - 0 0 0 0 n v +
          ow  + d 2 3 + 0 0 0
          oy  + d 2 3 + 0 0 0
          p   - 0 0 0 0 s l -
          pau - 0 0 0 0 0 0 -
          r   - 0 0 0 0 r a +
          s   - 0 0 0 0 f a -
          sh  - 0 0 0 0 f p -
          t   - 0 0 0 0 s a -
          th  - 0 0 0 0 f d -
          uh  + s 1 3 + 0 0 0
          uw  + l 1 3 + 0 0 0
          v   - 0 0 0 0 f b +
          w   - 0 0 0 0 r l +
          y   - 0 0 0 0 r p +
          z   - 0 0 0 0 f a +
          zh  - 0 0 0 0 f p +
          """);

  private static Map<String, Phone> table(String rows) {
    Map<String, Phone> phones = new HashMap<>();
    for (String row : rows.strip().split("\n")) {
      String[] cell = row.split(" +");
      phones.put(
          cell[0],
          new Phone(cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8]));
    }
    return Map.copyOf(phones);
  }

  static Phone of(String name) {
    return PHONES.getOrDefault(name, UNKNOWN);
  }

  boolean isVowel() {
    return vc.equals("+");
  }
}
