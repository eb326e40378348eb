package com.kaizencast.audio;

import com.kaizencast.episode.PcmAudio;

/**
 * Music that a host need not own: a few struck notes for the beginning and the end of an episode,
 * soft chords for under its opening. Made of sines by arithmetic alone, so that it is nobody's and
 * the same on every machine.
 */
public enum Signature {
  /** Four notes that climb into an open chord. */
  INTRO {
    @Override
    float[] play(int rateHz) {
      float[] out = new float[frames(2.8, rateHz)];
      strike(out, rateHz, 0.00, D4, 0.8);
      strike(out, rateHz, 0.16, A4, 0.8);
      strike(out, rateHz, 0.32, D5, 0.9);
      strike(out, rateHz, 0.56, FS5, 1.0);
      strike(out, rateHz, 0.56, D4 / 2, 0.7);
      return out;
    }
  },
  /** The same notes on their way home. */
  OUTRO {
    @Override
    float[] play(int rateHz) {
      float[] out = new float[frames(3.4, rateHz)];
      strike(out, rateHz, 0.00, FS5, 0.8);
      strike(out, rateHz, 0.18, D5, 0.8);
      strike(out, rateHz, 0.36, A4, 0.8);
      strike(out, rateHz, 0.66, D4, 1.0);
      strike(out, rateHz, 0.66, D4 / 2, 0.8);
      return out;
    }
  },
  /** Chords of eight seconds, each swelling as the one before it dies away. */
  BED {
    @Override
    float[] play(int rateHz) {
      float[] out = new float[frames(32, rateHz)];
      double[][] chords = {
        {D4 / 2, A4 / 2, D4, FS5 / 2, A4},
        {G4 / 4, D4 / 2, G4 / 2, B4 / 2, D4},
        {B4 / 4, FS5 / 4, B4 / 2, D4, FS5 / 2},
        {A4 / 4, E4 / 2, A4 / 2, D4, E4}
      };
      for (int i = 0; i < 8; i++) {
        for (double hz : chords[i / 2 % chords.length]) {
          swell(out, rateHz, 4.0 * i - 2, 8, hz);
        }
      }
      return out;
    }
  };

  /** To be raised whenever other samples come out. */
  public static final int VERSION = 1;

  private static final double D4 = 293.66;
  private static final double E4 = 329.63;
  private static final double G4 = 392.00;
  private static final double A4 = 440.00;
  private static final double B4 = 493.88;
  private static final double D5 = 587.33;
  private static final double FS5 = 739.99;

  /** Partials of a bar tuned like that of a vibraphone: ratio, level, seconds to fall to 1/e. */
  private static final double[][] BAR = {
    {1, 1, 0.75}, {2, 0.12, 0.45}, {4, 0.3, 0.16}, {10, 0.05, 0.03}
  };

  private static final double ATTACK_SECONDS = 0.004;

  /** Highest sample, full scale being 1. */
  private static final double PEAK = 0.5;

  abstract float[] play(int rateHz);

  /** The samples at a rate. */
  public PcmAudio at(int sampleRateHz) {
    float[] played = play(sampleRateHz);
    float peak = 0;
    for (float sample : played) {
      peak = Math.max(peak, Math.abs(sample));
    }
    short[] samples = new short[played.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(played[i] * (PEAK * 32767 / peak));
    }
    return new PcmAudio(sampleRateHz, samples);
  }

  private static int frames(double seconds, int rateHz) {
    return (int) (seconds * rateHz);
  }

  /** Adds a struck note that rings until the end. */
  private static void strike(float[] out, int rateHz, double start, double hz, double level) {
    int first = frames(start, rateHz);
    for (double[] partial : BAR) {
      double partialHz = hz * partial[0];
      if (partialHz > 0.45 * rateHz) {
        continue;
      }
      for (int i = first; i < out.length; i++) {
        double t = (double) (i - first) / rateHz;
        double attack = Math.min(1, t / ATTACK_SECONDS);
        out[i] +=
            (float)
                (level
                    * partial[1]
                    * attack
                    * StrictMath.exp(-t / partial[2])
                    * StrictMath.sin(2 * Math.PI * partialHz * t));
      }
    }
  }

  /** Adds a soft tone that comes and goes; two sines a little apart keep it from standing still. */
  private static void swell(float[] out, int rateHz, double start, double seconds, double hz) {
    int first = frames(Math.max(0, start), rateHz);
    int last = Math.min(out.length, frames(start + seconds, rateHz));
    for (int i = first; i < last; i++) {
      double t = (double) i / rateHz - start;
      double shape = StrictMath.sin(Math.PI * t / seconds);
      double tone =
          StrictMath.sin(2 * Math.PI * hz * t) + StrictMath.sin(2 * Math.PI * hz * 1.003 * t);
      out[i] += (float) (shape * shape * tone * D4 / (D4 + hz));
    }
  }
}
