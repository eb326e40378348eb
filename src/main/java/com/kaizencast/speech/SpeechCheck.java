package com.kaizencast.speech;

import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;

/**
 * Compares what a voice made with what it was to say, so that nothing vanishes without a word. The
 * bounds are wide: they stop lost or stuck audio, they do not judge a voice.
 */
public final class SpeechCheck {

  /** A word must rise above this, of 32,768. */
  private static final int MIN_PEAK = 200;

  /** Samples up to this, of 32,768, are digital silence. */
  private static final int SILENCE = 4;

  private static final double MIN_WORD_SECONDS = 0.015;
  private static final double MIN_LETTER_SECONDS = 0.010;
  private static final double MAX_WORD_SECONDS = 0.9;
  private static final double MAX_LETTER_SECONDS = 0.15;
  private static final double MAX_GAP_SECONDS = 1.5;

  private final double slowness;

  /**
   * A check for a voice of one rate.
   *
   * @param slowness by how much the voice is asked to be slower than 150 words a minute
   */
  public SpeechCheck(double slowness) {
    this.slowness = slowness;
  }

  /**
   * Lets pass what holds every word.
   *
   * @return the speech itself
   * @throws SpeechException at the first word that is missing, too short, too long or silent
   */
  public Speech check(SpokenText text, Speech speech) throws SpeechException {
    PcmAudio audio = speech.audio();
    if (audio.frameCount() == 0) {
      throw new SpeechException(text.position(), "the voice made no sound");
    }
    if (speech.words().size() != text.words().size()) {
      throw new SpeechException(
          text.position(),
          "the voice said " + speech.words().size() + " of " + text.words().size() + " words");
    }
    long end = 0;
    for (int i = 0; i < speech.words().size(); i++) {
      WordTiming timing = speech.words().get(i);
      if (timing.word() != i
          || timing.startFrame() < end
          || timing.endFrame() > audio.frameCount()) {
        throw problem(text, i, "is not where it should be in the audio");
      }
      gap(text, i, audio, timing.startFrame() - end);
      end = timing.endFrame();
      double seconds = (double) (end - timing.startFrame()) / audio.sampleRateHz();
      int letters = text.words().get(i).text().length();
      if (seconds < slowness * Math.max(MIN_WORD_SECONDS, letters * MIN_LETTER_SECONDS)) {
        throw problem(text, i, "is cut short");
      }
      if (seconds > slowness * (MAX_WORD_SECONDS + letters * MAX_LETTER_SECONDS)) {
        throw problem(text, i, "takes too long");
      }
      if (isSilent(audio.samples(), timing)) {
        throw problem(text, i, "is silent");
      }
    }
    gap(text, speech.words().size() - 1, audio, audio.frameCount() - end);
    return speech;
  }

  private void gap(SpokenText text, int word, PcmAudio audio, long frames) throws SpeechException {
    if (frames > slowness * MAX_GAP_SECONDS * audio.sampleRateHz()) {
      throw problem(text, word, "has a gap beside it");
    }
  }

  /** Whether a word is faint throughout, or digital silence for more than half of its time. */
  private static boolean isSilent(short[] samples, WordTiming timing) {
    int peak = 0;
    int silent = 0;
    for (int i = (int) timing.startFrame(); i < timing.endFrame(); i++) {
      int magnitude = Math.abs(samples[i]);
      peak = Math.max(peak, magnitude);
      silent += magnitude <= SILENCE ? 1 : 0;
    }
    return peak < MIN_PEAK || 2L * silent > timing.endFrame() - timing.startFrame();
  }

  private static SpeechException problem(SpokenText text, int word, String what) {
    return new SpeechException(
        text.written().get(text.words().get(word).written()).position(),
        "'" + text.words().get(word).text() + "' " + what + " as the voice said it");
  }
}
