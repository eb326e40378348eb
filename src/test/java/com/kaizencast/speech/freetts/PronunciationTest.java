package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import com.sun.speech.freetts.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PronunciationTest {

  private final FreeTtsSynthesizer kevin =
      Voices.open(new VoiceSettings("kevin16", null, null, null));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "don't, d ow1 n t",
        "couldn't, k uh1 d ax n t",
        "we're, w ih1 r",
        "you're, y uh1 r",
        "they're, dh eh1 r",
        "I'm, ay1 m",
        "it's, ih1 t s",
        "server's, s er1 v er z",
        "boss's, b aa1 s ax z",
        "we'll, w iy1 l",
        "they've, dh ey1 v",
        "that'd, dh ae1 t ax d",
        "o'clock, ax k l aa1 k",
        "hosts', hh ow1 s t s",
      })
  void saysContractionsAndPossessives(String word, String phones) throws SpeechException {
    assertThat(kevin.phones(SpokenTexts.of(word))).containsExactly(phones);
  }

  @ParameterizedTest
  @CsvSource({
    "A, ey",
    "a, ax",
    "I, ay1",
    "W, d ah1 b ax l y uw",
    "A's, ey z",
    "S's, eh1 s ax z",
  })
  void saysALoneCapitalByItsName(String word, String phones) throws SpeechException {
    assertThat(kevin.phones(SpokenTexts.of(word + " word"))).startsWith(phones);
    assertThat(kevin.phones(SpokenTexts.of("word " + word + "."))).endsWith(phones);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CA St Dr XIV IV Mr MI IA NY",
        "million dollars Henry VIII Chapter II",
        "html xyzzy sql Ltd vs",
      })
  void makesOneWordOfEachWordAndReadsNothingIntoIt(String line) throws SpeechException {
    SpokenText text = SpokenTexts.of(line);
    List<String> names = new ArrayList<>();
    for (Item word = kevin.process(text).getRelation("Word").getHead();
        word != null;
        word = word.getNext()) {
      names.add(word.toString());
    }

    assertThat(names).containsExactly(line.toLowerCase(java.util.Locale.ROOT).split(" "));
    assertThat(kevin.phones(text)).hasSameSizeAs(names);
    assertThat(kevin.speak(text).words()).hasSameSizeAs(names);
  }

  @Test
  void saysTheInTwoWays() throws SpeechException {
    assertThat(kevin.phones(SpokenTexts.of("the team and the answer")))
        .containsExactly("dh ax", "t iy1 m", "ae1 n d", "dh iy", "ae1 n s er");
  }

  @Test
  void saysThePhonesItIsGiven() throws SpeechException {
    assertThat(kevin.phones(SpokenTexts.of("etcd[eh1_t_s_iy_d_iy1] it's[z_uw1]")))
        .containsExactly("eh1 t s iy d iy1", "z uw1");
  }

  @Test
  void saysTheSameFromItsOwnPhones() throws SpeechException {
    String[] words = "communication certificates improve nothing in particular".split(" ");
    List<String> phones = kevin.phones(SpokenTexts.of(String.join(" ", words)));
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      line.append(words[i]).append('[').append(phones.get(i).replace(' ', '_')).append("] ");
    }

    assertThat(kevin.speak(SpokenTexts.of(line.toString().trim())).audio().samples())
        .isEqualTo(kevin.speak(SpokenTexts.of(String.join(" ", words))).audio().samples());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eh1_t0", "EH1_t", "foo", "eh2", "pau", "1", "eh11"})
  void rejectsWhatIsNoPhoneAtItsPlace(String phones) {
    assertThatThrownBy(() -> kevin.phones(SpokenTexts.of("use etcd[" + phones + "]")))
        .isInstanceOf(SpeechException.class)
        .hasMessageStartingWith("script.md:1:5: '")
        .hasMessageContaining("is no phone");
  }

  @Test
  void rejectsAWordTooLongToSay() {
    assertThatThrownBy(() -> kevin.speak(SpokenTexts.of("so " + "ab".repeat(4_500))))
        .isInstanceOf(SpeechException.class)
        .hasMessage("script.md:1:4: a word of 9000 letters cannot be said; break it up");
    assertThatThrownBy(() -> kevin.speak(SpokenTexts.of("so " + "ab".repeat(4_500) + "'s")))
        .isInstanceOf(SpeechException.class);
  }

  @Test
  void rejectsASentenceTooLongToSay() {
    assertThatThrownBy(() -> kevin.speak(SpokenTexts.of("so ".repeat(1_001).trim())))
        .isInstanceOf(SpeechException.class)
        .hasMessage("script.md:1:1: a sentence of 1001 words cannot be said; break it up");
  }

  @Test
  void breaksAPhraseOfMoreThanFortyWords() throws SpeechException {
    List<WordTiming> words = kevin.speak(SpokenTexts.of("so ".repeat(90).trim())).words();
    List<Integer> lastOfPhrases = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).startFrame() > words.get(i - 1).endFrame()) {
        lastOfPhrases.add(i);
      }
    }

    assertThat(lastOfPhrases).containsExactly(40, 80);
  }

  @Test
  void rejectsAWordWithoutASound() {
    assertThatThrownBy(() -> kevin.speak(SpokenTexts.of("so hhh")))
        .isInstanceOf(SpeechException.class)
        .hasMessage("script.md:1:4: no sound is known for 'hhh'; add it to the lexicon");
    assertThatThrownBy(() -> kevin.speak(SpokenTexts.of("so hhh's")))
        .isInstanceOf(SpeechException.class)
        .hasMessage("script.md:1:4: no sound is known for 'hhh's'; add it to the lexicon");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "certificate, true",
        "Certificate, true",
        "don't, true",
        "team's, true",
        "hosts', true",
        "A, true",
        "kubernetes, false",
        "kubernetes's, false",
      })
  void knowsWhatIsInItsDictionary(String word, boolean known) {
    assertThat(kevin.knows(word)).isEqualTo(known);
  }
}
