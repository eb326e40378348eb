package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaximalOnsetsTest {

  private static final MaximalOnsets LEXICON = new MaximalOnsets(SharedLexicon.named("cmudict04"));

  /** The syllables that Flite makes of the words. */
  @ParameterizedTest
  @CsvSource({
    "s t r ao1 ng g ax s t, s t r ao1 ng . g ax s t",
    "k ax m p l iy1 t l iy, k ax m . p l iy1 t . l iy",
    "eh1 k s t r ax, eh1 k . s t r ax",
    "s t r ao1 b eh1 r iy, s t r ao1 . b eh1 . r iy",
    "ah n d er s t ae1 n d, ah n . d er . s t ae1 n d",
    "eh n jh ax n ih1 r z, eh n . jh ax . n ih1 r z",
    "s ih1 ng er, s ih1 ng . er",
    "iy1 g ow, iy1 . g ow",
    "k ey1 aa s, k ey1 . aa s",
    "w ih1 n d ow, w ih1 n . d ow",
    "f y uw1 ch er, f y uw1 . ch er",
    "aa1 r k t ih k, aa1 r k . t ih k",
    "s ih1 k s th s, s ih1 k s th s",
    "p s t, p s t",
  })
  void givesTheNextVowelTheMostConsonantsThatCanBeginASyllable(String phones, String expected) {
    assertThat(syllables(phones.split(" "))).isEqualTo(expected);
  }

  /** As FreeTTS's Segmenter goes through a word. */
  private static String syllables(String[] phones) {
    StringJoiner word = new StringJoiner(" . ");
    List<String> syllable = new ArrayList<>();
    StringJoiner shown = new StringJoiner(" ");
    for (int i = 0; i < phones.length; i++) {
      syllable.add(phones[i].replace("1", ""));
      shown.add(phones[i]);
      if (LEXICON.isSyllableBoundary(syllable, phones, i + 1)) {
        word.add(shown.toString());
        shown = new StringJoiner(" ");
        syllable.clear();
      }
    }
    return word.toString();
  }
}
