package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.OutsideJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The signals of EBU Tech 3341 (version 4), table 1, for one channel: one channel has half the
 * power of the two that are meant there, so the sines are 3.01 dB louder here.
 */
class LoudnessMeterTest {

  private static final double MONO = 3.01;
  private static final int RATE = 48_000;

  @TempDir Path folder;

  /** At low rates the filter's slope near 1 kHz is a little off; over all of speech it is not. */
  @ParameterizedTest
  @CsvSource({
    "8000, 0.25",
    "16000, 0.06",
    "22050, 0.03",
    "24000, 0.02",
    "44100, 0.01",
    "48000, 0.01"
  })
  void readsTheReferenceSineAtEveryRate(int rateHz, double tolerance) {
    assertThat(loudness(rateHz, Signals.sine(rateHz, 4, 997, 0)))
        .isCloseTo(-3.01, within(tolerance));
    assertThat(loudness(rateHz, Signals.sine(rateHz, 4, 1000, -23 + MONO)))
        .isCloseTo(-23, within(tolerance));
    assertThat(loudness(rateHz, Signals.sine(rateHz, 4, 1000, -33 + MONO)))
        .isCloseTo(-33, within(tolerance));
  }

  @Test
  void leavesOutWhatTheRelativeGateShuts() {
    float[] signal = sines(10, -36, 60, -23, 10, -36);

    assertThat(loudness(RATE, signal)).isCloseTo(-23, within(0.02));
  }

  @Test
  void leavesOutWhatTheAbsoluteGateShuts() {
    float[] signal = sines(10, -72, 10, -36, 60, -23, 10, -36, 10, -72);

    assertThat(loudness(RATE, signal)).isCloseTo(-23, within(0.02));
  }

  @Test
  void takesTheMeanOfPowersNotOfDecibels() {
    float[] signal = sines(20, -26, 20.1, -20, 20, -26);

    assertThat(loudness(RATE, signal)).isCloseTo(-23, within(0.05));
  }

  @Test
  void readsLessThanABlockAsOne() {
    assertThat(loudness(16_000, Signals.sine(16_000, 0.25, 1000, -20 + MONO)))
        .isCloseTo(-20, within(0.2));
  }

  @Test
  void findsNothingToReadInSilence() {
    assertThat(loudness(16_000, new float[50_000])).isEqualTo(GatedLoudness.SILENCE);
    assertThat(loudness(16_000, new float[50])).isEqualTo(GatedLoudness.SILENCE);
    assertThat(loudness(16_000, new float[0])).isEqualTo(GatedLoudness.SILENCE);
    assertThat(loudness(16_000, Signals.sine(16_000, 5, 1000, -71 + MONO)))
        .isEqualTo(GatedLoudness.SILENCE);
  }

  /** Cases 15 to 19 of the table: peaks that lie between the samples. */
  @ParameterizedTest
  @CsvSource({"4, 0, -6.02", "4, 45, -6.02", "6, 60, -6.02", "8, 67.5, -6.02", "4, 45, 2.98"})
  void findsPeaksBetweenTheSamples(int part, double degrees, double peakDbtp) {
    LoudnessMeter meter = new LoudnessMeter(48_000);
    float[] signal = Signals.sine(48_000, 0.5, 48_000.0 / part, peakDbtp, degrees);
    for (int i = 0; i < 50; i++) { // faded in and out: its edges are no part of the case
      signal[i] *= i / 50f;
      signal[signal.length - 1 - i] *= i / 50f;
    }

    meter.add(signal, signal.length);

    assertThat(meter.truePeakDbtp()).isBetween(peakDbtp - 0.4, peakDbtp + 0.2);
  }

  @Test
  void seesThePeakOfTheVeryLastSample() {
    LoudnessMeter meter = new LoudnessMeter(16_000);
    float[] signal = new float[5000];
    signal[4999] = 0.5f;

    meter.add(signal, signal.length);

    assertThat(meter.truePeakDbtp()).isCloseTo(-6.02, within(0.01));
  }

  @Test
  void readsTheSameHoweverTheSignalIsCut() {
    float[] signal = Signals.speech(16_000, 5, 3);
    LoudnessMeter whole = new LoudnessMeter(16_000);
    whole.add(signal, signal.length);

    LoudnessMeter cut = new LoudnessMeter(16_000);
    for (int at = 0; at < signal.length; ) {
      float[] part = new float[Math.min(1 + at % 3001, signal.length - at)];
      System.arraycopy(signal, at, part, 0, part.length);
      cut.add(part, part.length);
      at += part.length;
    }

    assertThat(cut.integratedLufs()).isEqualTo(whole.integratedLufs());
    assertThat(cut.truePeakDbtp()).isEqualTo(whole.truePeakDbtp());
  }

  @ParameterizedTest
  @CsvSource({"16000, 1", "16000, 2", "22050, 3", "44100, 4", "48000, 5"})
  void agreesWithFfmpegOnSpeech(int rateHz, long seed) throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    float[] signal = Signals.speech(rateHz, 12, seed);
    LoudnessMeter meter = new LoudnessMeter(rateHz);
    meter.add(signal, signal.length);

    String said = ebur128(ffmpeg, rateHz, Signals.rawFloats(folder.resolve("speech"), signal));

    assertThat(meter.integratedLufs()).isCloseTo(last(said, "r128.I="), within(0.05));
    assertThat(meter.truePeakDbtp())
        .isCloseTo(20 * Math.log10(last(said, "true_peaks_ch0=")), within(0.2));
  }

  private static String ebur128(OutsideJudge ffmpeg, int rateHz, Path raw)
      throws IOException, InterruptedException {
    return ffmpeg.askOk(
        "-hide_banner",
        "-nostats",
        "-f",
        "f32le",
        "-ar",
        Integer.toString(rateHz),
        "-ac",
        "1", //
        "-i",
        raw.toString(),
        "-af",
        "aresample=48000,ebur128=peak=true:metadata=1,ametadata=print:file=-",
        "-f",
        "null",
        "-");
  }

  static double last(String said, String key) {
    Matcher matcher = Pattern.compile(Pattern.quote(key) + "(-?[0-9.]+)").matcher(said);
    double value = Double.NaN;
    while (matcher.find()) {
      value = Double.parseDouble(matcher.group(1));
    }
    return value;
  }

  private static float[] sines(double... secondsAndLevels) {
    float[][] parts = new float[secondsAndLevels.length / 2][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          Signals.sine(RATE, secondsAndLevels[2 * i], 1000, secondsAndLevels[2 * i + 1] + MONO);
    }
    return Signals.join(parts);
  }

  private static double loudness(int rateHz, float[] signal) {
    LoudnessMeter meter = new LoudnessMeter(rateHz);
    meter.add(signal, signal.length);
    return meter.integratedLufs();
  }
}
