package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceFileReaderTest {

  private static final Path RMS =
      Path.of("src/main/resources/com/kaizencast/speech/clustergen/rms.flitevox");

  private static final Sentence SENTENCE =
      Sentence.builder()
          .pause("pau")
          .phrase("B")
          .word("content")
          .syllable(true, true)
          .phone("t")
          .phone("aa")
          .build();

  @Test
  void readsTheVoiceThatComesWithTheProgram() {
    VoiceModel rms = VoiceFolder.builtIn();

    assertThat(rms.name()).isEqualTo("cmu_us_rms");
    assertThat(rms.sampleRateHz()).isEqualTo(16000);
    assertThat(rms.meanF0Hz()).isEqualTo(98);
    assertThat(rms.deviationF0Hz()).isEqualTo(24);
    assertThat(rms.phones()).hasSize(42).contains("pau", "aa", "zh");
    assertThat(rms.coefficients()).isEqualTo(25);
    assertThat(rms.samplesPerFrame()).isEqualTo(80);
    assertThat(rms.codebook.size()).isEqualTo(10446);
    assertThat(rms.sha256())
        .isEqualTo("b53b92da59d40a39e75844160084c05827d5018f7cd8d7f4d19ed3bce7b35f8e");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void readsATinyVoiceThatSpeaks(int intonation) throws VoiceFileException {
    TinyVoice tiny = new TinyVoice();
    tiny.intonation = intonation;

    VoiceModel model = VoiceModel.read("tiny", tiny.write());

    short[] samples = speak(model);
    assertThat(samples.length).isGreaterThan(16000 / 10);
    assertThat(Arrays.hashCode(samples)).isNotEqualTo(Arrays.hashCode(new short[samples.length]));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("byte 9: not a CMU Flite voice file of version 2.0", t -> t.magic = "CMU_FLITEx"),
        mistake("model_shape is 2, only 1 is known here", t -> t.shape = "2"),
        mistake("state aa_1 is named twice", t -> t.states[0] = "aa_1"),
        mistake("sample rate is 0, expected 8000 to 48000", t -> t.sampleRateHz = 0),
        mistake("mean F0 is not a number", t -> t.meanF0 = Float.NaN),
        mistake("mean F0 is 2.0E9, expected 20.0 to 1000.0", t -> t.meanF0 = 2e9f),
        mistake("intonation flag is 2, expected 0 to 1", t -> t.intonation = 2),
        mistake("spectral tree has a leaf 2.0, expected 0 to 1", t -> t.spectralLeaf = 2),
        mistake("spectral tree has a leaf -1.0, expected 0 to 1", t -> t.spectralLeaf = -1),
        mistake("accent tree has a leaf 1.0, expected 0 to 0", t -> t.accentLeaf = 1),
        mistake("spectral tree 0: node 0 branches to 0 of 3", t -> t.noBranch = 0),
        mistake("spectral tree 0: node 0 branches to 3 of 3", t -> t.noBranch = 3),
        mistake("spectral tree 0: unknown operator 1", t -> t.operator = 1),
        mistake("spectral tree 0: value does not fit operator 2", t -> t.operator = 2),
        mistake("spectral tree 0 asks feature 1 of 1", t -> t.askedFeature = 1),
        mistake("spectral tree 0 asks 'x.name': unknown move 'x'", t -> t.question = "x.name"),
        mistake(
            "spectral tree 0: node 0 asks its feature the wrong way",
            t -> t.question = "lisp_cg_phone_place"),
        mistake("length of vector 0 is 6, expected 40", t -> t.vectorBytes = 6),
        mistake("number of channels is 0, expected 1 to 4096", t -> t.channels = 0),
        mistake("frame advance is 0.0, expected 0.001 to 0.02", t -> t.frameSeconds = 0),
        mistake("state nobody has no trees or no duration", t -> t.stateOfPhone = "nobody"),
        mistake("number of band filters is 0, expected 1 to 64", t -> t.bands = 0),
        mistake("20 channels do not fit 3 band filters", t -> t.bands = 3),
        mistake("alpha is 1.0, expected -0.99 to 0.99", t -> t.alpha = 1),
        mistake("gain is Infinity", t -> t.gain = Float.POSITIVE_INFINITY),
        mistake("3 bytes follow where the file should end", t -> t.tail = "end"));
  }

  private static Arguments mistake(String message, Consumer<TinyVoice> spoil) {
    return Arguments.of(message, spoil);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void namesWhatIsWrong(String message, Consumer<TinyVoice> spoil) {
    TinyVoice tiny = new TinyVoice();
    spoil.accept(tiny);

    assertThatExceptionOfType(VoiceFileException.class)
        .isThrownBy(() -> VoiceModel.read("tiny.flitevox", tiny.write()))
        .withMessageStartingWith("tiny.flitevox: byte ")
        .withMessageContaining(message.replace("Infinity", "not a number"));
  }

  @Test
  void rejectsEveryFileThatEndsTooEarly() {
    byte[] whole = new TinyVoice().write();

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      int limit = length;
      assertThatExceptionOfType(VoiceFileException.class)
          .isThrownBy(() -> VoiceModel.read("tiny", part))
          .satisfies(e -> assertThat(e.offset()).isBetween(0L, (long) limit));
    }
  }

  @Test
  void rejectsFilesTooLargeForAVoice() {
    assertThatExceptionOfType(VoiceFileException.class)
        .isThrownBy(() -> VoiceModel.read("big", new byte[VoiceModel.MAX_FILE_BYTES + 1]))
        .withMessageContaining("larger than any file of a voice");
  }

  /** A damaged file is either refused, or a voice that says something in its own way. */
  @Test
  void survivesAnyDamageToATinyVoice() {
    byte[] whole = new TinyVoice().write();
    Random random = new Random(1);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = damage(whole, random, 1 + random.nextInt(4));
      try {
        speak(VoiceModel.read("tiny", damaged));
        read++;
      } catch (VoiceFileException e) {
        assertThat(e.offset()).isBetween(0L, (long) damaged.length);
      }
    }

    assertThat(read).as("files that were read in spite of the damage").isGreaterThan(1_000);
  }

  @Test
  void survivesAnyDamageToTheRealVoice() throws IOException {
    byte[] whole = Files.readAllBytes(RMS);
    Random random = new Random(2);
    for (int round = 0; round < 60; round++) {
      byte[] damaged = damage(whole, random, 2);
      try {
        speak(VoiceModel.read("rms", damaged));
      } catch (VoiceFileException e) {
        assertThat(e.offset()).isBetween(0L, (long) damaged.length);
      }
    }
  }

  private static byte[] damage(byte[] whole, Random random, int places) {
    byte[] damaged = whole.clone();
    for (int i = 0; i < places; i++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> Arrays.fill(damaged, at, Math.min(damaged.length, at + 4), (byte) 0xff);
        default -> damaged = Arrays.copyOf(damaged, at + 1);
      }
    }
    return damaged;
  }

  private static short[] speak(VoiceModel model) {
    Delivery delivery = new Delivery(1, 100, 20);
    try {
      return new ClustergenSynthesizer(model).render(SENTENCE, delivery).samples();
    } catch (IllegalArgumentException e) {
      // a phone may have got another name
      assertThat(e).hasMessageContaining("has no phone");
      return new short[0];
    }
  }

  @Test
  void sayingAPhoneThatAVoiceLacksIsAMistake() {
    Sentence sentence = Sentence.builder().pause("xx").build();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ClustergenSynthesizer(VoiceFolder.builtIn())
                    .render(sentence, new Delivery(1, 98, 24)))
        .withMessage("cmu_us_rms has no phone 'xx'");
  }
}
