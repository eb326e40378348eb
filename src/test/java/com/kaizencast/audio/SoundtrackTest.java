package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.audio.Soundtrack.Voiced;
import com.kaizencast.episode.PcmAudio;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundtrackTest {

  private static final int RATE = 16_000;

  @TempDir Path folder;

  @Test
  void withoutMusicTheSpeechStaysAsItIs() throws Exception {
    try (Recording speech = Signals.recording(folder, RATE, Signals.speech(RATE, 2, 1))) {
      Soundtrack none = new Soundtrack(RATE, null, null, null);

      assertThat(none.lead()).isZero();
      assertThat(none.around(speech, List.of(), 0, folder)).isSameAs(speech);
    }
  }

  @Test
  void speechIsUntouchedBetweenIntroAndOutro() throws Exception {
    PcmAudio intro = tone(1.5, 1000, -3);
    PcmAudio outro = tone(0.7, 500, -30);
    Soundtrack soundtrack = new Soundtrack(RATE, intro, null, outro);
    float[] said = Signals.speech(RATE, 3, 1);
    try (Recording speech = Signals.recording(folder, RATE, said);
        Recording whole = soundtrack.around(speech, List.of(), 0, folder)) {

      assertThat(soundtrack.lead()).isEqualTo(intro.frameCount());
      assertThat(whole.frameCount())
          .isEqualTo(intro.frameCount() + speech.frameCount() + outro.frameCount());
      short[] all = read(whole);
      short[] middle =
          Arrays.copyOfRange(all, (int) soundtrack.lead(), (int) soundtrack.lead() + said.length);
      assertThat(middle).isEqualTo(Signals.pcm(RATE, said).samples());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -12, -40})
  void musicIsBroughtToTheLevelOfTheVoiceWhateverItsOwn(double peakDbfs) throws Exception {
    Soundtrack soundtrack = new Soundtrack(RATE, tone(4, 1000, peakDbfs), null, null);
    try (Recording speech = Signals.recording(folder, RATE, Signals.speech(RATE, 6, 1));
        Recording whole = soundtrack.around(speech, List.of(), 0, folder)) {
      short[] all = read(whole);
      double music = loudness(all, RATE / 2, 3 * RATE);
      double voice = loudness(all, (int) soundtrack.lead(), all.length);

      assertThat(music - voice).isCloseTo(-2, within(0.3));
    }
  }

  @Test
  void musicBeginsAndEndsWithoutAClick() throws Exception {
    float[] loud = new float[2 * RATE];
    Arrays.fill(loud, 0.9f);
    for (int i = 0; i < loud.length; i += 2) {
      loud[i] = -0.9f;
    }
    PcmAudio noise = Signals.pcm(RATE, loud);
    Soundtrack soundtrack = new Soundtrack(RATE, noise, null, noise);
    try (Recording speech = Signals.recording(folder, RATE, new float[RATE]);
        Recording whole = soundtrack.around(speech, List.of(), 0, folder)) {
      for (short sample : read(whole)) {
        assertThat((int) sample).as("music around silence").isZero();
      }
    }
    try (Recording speech = Signals.recording(folder, RATE, Signals.speech(RATE, 1, 1));
        Recording whole = soundtrack.around(speech, List.of(), 0, folder)) {
      short[] all = read(whole);
      assertThat(peak(all, 0, 4)).isLessThan(300);
      assertThat(peak(all, 2 * RATE - 40, 2 * RATE)).isLessThan(300);
      assertThat(peak(all, all.length - 40, all.length)).isLessThan(300);
      assertThat(peak(all, RATE / 2, RATE)).isGreaterThan(900);
    }
  }

  @Test
  void aBedFollowsTheVoice() throws Exception {
    // The voice is silent where it is said to be heard, so that the bed alone is measured.
    float[] said = Signals.join(Signals.speech(RATE, 2, 1), new float[20 * RATE]);
    List<Voiced> voiced =
        List.of(
            new Voiced(2 * RATE, 6 * RATE),
            new Voiced(7 * RATE, 9 * RATE),
            new Voiced(13 * RATE, 14 * RATE));
    Soundtrack soundtrack = new Soundtrack(RATE, null, tone(60, 1000, -10), null);
    try (Recording speech = Signals.recording(folder, RATE, said);
        Recording whole = soundtrack.around(speech, voiced, 18L * RATE, folder)) {
      assertThat(soundtrack.lead()).isEqualTo(RATE);
      assertThat(whole.frameCount()).isEqualTo(said.length + RATE);
      short[] all = read(whole);
      int lead = RATE;
      double ducked = rms(all, lead + 4 * RATE);
      assertThat(20 * Math.log10(rms(all, lead + 11 * RATE) / ducked)).isCloseTo(14, within(0.2));
      assertThat(rms(all, lead + 6 * RATE + RATE / 2))
          .as("short pause")
          .isCloseTo(ducked, within(1.0));
      assertThat(rms(all, lead + 13 * RATE)).as("second start").isCloseTo(ducked, within(1.0));
      assertThat(rms(all, lead + 17 * RATE + RATE / 2)).as("nearly gone").isLessThan(ducked);
      assertThat(peak(all, lead + 18 * RATE, all.length)).isZero();
    }
  }

  @Test
  void aBedComesInUnderTheEndOfTheIntro() {
    assertThat(new Soundtrack(RATE, tone(3, 500, -10), tone(60, 1000, -10), null).lead())
        .isEqualTo(3 * RATE);
    assertThat(new Soundtrack(RATE, tone(0.2, 500, -10), tone(60, 1000, -10), null).lead())
        .isEqualTo(RATE);
  }

  @Test
  void refusesMusicOfAnotherRate() {
    assertThatThrownBy(() -> new Soundtrack(RATE, new PcmAudio(44_100, new short[10]), null, null))
        .hasMessageContaining("44100 Hz for speech of 16000 Hz");
  }

  @ParameterizedTest
  @EnumSource(Signature.class)
  void generatedMusicIsHeardAtEveryRate(Signature signature) {
    for (int rate : new int[] {8_000, 16_000, 44_100}) {
      PcmAudio audio = signature.at(rate);

      assertThat(Soundtrack.isAudible(audio)).isTrue();
      assertThat((double) audio.frameCount() / rate)
          .isCloseTo((double) signature.at(RATE).frameCount() / RATE, within(0.001));
      assertThat(peak(audio.samples(), 0, audio.frameCount())).isBetween(16_000, 16_500);
      if (signature != Signature.BED) {
        assertThat(peak(audio.samples(), audio.frameCount() - rate / 50, audio.frameCount()))
            .as("has rung out")
            .isLessThan(1_500);
      }
    }
  }

  private static PcmAudio tone(double seconds, double hz, double peakDbfs) {
    return Signals.pcm(RATE, Signals.sine(RATE, seconds, hz, peakDbfs));
  }

  private static short[] read(Recording recording) throws Exception {
    short[] all = new short[(int) recording.frameCount()];
    recording.read(0, all, all.length);
    return all;
  }

  private static double loudness(short[] samples, int from, int to) {
    LoudnessMeter meter = new LoudnessMeter(RATE);
    float[] part = Signals.floats(Arrays.copyOfRange(samples, from, to));
    meter.add(part, part.length);
    return meter.integratedLufs();
  }

  /** Of a quarter of a second. */
  private static double rms(short[] samples, int from) {
    double sum = 0;
    for (int i = from; i < from + RATE / 4; i++) {
      sum += samples[i] * samples[i];
    }
    return Math.sqrt(sum / (RATE / 4));
  }

  private static int peak(short[] samples, int from, int to) {
    int peak = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }
}
