package com.kaizencast.speech.clustergen;

import java.util.List;

/**
 * What drives the filter: pulses where the voice is voiced and noise everywhere, each through its
 * share of the band filters (Yoshimura et al. 2001, section 3). Made frame by frame; keeps its
 * state from one to the next.
 */
final class Excitation {

  private final double[][] bands;
  private final int taps;
  private final int samples;
  private final double[] pulseFilter;
  private final double[] noiseFilter;
  private final Noise noise = new Noise();

  /** The last pulses and noise: as much as the filters reach back, then this frame's. */
  private final double[] pulses;

  private final double[] hiss;

  private double sincePulse;
  private boolean isVoiced;

  /**
   * @param bands one filter for each band, all of one length
   * @param samples in a frame
   */
  Excitation(List<double[]> bands, int samples) {
    this.bands = bands.toArray(double[][]::new);
    this.taps = this.bands[0].length;
    this.samples = samples;
    pulseFilter = new double[taps];
    noiseFilter = new double[taps];
    pulses = new double[taps + samples];
    hiss = new double[taps + samples];
  }

  /** How many samples late a tap sounds: after the first, one is left out. */
  private static int delay(int tap) {
    return tap == 0 ? 0 : tap + 1;
  }

  /**
   * Makes the excitation from one frame to the next.
   *
   * @param fromPeriod in samples at the first frame, 0 if it is unvoiced
   * @param toPeriod likewise at the next frame; voiced is only what lies between voiced frames
   * @param strengths share of pulses in each band, from {@code offset} on
   * @param out filled with one frame's samples
   */
  void fill(double fromPeriod, double toPeriod, float[] strengths, int offset, double[] out) {
    weigh(strengths, offset);
    System.arraycopy(pulses, samples, pulses, 0, taps);
    System.arraycopy(hiss, samples, hiss, 0, taps);
    pulse(fromPeriod, toPeriod);
    for (int n = 0; n < samples; n++) {
      hiss[taps + n] = noise.next();
    }
    convolveNoise(out);
    addPulses(out);
  }

  private void weigh(float[] strengths, int offset) {
    for (int i = 0; i < taps; i++) {
      double pulse = 0;
      double rest = 0;
      for (int band = 0; band < bands.length; band++) {
        float strength = strengths[offset + band];
        pulse += strength * bands[band][i];
        rest += (1 - strength) * bands[band][i];
      }
      pulseFilter[i] = pulse;
      noiseFilter[i] = rest;
    }
  }

  private void pulse(double fromPeriod, double toPeriod) {
    for (int n = taps; n < taps + samples; n++) {
      pulses[n] = 0;
    }
    boolean wasVoiced = isVoiced;
    isVoiced = fromPeriod > 0 && toPeriod > 0;
    if (!isVoiced) {
      return;
    }
    if (!wasVoiced) {
      sincePulse = fromPeriod;
    }
    double period = fromPeriod;
    double step = (toPeriod - fromPeriod) / samples;
    for (int n = taps; n < taps + samples; n++) {
      sincePulse += 1;
      if (sincePulse >= period) {
        pulses[n] = StrictMath.sqrt(period);
        sincePulse -= period;
      }
      period += step;
    }
  }

  private void convolveNoise(double[] out) {
    for (int n = 0; n < samples; n++) {
      out[n] = noiseFilter[0] * hiss[taps + n];
    }
    for (int i = 1; i < taps; i++) {
      double weight = noiseFilter[i];
      int from = taps - delay(i);
      for (int n = 0; n < samples; n++) {
        out[n] += weight * hiss[from + n];
      }
    }
  }

  private void addPulses(double[] out) {
    for (int at = 0; at < taps + samples; at++) {
      double pulse = pulses[at];
      if (pulse != 0) {
        for (int i = 0; i < taps; i++) {
          int n = at - taps + delay(i);
          if (n >= 0 && n < samples) {
            out[n] += pulse * pulseFilter[i];
          }
        }
      }
    }
  }
}
