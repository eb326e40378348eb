package com.kaizencast.audio;

import java.util.Arrays;

/**
 * Integrated loudness of ITU-R BS.1770-4, Annex 1: the mean over blocks of 400 ms that overlap by
 * 75 %, first those above −70 LUFS, then those within 10 LU of the mean of the first. Keeps eight
 * bytes for each tenth of a second.
 */
final class GatedLoudness {

  /** What is returned where no block passes the gate. */
  static final double SILENCE = Double.NEGATIVE_INFINITY;

  private static final int STEPS_IN_BLOCK = 4;
  private static final double ABSOLUTE_GATE_LUFS = -70;

  /** −10 LU as a ratio of powers. */
  private static final double RELATIVE_GATE = 0.1;

  private final long framesInStep;
  private double[] steps = new double[1024];
  private int count;

  /**
   * @param framesInStep in a tenth of a second
   */
  GatedLoudness(long framesInStep) {
    this.framesInStep = framesInStep;
  }

  /** Adds the energy (sum of squares, K-weighted) of the next tenth of a second. */
  void add(double energy) {
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, count * 2);
    }
    steps[count++] = energy;
  }

  /**
   * In LUFS. Where there is less than one block, what there is counts as one.
   *
   * @param restEnergy after the last whole step
   * @param restFrames after the last whole step
   */
  double integrated(double restEnergy, long restFrames) {
    if (count < STEPS_IN_BLOCK) {
      double energy = restEnergy;
      for (int i = 0; i < count; i++) {
        energy += steps[i];
      }
      long frames = count * framesInStep + restFrames;
      double power = frames == 0 ? 0 : energy / frames;
      return power > power(ABSOLUTE_GATE_LUFS) ? lufs(power) : SILENCE;
    }
    double first = meanAbove(power(ABSOLUTE_GATE_LUFS));
    return first == 0
        ? SILENCE
        : lufs(meanAbove(Math.max(power(ABSOLUTE_GATE_LUFS), first * RELATIVE_GATE)));
  }

  private double meanAbove(double gate) {
    double framesInBlock = STEPS_IN_BLOCK * framesInStep;
    double sum = 0;
    int blocks = 0;
    for (int i = STEPS_IN_BLOCK; i <= count; i++) {
      double power = (steps[i - 4] + steps[i - 3] + steps[i - 2] + steps[i - 1]) / framesInBlock;
      if (power > gate) {
        sum += power;
        blocks++;
      }
    }
    return blocks == 0 ? 0 : sum / blocks;
  }

  private static double power(double lufs) {
    return StrictMath.pow(10, (lufs + 0.691) / 10);
  }

  private static double lufs(double power) {
    return -0.691 + 10 * StrictMath.log10(power);
  }
}
