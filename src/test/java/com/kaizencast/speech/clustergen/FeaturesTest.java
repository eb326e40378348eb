package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturesTest {

  private static final Golden GOLDEN = Golden.read("features.txt");
  private static final VoiceModel RMS = VoiceFolder.builtIn();
  private static final Utterance UTTERANCE = utterance(GOLDEN.sentence());

  private static final Map<String, View> STARTS =
      Map.of(
          "mcep", View.FRAME,
          "HMMstate", View.STATE,
          "Segment", View.SEGMENT,
          "Syllable", View.SYLLABLE,
          "Word", View.WORD,
          "Phrase", View.PHRASE);

  private static Utterance utterance(Sentence sentence) {
    Utterance utterance = new Utterance(sentence, RMS);
    Durations.predict(utterance, RMS, 1);
    utterance.layFrames();
    return utterance;
  }

  static Stream<Arguments> table() {
    return GOLDEN.lines("feature").stream()
        .map(
            fields ->
                Arguments.of(fields[0], fields[1], List.of(fields).subList(2, fields.length)));
  }

  /** As Flite says it of each item, one after the other. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("table")
  void saysWhatFliteSays(String relation, String path, List<String> expected) {
    Feature feature = Feature.of(path, STARTS.get(relation));
    List<String> said = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (int item = 0; item < expected.size(); item++) {
      if (feature.canBeEqual()) {
        said.add(feature.text(UTTERANCE, item));
        same.add(expected.get(item));
      }
      if (feature.canBeLess()) {
        said.add(Float.toString(feature.number(UTTERANCE, item)));
        same.add(Float.toString(Float.parseFloat(expected.get(item))));
      }
    }

    if (path.endsWith("lisp_is_pau")) {
      // an integer there, equal to no string; 0 only where there is no segment
      assertThat(said).allMatch(text -> text.isEmpty() || text.equals("0"));
    } else {
      assertThat(said).isEqualTo(same);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "syl_in, 19, 19",
    "syl_in, 30, 19",
    "syl_out, 0, 19",
    "syl_out, 20, 19",
    "syl_out, 21, 18",
    "ssyl_in, 30, 19",
    "ssyl_out, 0, 19",
    "last_accent, 25, 19",
    "next_accent, 0, 19",
    "next_accent, 35, 4",
  })
  void countsNoFurtherThan19(String name, int syllable, int expected) {
    Utterance utterance = utterance(fortyWords());

    assertThat(Feature.of(name, View.SYLLABLE).number(utterance, syllable)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "R:SylStructure.parent.parent.R:Word.pos_in_phrase, 30, 24",
    "lisp_cg_content_words_in_phrase, 0, 24",
    "lisp_cg_content_words_in_phrase, 10, 34",
    "lisp_cg_content_words_in_phrase, 39, 24",
    "R:SylStructure.parent.parent.R:Phrase.parent.lisp_cg_syls_in_phrase, 0, 20",
    "R:SylStructure.parent.lisp_cg_syl_ratio, 0, 0.05",
    "R:SylStructure.parent.lisp_cg_syl_ratio, 39, 1",
  })
  void countsWordsOfAPhraseNoFurtherThan24(String path, int segment, float expected) {
    Utterance utterance = utterance(fortyWords());

    assertThat(Feature.of(path, View.SEGMENT).number(utterance, segment)).isEqualTo(expected);
  }

  /** Forty words of one stressed vowel each, none accented. */
  private static Sentence fortyWords() {
    Sentence.Builder sentence = Sentence.builder().phrase("B");
    for (int i = 0; i < 40; i++) {
      sentence.word("content").syllable(true, false).phone("aa");
    }
    return sentence.build();
  }

  @Test
  void breaksFullyOnlyAfterTheLastSyllableWhateverThePhraseIsCalled() {
    Sentence sentence =
        Sentence.builder()
            .phrase("BB")
            .word("content")
            .syllable(true, false)
            .phone("aa")
            .phrase("B")
            .word("content")
            .syllable(true, false)
            .phone("aa")
            .build();
    Utterance utterance = utterance(sentence);

    assertThat(Feature.of("lisp_cg_break", View.SYLLABLE).text(utterance, 0)).isEqualTo("3");
    assertThat(Feature.of("lisp_cg_break", View.SYLLABLE).text(utterance, 1)).isEqualTo("4");
    assertThat(Feature.of("syl_break", View.SYLLABLE).text(utterance, 0)).isEqualTo("4");
    assertThat(Feature.of("syl_break", View.SYLLABLE).text(utterance, 1)).isEqualTo("3");
  }

  @Test
  void bearsSyllablesWithoutAVowelAndWordsWithoutASyllable() {
    Sentence sentence =
        Sentence.builder()
            .phrase("B")
            .word("content")
            .word("content")
            .syllable(false, false)
            .phone("s")
            .phone("t")
            .build();
    Utterance utterance = utterance(sentence);

    assertThat(Feature.of("syl_vowel", View.SYLLABLE).text(utterance, 0)).isEqualTo("novowel");
    assertThat(Feature.of("syl_onsetsize", View.SYLLABLE).number(utterance, 0)).isEqualTo(2);
    assertThat(Feature.of("word_numsyls", View.WORD).number(utterance, 0)).isZero();
    assertThat(Feature.of("syl_in", View.SYLLABLE).number(utterance, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "SEGMENT, nosuch, unknown feature 'nosuch' of a segment",
    "SEGMENT, x.name, unknown move 'x'",
    "SEGMENT, parent.name, no parent of SEGMENT",
    "PHRASE, R:Phrase.parent.name, no parent of PHRASE",
    "FRAME, name, unknown feature 'name' of a frame",
    "STATE, n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.name, more than 32"
        + " moves",
  })
  void refusesWhatItDoesNotKnow(View start, String path, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Feature.of(path, start))
        .withMessage(message);
  }

  @Test
  void sayZeroWhereAPathLeadsNowhere() {
    for (String path : List.of("p.name", "p.R:SylStructure.parent.parent.gpos", "R:nosuch.n.x")) {
      assertThat(Feature.of(path, View.SEGMENT).text(UTTERANCE, 0)).isEqualTo("0");
    }
  }
}
