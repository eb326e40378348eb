package com.kaizencast.speech;

import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;
import java.util.ArrayList;
import java.util.List;

/**
 * Says each word as a tone of {@link #WORD_FRAMES} at {@link #hertz}, after a silence of {@link
 * #GAP_FRAMES}, and ends with such a silence.
 */
public final class FakeSpeechSynthesizer implements SpeechSynthesizer {

  public static final int SAMPLE_RATE_HZ = 16_000;
  public static final int WORD_FRAMES = 4_800;
  public static final int GAP_FRAMES = 800;
  private static final double AMPLITUDE = 8_000;

  @Override
  public int sampleRateHz() {
    return SAMPLE_RATE_HZ;
  }

  @Override
  public Speech speak(SpokenText text) {
    int count = text.words().size();
    short[] samples = new short[count * (GAP_FRAMES + WORD_FRAMES) + GAP_FRAMES];
    List<WordTiming> timings = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      int start = word * (GAP_FRAMES + WORD_FRAMES) + GAP_FRAMES;
      double step = 2 * Math.PI * hertz(text.words().get(word).text()) / SAMPLE_RATE_HZ;
      for (int i = 0; i < WORD_FRAMES; i++) {
        samples[start + i] = (short) Math.round(AMPLITUDE * StrictMath.sin(step * i));
      }
      timings.add(new WordTiming(word, start, start + WORD_FRAMES));
    }
    return new Speech(new PcmAudio(SAMPLE_RATE_HZ, samples), timings);
  }

  /** The tone of a word: 300 to 555 Hz by its letters. */
  public static double hertz(String word) {
    return 300 + (word.hashCode() & 0xff);
  }
}
