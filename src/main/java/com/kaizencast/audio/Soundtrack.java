package com.kaizencast.audio;

import com.kaizencast.episode.PcmAudio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Music around speech: an intro before it, a bed under its opening that makes way for the voice, an
 * outro after it. All levels are relative to the loudness of the speech, so that a loud piece and a
 * quiet one fit alike. {@code src/docs/mastering.md} has the figures. Safe for use by several
 * threads.
 */
public final class Soundtrack {

  /** To be raised whenever the same music and speech give other samples. */
  public static final int VERSION = 1;

  /** What is heard alone, in LU relative to the speech. */
  private static final double ALONE_LU = -2;

  /** A bed while nobody speaks, and while somebody does. */
  private static final double BED_LU = -8;

  private static final double DUCKED_LU = -22;

  /** Highest sample of a piece, full scale being 1. */
  private static final double HIGHEST_PEAK = 0.7;

  /** How long a bed is heard before the voice, and how long at most with it. */
  private static final double LEAD_SECONDS = 1;

  private static final double LONGEST_BED_SECONDS = 30;

  private static final double DUCK_SECONDS = 0.3;
  private static final double RISE_SECONDS = 1;

  /** A shorter silence of the voice is no reason to rise. */
  private static final double PAUSE_SECONDS = 1.2;

  private static final double FADE_IN_SECONDS = 0.01;
  private static final double FADE_OUT_SECONDS = 0.5;
  private static final double BED_FADE_OUT_SECONDS = 2.5;

  private static final int BLOCK = 1 << 12;

  private final int sampleRateHz;
  private final @Nullable PcmAudio intro;
  private final @Nullable PcmAudio bed;
  private final @Nullable PcmAudio outro;

  /**
   * A soundtrack for speech of a sample rate; all of its pieces have that rate.
   *
   * @throws IllegalArgumentException if a piece has another rate
   */
  public Soundtrack(
      int sampleRateHz,
      @Nullable PcmAudio intro,
      @Nullable PcmAudio bed,
      @Nullable PcmAudio outro) {
    this.sampleRateHz = sampleRateHz;
    this.intro = checked(intro);
    this.bed = checked(bed);
    this.outro = checked(outro);
  }

  private @Nullable PcmAudio checked(@Nullable PcmAudio piece) {
    if (piece != null && piece.sampleRateHz() != sampleRateHz) {
      throw new IllegalArgumentException(
          "music of " + piece.sampleRateHz() + " Hz for speech of " + sampleRateHz + " Hz");
    }
    return piece;
  }

  /** Whether a piece is loud enough to be heard at all. */
  public static boolean isAudible(PcmAudio piece) {
    return loudness(piece) != GatedLoudness.SILENCE;
  }

  /** Frames of music before the first frame of the speech. */
  public long lead() {
    long first = intro == null ? 0 : intro.frameCount();
    return bed == null ? first : Math.max(first, frames(LEAD_SECONDS));
  }

  /**
   * A stretch of the speech in which the voice is heard.
   *
   * @param startFrame counted from the first frame of the speech
   * @param endFrame likewise, exclusive
   */
  public record Voiced(long startFrame, long endFrame) {}

  /**
   * The speech with its music: a recording in which the speech starts at {@link #lead}; the speech
   * itself if there is no music.
   *
   * @param speech is left open
   * @param voiced in order; what lies after the opening is not needed
   * @param openingEnd frame of the speech at which its opening ends
   */
  public Recording around(Recording speech, List<Voiced> voiced, long openingEnd, Path tempFolder)
      throws IOException {
    if (intro == null && bed == null && outro == null) {
      return speech;
    }
    double loudness = loudness(speech);
    long lead = lead();
    Recording mixed = Recording.create(tempFolder, sampleRateHz);
    try {
      Piece[] pieces = {
        intro == null ? null : alone(intro, 0, loudness),
        bed == null ? null : bed(bed, lead, voiced, openingEnd, loudness),
        outro == null ? null : alone(outro, lead + speech.frameCount(), loudness)
      };
      long length = lead + speech.frameCount() + (outro == null ? 0 : outro.frameCount());
      short[] block = new short[BLOCK];
      for (long at = 0; at < length; at += BLOCK) {
        int count = (int) Math.min(BLOCK, length - at);
        speech.read(at - lead, block, count);
        for (Piece piece : pieces) {
          if (piece != null) {
            piece.addTo(block, at, count);
          }
        }
        mixed.append(block, count);
      }
      return mixed;
    } catch (IOException | RuntimeException e) {
      mixed.close();
      throw e;
    }
  }

  private Piece alone(PcmAudio audio, long start, double speechLufs) {
    float[] gains = new float[audio.frameCount()];
    Arrays.fill(gains, gain(audio, speechLufs + ALONE_LU));
    fade(gains, FADE_IN_SECONDS, FADE_OUT_SECONDS);
    return new Piece(audio.samples(), gains, start);
  }

  /** Comes in before the voice, steps back while it speaks, and goes at the end of the opening. */
  private Piece bed(
      PcmAudio audio, long lead, List<Voiced> voiced, long openingEnd, double speechLufs) {
    int before = frames(LEAD_SECONDS);
    long longest = Math.min(openingEnd, frames(LONGEST_BED_SECONDS)) + before;
    float[] gains = new float[(int) Math.min(audio.frameCount(), longest)];
    float clear = gain(audio, speechLufs + BED_LU);
    float ducked = gain(audio, speechLufs + DUCKED_LU);
    float down = (clear - ducked) / frames(DUCK_SECONDS);
    float up = (clear - ducked) / frames(RISE_SECONDS);
    float gain = clear;
    int next = 0;
    for (int i = 0; i < gains.length; i++) {
      long at = (long) i - before;
      while (next < voiced.size() && voiced.get(next).endFrame() <= at) {
        next++;
      }
      boolean soon =
          next < voiced.size() && voiced.get(next).startFrame() <= at + frames(DUCK_SECONDS);
      boolean justNow =
          next > 0
              && next < voiced.size()
              && voiced.get(next).startFrame() - voiced.get(next - 1).endFrame()
                  < frames(PAUSE_SECONDS);
      gain = soon || justNow ? Math.max(ducked, gain - down) : Math.min(clear, gain + up);
      gains[i] = gain;
    }
    fade(gains, LEAD_SECONDS / 2, BED_FADE_OUT_SECONDS);
    return new Piece(audio.samples(), gains, lead - before);
  }

  /** Lets the gains rise from nothing and fall to nothing, along a quarter of a squared sine. */
  private void fade(float[] gains, double inSeconds, double outSeconds) {
    int in = Math.min(frames(inSeconds), gains.length / 2);
    int out = Math.min(frames(outSeconds), gains.length / 2);
    for (int i = 0; i < in; i++) {
      gains[i] *= part(i, in);
    }
    for (int i = 0; i < out; i++) {
      gains[gains.length - 1 - i] *= part(i, out);
    }
  }

  private static float part(int i, int length) {
    double sine = StrictMath.sin(Math.PI / 2 * i / length);
    return (float) (sine * sine);
  }

  /** The factor that brings a piece to a loudness, or as near as its peak allows. */
  private static float gain(PcmAudio audio, double lufs) {
    int peak = 1;
    for (short sample : audio.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double wanted = StrictMath.pow(10, (lufs - loudness(audio)) / 20);
    return (float) Math.min(wanted, HIGHEST_PEAK * 32768 / peak);
  }

  private int frames(double seconds) {
    return (int) (seconds * sampleRateHz);
  }

  private static double loudness(PcmAudio audio) {
    LoudnessMeter meter = new LoudnessMeter(audio.sampleRateHz());
    add(meter, audio.samples(), audio.frameCount(), new float[audio.frameCount()]);
    return meter.integratedLufs();
  }

  private static double loudness(Recording recording) throws IOException {
    LoudnessMeter meter = new LoudnessMeter(recording.sampleRateHz());
    short[] block = new short[BLOCK];
    float[] samples = new float[BLOCK];
    for (long at = 0; at < recording.frameCount(); at += BLOCK) {
      int count = (int) Math.min(BLOCK, recording.frameCount() - at);
      recording.read(at, block, count);
      add(meter, block, count, samples);
    }
    return meter.integratedLufs();
  }

  private static void add(LoudnessMeter meter, short[] frames, int count, float[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = frames[i] * (1 / 32768f);
    }
    meter.add(samples, count);
  }

  /** A piece in its place. */
  private static final class Piece {

    private final short[] samples;
    private final float[] gains;
    private final long start;

    /**
     * @param gains a factor for each frame that is played
     */
    Piece(short[] samples, float[] gains, long start) {
      this.samples = samples;
      this.gains = gains;
      this.start = start;
    }

    /** Adds what falls into a block of the whole. */
    void addTo(short[] block, long at, int count) {
      int from = (int) Math.max(0, Math.min(start - at, count));
      int to = (int) Math.max(0, Math.min(start + gains.length - at, count));
      for (int i = from; i < to; i++) {
        int inPiece = (int) (at + i - start);
        int sum = block[i] + Math.round(samples[inPiece] * gains[inPiece]);
        block[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
      }
    }
  }
}
