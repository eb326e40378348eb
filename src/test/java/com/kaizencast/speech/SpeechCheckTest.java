package com.kaizencast.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechCheckTest {

  private static final SpokenText TEXT = SpokenTexts.of("Keys and certificates expire.");

  private final SpeechCheck check = new SpeechCheck(1);
  private final Speech sound = new FakeSpeechSynthesizer().speak(TEXT);

  @Test
  void returnsSoundSpeechAsItIs() throws SpeechException {
    assertThat(check.check(TEXT, sound)).isSameAs(sound);
  }

  @Test
  void rejectsNoSamplesAtAll() {
    assertRejected(
        new Speech(new PcmAudio(16_000, new short[0]), List.of()), "1:1: the voice made no sound");
  }

  @Test
  void rejectsAMissingWord() {
    assertRejected(
        new Speech(sound.audio(), sound.words().subList(0, 3)), "1:1: the voice said 3 of 4 words");
  }

  @Test
  void rejectsWordsOutOfOrder() {
    List<WordTiming> words = new ArrayList<>(sound.words());
    java.util.Collections.swap(words, 1, 2);

    assertRejected(new Speech(sound.audio(), words), "1:6: 'and' is not where it should be");
  }

  @Test
  void rejectsWordsThatOverlap() {
    WordTiming and = sound.words().get(1);

    assertRejected(
        with(1, new WordTiming(1, sound.words().get(0).endFrame() - 1, and.endFrame())),
        "1:6: 'and' is not where it should be");
  }

  @Test
  void rejectsAWordBeyondTheEndOfTheAudio() {
    int frames = (int) sound.words().get(3).endFrame() - 1;

    assertRejected(
        new Speech(
            new PcmAudio(16_000, Arrays.copyOf(sound.audio().samples(), frames)), sound.words()),
        "1:23: 'expire' is not where it should be");
  }

  @Test
  void rejectsAWordCutShort() {
    long start = sound.words().get(2).startFrame();

    assertRejected(
        with(2, new WordTiming(2, start, start + 1_600)), "1:10: 'certificates' is cut short");
  }

  @Test
  void rejectsAWordDrawnOut() {
    assertRejected(slowed(8), "1:1: 'Keys' takes too long");
  }

  @Test
  void allowsMoreTimeToASlowerVoice() throws SpeechException {
    Speech slow = slowed(8);

    assertThat(new SpeechCheck(2).check(TEXT, slow)).isSameAs(slow);
  }

  @Test
  void rejectsAWordThatIsSilent() {
    assertRejected(silenced(3, 1.0), "1:23: 'expire' is silent");
  }

  @Test
  void rejectsAWordThatFallsSilentHalfway() {
    assertRejected(silenced(0, 0.55), "1:1: 'Keys' is silent");
  }

  @Test
  void rejectsAGapBetweenWords() {
    Speech first = sound;
    int gap = 2 * 16_000;
    int at = (int) first.words().get(1).startFrame();
    short[] samples = new short[first.audio().frameCount() + gap];
    System.arraycopy(first.audio().samples(), 0, samples, 0, at);
    System.arraycopy(
        first.audio().samples(), at, samples, at + gap, first.audio().frameCount() - at);
    List<WordTiming> words = new ArrayList<>();
    for (WordTiming word : first.words()) {
      int shift = word.word() == 0 ? 0 : gap;
      words.add(new WordTiming(word.word(), word.startFrame() + shift, word.endFrame() + shift));
    }

    assertRejected(
        new Speech(new PcmAudio(16_000, samples), words), "1:6: 'and' has a gap beside it");
  }

  @Test
  void rejectsAudioThatGoesOnAfterTheLastWord() {
    short[] samples = Arrays.copyOf(sound.audio().samples(), 10 * 16_000);

    assertRejected(
        new Speech(new PcmAudio(16_000, samples), sound.words()), "'expire' has a gap beside it");
  }

  private void assertRejected(Speech speech, String message) {
    assertThatThrownBy(() -> check.check(TEXT, speech))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("script.md:")
        .hasMessageContaining(message);
  }

  private Speech with(int index, WordTiming timing) {
    List<WordTiming> words = new ArrayList<>(sound.words());
    words.set(index, timing);
    return new Speech(sound.audio(), words);
  }

  /** Every sample so many times. */
  private Speech slowed(int factor) {
    short[] samples = new short[sound.audio().frameCount() * factor];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sound.audio().samples()[i / factor];
    }
    List<WordTiming> words = new ArrayList<>();
    for (WordTiming word : sound.words()) {
      words.add(new WordTiming(word.word(), word.startFrame() * factor, word.endFrame() * factor));
    }
    return new Speech(new PcmAudio(16_000, samples), words);
  }

  private Speech silenced(int index, double part) {
    short[] samples = sound.audio().samples().clone();
    WordTiming word = sound.words().get(index);
    int frames = (int) (part * (word.endFrame() - word.startFrame()));
    Arrays.fill(samples, (int) word.endFrame() - frames, (int) word.endFrame(), (short) 0);
    return new Speech(new PcmAudio(16_000, samples), sound.words());
  }
}
