package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RmsTest {

  private static final String LINE =
      "Many engineers remember a Monday morning when nobody knew why the numbers were wrong.";

  private static FreeTtsSynthesizer rms(
      @Nullable Double rate, @Nullable Double pitch, @Nullable Double range) {
    return Voices.open(new VoiceSettings("rms", rate, pitch, range));
  }

  private static FreeTtsSynthesizer rms() {
    return rms(null, null, null);
  }

  @ParameterizedTest
  @ValueSource(doubles = {75, 120, 150, 200, 300})
  void takesTimeByTheRate(double rate) throws SpeechException {
    Speech usual = rms().speak(SpokenTexts.of(LINE));

    Speech speech = rms(rate, null, null).speak(SpokenTexts.of(LINE));

    double slowness = (double) speech.audio().frameCount() / usual.audio().frameCount();
    assertThat(slowness).isCloseTo(150 / rate, within(0.06));
  }

  @ParameterizedTest
  @ValueSource(doubles = {85, 98, 120, 150})
  void speaksAtThePitch(double pitch) throws SpeechException {
    double usual = Pitch.of(rms().speak(SpokenTexts.of(LINE))).meanHz();

    double mean = Pitch.of(rms(null, pitch, null).speak(SpokenTexts.of(LINE))).meanHz();

    // 98 Hz is what the voice calls its own
    assertThat(mean - usual).isCloseTo(pitch - 98, within(4.0));
  }

  @ParameterizedTest
  @CsvSource({"24, 1", "36, 1.5", "48, 2"})
  void movesThePitchByTheRange(double range, double factor) throws SpeechException {
    // so high that the pitch stays above the lowest that is voiced
    double usual = Pitch.of(rms(null, 130.0, 24.0).speak(SpokenTexts.of(LINE))).deviationHz();

    double deviation = Pitch.of(rms(null, 130.0, range).speak(SpokenTexts.of(LINE))).deviationHz();

    assertThat(deviation).isCloseTo(usual * factor, within(4.0));
  }

  /** Where a word comes after or before a pause, its sound begins or ends there. */
  @Test
  void timesWordsWhereTheySound() throws SpeechException {
    List<Double> errors = new ArrayList<>();
    for (String line :
        List.of(
            "Engineers agree, errors are easy, all of us know.",
            "Never mind: often, nothing moves.",
            "All in all, many more, in the end, once again, near Rome.",
            "Yes, you may; no, we will not, or you lose.")) {
      Speech speech = rms().speak(SpokenTexts.of(line));
      short[] samples = speech.audio().samples();
      String[] words = line.split(" ");
      for (int i = 0; i < words.length; i++) {
        WordTiming timing = speech.words().get(i);
        if (i == 0 || words[i - 1].matches(".*[,:;]")) {
          int start = (int) timing.startFrame();
          errors.add((edge(samples, start - 1200, 1, start, start + 2400) - start) / 16.0);
        }
        if (words[i].matches(".*[,:;.]")) {
          int end = (int) timing.endFrame();
          errors.add((edge(samples, end + 1200, -1, end - 2400, end) - end) / 16.0);
        }
      }
    }

    assertThat(errors).hasSizeGreaterThan(30);
    double mean = errors.stream().mapToDouble(Math::abs).average().orElseThrow();
    assertThat(mean).as("milliseconds, of %s", errors).isLessThan(15);
    assertThat(errors).allMatch(error -> Math.abs(error) < 50);
  }

  /**
   * From a place in one direction, the first 10 ms less than 23 dB below the loudest 10 ms of a
   * stretch.
   */
  private static int edge(short[] samples, int from, int direction, int loudFrom, int loudTo) {
    int window = 160;
    double loudest = 0;
    for (int at = loudFrom; at < loudTo; at += window / 2) {
      loudest = Math.max(loudest, power(samples, at, window));
    }
    int at = Math.max(0, Math.min(samples.length - window, from));
    while (power(samples, at, window) < loudest / 200) {
      at += direction;
    }
    return at + window / 2;
  }

  private static double power(short[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < Math.min(samples.length, from + length); i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / length;
  }

  @Test
  void endsWithItsLastWordAndPauseWithinAFrame() throws SpeechException {
    FreeTtsSynthesizer rms = rms();
    for (String line : List.of(LINE, "Yes.", "One, two, three, four, five, six, seven.")) {
      Speech speech = rms.speak(SpokenTexts.of(line));
      Utterance utterance = rms.process(SpokenTexts.of(line));
      float end = utterance.getRelation("Segment").getTail().getFeatures().getFloat("end");

      assertThat(speech.audio().frameCount() - end * 16000).isBetween(-1f, 80f);
      WordTiming last = speech.words().get(speech.words().size() - 1);
      assertThat(last.endFrame()).isLessThan(speech.audio().frameCount());
    }
  }

  @Test
  void neverWrapsLoudSamplesAround() throws SpeechException {
    short[] samples = rms().speak(SpokenTexts.of(LINE)).audio().samples();

    for (int i = 1; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - samples[i - 1])).isLessThan(40_000);
    }
  }

  @Test
  void namesPhrasesAsTheVoiceWasTrained() throws SpeechException {
    assertThat(phrases("Nothing here.")).containsExactly("B");
    assertThat(phrases("Nothing here, nothing there, nothing anywhere."))
        .containsExactly("B", "B", "BB");
  }

  private static List<String> phrases(String line) throws SpeechException {
    List<String> names = new ArrayList<>();
    for (Item phrase = rms().process(SpokenTexts.of(line)).getRelation("Phrase").getHead();
        phrase != null;
        phrase = phrase.getNext()) {
      names.add(phrase.toString());
    }
    return names;
  }

  /** The first of a phrase is not counted, the last is. */
  @Test
  void countsStressedSyllablesWithinThePhrase() throws SpeechException {
    Item syllable =
        rms()
            .process(SpokenTexts.of("Strong men never stop, the big giant."))
            .getRelation("Syllable")
            .getHead();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> stress = new ArrayList<>();
    for (; syllable != null; syllable = syllable.getNext()) {
      stress.add(syllable.getFeatures().getString("stress"));
      before.add(StressedSyllables.before().process(syllable));
      after.add(StressedSyllables.after().process(syllable));
    }

    assertThat(stress).containsExactly("1", "1", "1", "0", "1", "0", "1", "1", "0");
    assertThat(before).containsExactly("0", "0", "1", "2", "2", "0", "0", "1", "2");
    assertThat(after).containsExactly("3", "2", "1", "1", "0", "2", "1", "0", "0");
  }
}
