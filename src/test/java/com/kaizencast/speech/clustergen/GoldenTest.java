package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step from sentence to samples against what Flite made of the same sentence. */
class GoldenTest {

  private static final VoiceModel RMS = VoiceFolder.builtIn();

  /** The files named "smoothed" are of rms without its model of intonation. */
  private static VoiceModel model(String name) {
    return name.endsWith("-smoothed") ? Models.withoutIntonation(RMS) : RMS;
  }

  @ParameterizedTest
  @ValueSource(strings = {"violinist", "replica", "maybe", "violinist-smoothed", "hush-smoothed"})
  void makesOfASentenceWhatFliteMakesOfIt(String name) {
    Golden golden = Golden.read("golden/" + name + ".txt");
    VoiceModel model = model(name);

    Utterance utterance = new Utterance(golden.sentence(), model);
    Durations.predict(utterance, model, 1);
    utterance.layFrames();
    ClustergenSynthesizer synthesizer = new ClustergenSynthesizer(model);
    int[] vectors = ClustergenSynthesizer.vectors(utterance);
    float[] f0 = synthesizer.pitch(utterance, vectors, Delivery.natural(model));

    assertThat(utterance.states)
        .extracting(VoiceModel.State::name)
        .containsExactlyElementsOf(
            golden.lines("state").stream().map(fields -> fields[0]).toList());
    assertThat(utterance.stateEnd).containsExactly(golden.numbers("state", 1));
    assertThat(f0).containsExactly(golden.numbers("frame", 0));
    assertThat(channel(model, vectors, 2)).containsExactly(golden.numbers("frame", 1));
    assertThat(channel(model, vectors, 102)).containsExactly(golden.numbers("frame", 2));
    short[] samples = synthesizer.render(golden.sentence(), Delivery.natural(model)).samples();
    String[] expected = golden.lines("samples").get(0);
    assertThat(samples).hasSize(Integer.parseInt(expected[0]));
    assertThat(hash(samples)).isEqualTo(Long.parseUnsignedLong(expected[1], 16));
  }

  @Test
  void dependsOnNothingSaidBefore() {
    ClustergenSynthesizer synthesizer = new ClustergenSynthesizer(RMS);
    Sentence sentence = Golden.read("golden/maybe.txt").sentence();
    Sentence other = Golden.read("golden/replica.txt").sentence();

    short[] first = synthesizer.render(sentence, Delivery.natural(RMS)).samples();
    synthesizer.render(other, Delivery.natural(RMS));

    assertThat(synthesizer.render(sentence, Delivery.natural(RMS)).samples()).isEqualTo(first);
  }

  private static float[] channel(VoiceModel model, int[] vectors, int channel) {
    float[] values = new float[vectors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = model.codebook.value(vectors[i], channel);
    }
    return values;
  }

  /** FNV-1a over the samples, low byte first. */
  private static long hash(short[] samples) {
    long hash = 0xcbf29ce484222325L;
    for (short sample : samples) {
      hash = (hash ^ (sample & 0xff)) * 0x100000001b3L;
      hash = (hash ^ (sample >> 8 & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
