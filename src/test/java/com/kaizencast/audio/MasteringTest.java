package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.episode.Show.AudioSettings;
import com.kaizencast.episode.ToolException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasteringTest {

  private static final AudioSettings QUIET = new AudioSettings(-19, -1, 64);
  private static final AudioSettings LOUD = new AudioSettings(-16, -1, 64);
  private static final AudioSettings VERY_LOUD = new AudioSettings(-14, -1, 64);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "8000, -19",
    "16000, -19",
    "16000, -16",
    "16000, -14",
    "22050, -16",
    "44100, -16",
    "48000, -19"
  })
  void reachesTheLoudnessAndKeepsBelowThePeak(int rateHz, double target) throws Exception {
    AudioSettings settings = new AudioSettings(target, -1, 64);
    short[] mastered = mastered(rateHz, Signals.speech(rateHz, 20, 1), settings, 0);

    LoudnessMeter meter = new LoudnessMeter(rateHz);
    meter.add(Signals.floats(mastered), mastered.length);

    assertThat(meter.integratedLufs()).isCloseTo(target, within(0.05));
    assertThat(meter.truePeakDbtp()).isLessThan(-1 + 0.05);
  }

  @Test
  void allowsForWhatTheEncoderDoesToTheLevel() throws Exception {
    short[] mastered = mastered(16_000, Signals.speech(16_000, 20, 2), LOUD, -0.5);

    LoudnessMeter meter = new LoudnessMeter(16_000);
    meter.add(Signals.floats(mastered), mastered.length);

    assertThat(meter.integratedLufs()).isCloseTo(-15.5, within(0.05));
    assertThat(meter.truePeakDbtp() - 0.5).isBetween(-1.1, -0.95);
  }

  @Test
  void onlyMultipliesWhereNoPeakIsInTheWay() throws Exception {
    float[] signal = Signals.sine(16_000, 3, 440, -30);

    short[] mastered = mastered(16_000, signal, QUIET, 0);

    short[] before = Signals.pcm(16_000, signal).samples();
    double gain = (double) mastered[9] / before[9];
    for (int i = 0; i < before.length; i++) {
      assertThat((double) mastered[i]).isCloseTo(before[i] * gain, within(1.5));
    }
  }

  @Test
  void keepsSilenceSilent() throws Exception {
    float[] signal =
        Signals.join(
            Signals.sine(16_000, 2, 440, -30),
            new float[16_000],
            Signals.sine(16_000, 2, 300, -30));

    short[] mastered = mastered(16_000, signal, LOUD, 0);

    assertThat(java.util.Arrays.copyOfRange(mastered, 33_000, 47_000)).containsOnly(0);
  }

  @Test
  void quietensWhatIsTooLoud() throws Exception {
    short[] mastered = mastered(16_000, Signals.sine(16_000, 3, 1000, -0.1), QUIET, 0);

    LoudnessMeter meter = new LoudnessMeter(16_000);
    meter.add(Signals.floats(mastered), mastered.length);

    assertThat(meter.integratedLufs()).isCloseTo(-19, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 100, 399, 401, 1003})
  void mastersTheShortest(int milliseconds) throws Exception {
    short[] mastered =
        mastered(16_000, Signals.sine(16_000, milliseconds / 1000.0, 800, -20), QUIET, 0);

    assertThat(mastered).hasSize(milliseconds * 16);
    LoudnessMeter meter = new LoudnessMeter(16_000);
    meter.add(Signals.floats(mastered), mastered.length);
    assertThat(meter.integratedLufs()).isCloseTo(-19, within(0.2));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 1600, 16_384, 100_000})
  void handsOutTheSameInBlocksOfAnyLength(int blockLength) throws Exception {
    float[] signal = Signals.speech(16_000, 8.00071, 4);

    try (Recording recording = Signals.recording(folder, 16_000, signal);
        Mastering mastering = Mastering.of(recording, VERY_LOUD, new LevelEncoder(0), folder);
        Mastering again = Mastering.of(recording, VERY_LOUD, new LevelEncoder(0), folder)) {
      short[] mastered = Signals.drain(mastering, blockLength);

      assertThat(mastered).isEqualTo(Signals.drain(again, 4096));
    }
  }

  /**
   * On any machine and after any optimisation. Where other bytes are wanted, {@link EpisodeFile}'s
   * version has to be raised with the digest.
   */
  @Test
  void givesTheBytesItAlwaysGave() throws Exception {
    short[] mastered = mastered(16_000, Signals.speech(16_000, 10, 1), LOUD, 0);

    ByteBuffer bytes = ByteBuffer.allocate(mastered.length * Short.BYTES);
    bytes.asShortBuffer().put(mastered);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())))
        .isEqualTo("71cf0a1d2987f2afb7365d2f7e22768efe76c8bbae62f548afbd35f6143c4008");
  }

  @Test
  void refusesSilence() {
    for (float[] silence : new float[][] {new float[0], new float[1], new float[50_000]}) {
      assertThatThrownBy(() -> mastered(16_000, silence, QUIET, 0))
          .isInstanceOf(ToolException.class)
          .hasMessageContaining("nothing to be heard");
    }
  }

  @Test
  void refusesToAmplifyNoise() {
    Random random = new Random(1);
    float[] noise = new float[50_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextGaussian() * 0.0006); // -64 dB
    }

    assertThatThrownBy(() -> mastered(16_000, noise, QUIET, 0))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("cannot be brought to -19.0 LUFS");
  }

  @Test
  void refusesALoudnessThatThePeaksDoNotAllow() {
    AudioSettings impossible = new AudioSettings(-3, -9, 64);

    assertThatThrownBy(() -> mastered(16_000, Signals.speech(16_000, 5, 1), impossible, 0))
        .isInstanceOfSatisfying(ToolException.class, e -> assertThat(e.isTransient()).isFalse())
        .hasMessageContaining("too high for its highest peak");
  }

  @Test
  void leavesNoFileBehind() throws Exception {
    mastered(16_000, Signals.speech(16_000, 3, 1), QUIET, 0);
    assertThat(folder).isEmptyDirectory();

    assertThatThrownBy(() -> mastered(16_000, new float[16_000], QUIET, 0))
        .isInstanceOf(ToolException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private short[] mastered(int rateHz, float[] signal, AudioSettings settings, double changeDb)
      throws Exception {
    try (Recording recording = Signals.recording(folder, rateHz, signal);
        Mastering mastering =
            Mastering.of(recording, settings, new LevelEncoder(changeDb), folder)) {
      assertThat(mastering.sampleRateHz()).isEqualTo(rateHz);
      return Signals.drain(mastering, 5000);
    }
  }

  /** An encoder of which only the change of level is known. */
  private record LevelEncoder(double levelChangeDb) implements AudioEncoder {

    @Override
    public String identity() {
      return "none";
    }

    @Override
    public double levelChangeDb(int bitRateKbps) {
      return levelChangeDb;
    }

    @Override
    public double overshootDb(int bitRateKbps) {
      return 0;
    }

    @Override
    public Mp3Info encode(PcmSource samples, int bitRateKbps, Path output) {
      throw new UnsupportedOperationException();
    }
  }
}
