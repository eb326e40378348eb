package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

  private static final VoiceModel RMS = VoiceFolder.builtIn();
  private static final Sentence SENTENCE = Golden.read("golden/violinist.txt").sentence();

  private static float[] pitch(float stretch, float mean, float deviation) {
    Utterance utterance = new Utterance(SENTENCE, RMS);
    Durations.predict(utterance, RMS, stretch);
    utterance.layFrames();
    return new ClustergenSynthesizer(RMS)
        .pitch(
            utterance,
            ClustergenSynthesizer.vectors(utterance),
            new Delivery(stretch, mean, deviation));
  }

  @ParameterizedTest
  @CsvSource({"98, 24", "110, 24", "98, 12", "150, 48", "120, 0"})
  void movesThePitchToTheMeanAndSpreadsItByTheDeviation(float mean, float deviation) {
    float[] natural = pitch(1, 98, 24);

    float[] moved = pitch(1, mean, deviation);

    assertThat(natural).contains(0);
    for (int i = 0; i < natural.length; i++) {
      float expected = natural[i] == 0 ? 0 : mean + (natural[i] - 98) * deviation / 24;
      assertThat(moved[i]).isCloseTo(expected, within(0.01f));
    }
  }

  @Test
  void keepsVoicedWhatWasVoiced() {
    float[] natural = pitch(1, 98, 24);

    float[] low = pitch(1, 40, 60);

    for (int i = 0; i < natural.length; i++) {
      assertThat(low[i] > 0).isEqualTo(natural[i] > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1, 1.5f, 3})
  void stretchesAllStatesAlike(float stretch) {
    Utterance usual = new Utterance(SENTENCE, RMS);
    Durations.predict(usual, RMS, 1);
    Utterance utterance = new Utterance(SENTENCE, RMS);

    Durations.predict(utterance, RMS, stretch);

    for (int i = 0; i < usual.states.length; i++) {
      float seconds = usual.stateEnd[i] - usual.stateStart(i);
      // what lasts a frame may have been shorter
      if (seconds > 0.0051f && seconds * stretch > 0.005f) {
        assertThat(utterance.stateEnd[i] - utterance.stateStart(i))
            .isCloseTo(seconds * stretch, within(1e-5f));
      }
    }
  }

  @Test
  void refusesASentenceThatWouldLastForHours() {
    Sentence.Builder builder = Sentence.builder();
    for (int i = 0; i < 10_000; i++) {
      builder.pause("pau");
    }
    Sentence sentence = builder.build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClustergenSynthesizer(RMS).render(sentence, new Delivery(3, 98, 24)))
        .withMessageStartingWith("the sentence would last ");
  }

  @ParameterizedTest
  @CsvSource({"0, 98, 24", "NaN, 98, 24", "11, 98, 24", "1, 0, 24", "1, 601, 24", "1, 98, -1"})
  void rejectsSettingsBeyondSpeech(float stretch, float mean, float deviation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delivery(stretch, mean, deviation))
        .withMessageContaining("expected");
  }

  @Test
  void rendersNothingAsNothing() {
    Rendering rendering =
        new ClustergenSynthesizer(RMS).render(Sentence.builder().build(), Delivery.natural(RMS));

    assertThat(rendering.samples()).isEmpty();
    assertThat(rendering.segmentEnds()).isEmpty();
  }
}
