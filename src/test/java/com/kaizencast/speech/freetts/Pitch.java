package com.kaizencast.speech.freetts;

import com.kaizencast.episode.Speech;
import java.util.ArrayList;
import java.util.List;

/** The fundamental frequency of speech, measured by autocorrelation where it is voiced. */
record Pitch(double meanHz, double deviationHz) {

  private static final int WINDOW = 800;
  private static final int STEP = 160;
  private static final double VOICED = 0.8;

  static Pitch of(Speech speech) {
    short[] samples = speech.audio().samples();
    int rate = speech.audio().sampleRateHz();
    List<Double> found = new ArrayList<>();
    for (int at = 0; at + WINDOW + rate / 60 < samples.length; at += STEP) {
      int best = 0;
      double highest = VOICED;
      for (int lag = rate / 200; lag < rate / 60; lag++) {
        double likeness = likeness(samples, at, lag);
        if (likeness > highest) {
          highest = likeness;
          best = lag;
        }
      }
      if (best > 0) {
        found.add((double) rate / best);
      }
    }
    double mean = found.stream().mapToDouble(hz -> hz).average().orElseThrow();
    double variance =
        found.stream().mapToDouble(hz -> (hz - mean) * (hz - mean)).average().orElseThrow();
    return new Pitch(mean, Math.sqrt(variance));
  }

  private static double likeness(short[] samples, int at, int lag) {
    double product = 0;
    double first = 1;
    double second = 1;
    for (int i = at; i < at + WINDOW; i++) {
      product += (double) samples[i] * samples[i + lag];
      first += (double) samples[i] * samples[i];
      second += (double) samples[i + lag] * samples[i + lag];
    }
    return product / Math.sqrt(first * second);
  }
}
