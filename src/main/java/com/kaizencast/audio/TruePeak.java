package com.kaizencast.audio;

/**
 * True peak of ITU-R BS.1770-4, Annex 2: the largest of the samples and of the points that its
 * interpolating filter (order 48, four phases) puts between them.
 *
 * <p>Written as sums of a few arrays at equal indexes, since that is what the compiler turns into
 * vector instructions.
 */
final class TruePeak {

  /** Samples that must be known before the first that is asked for. */
  static final int BEFORE = 5;

  /** Samples that must be known after the last that is asked for. */
  static final int AFTER = 6;

  private static final int HALF = 6;

  /** Phases 0 and 1 of the table, in units of 2^-13; phases 3 and 2 are the same backwards. */
  private static final int[] OUTER = {
    14, 90, -161, 272, -487, 1125, 7964, -838, 390, -218, 122, -68
  };

  private static final int[] INNER = {
    -239, 240, -424, 730, -1364, 3810, 6388, -1641, 832, -477, 271, -155
  };

  private final float[][] shifted;
  private final float[][] sums;
  private final float[][] differences;
  private final float[][] parts;

  /**
   * @param capacity largest number of samples in one call
   */
  TruePeak(int capacity) {
    shifted = new float[2 * HALF][capacity];
    sums = new float[HALF][capacity];
    differences = new float[HALF][capacity];
    parts = new float[4][capacity];
  }

  /**
   * The largest magnitude at each sample and between it and the next one.
   *
   * @param samples {@link #BEFORE}, then {@code count}, then {@link #AFTER} samples
   * @param peaks one for each of the {@code count} samples
   */
  void measure(float[] samples, float[] peaks, int count) {
    for (int k = 0; k < 2 * HALF; k++) {
      System.arraycopy(samples, k, shifted[k], 0, count);
    }
    for (int k = 0; k < HALF; k++) {
      fold(shifted[k], shifted[2 * HALF - 1 - k], sums[k], differences[k], count);
    }
    filter(sums, OUTER, 1, parts[0], count);
    filter(differences, OUTER, -1, parts[1], count);
    filter(sums, INNER, 1, parts[2], count);
    filter(differences, INNER, -1, parts[3], count);
    largest(parts[0], parts[1], parts[2], parts[3], shifted[BEFORE], peaks, count);
  }

  private static void fold(float[] a, float[] b, float[] sum, float[] difference, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = a[i] + b[i];
      difference[i] = a[i] - b[i];
    }
  }

  /** The even ({@code sign} 1) or odd (−1) half of a phase applied to the folded samples. */
  private static void filter(float[][] folded, int[] phase, int sign, float[] out, int count) {
    float[] c = new float[HALF];
    for (int k = 0; k < HALF; k++) {
      c[k] = (phase[k] + sign * phase[2 * HALF - 1 - k]) / 16384f;
    }
    set(folded[0], folded[1], folded[2], c[0], c[1], c[2], out, count);
    add(folded[3], folded[4], folded[5], c[3], c[4], c[5], out, count);
  }

  private static void set(
      float[] x, float[] y, float[] z, float a, float b, float c, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = a * x[i] + b * y[i] + c * z[i];
    }
  }

  private static void add(
      float[] x, float[] y, float[] z, float a, float b, float c, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = out[i] + a * x[i] + b * y[i] + c * z[i];
    }
  }

  /** A phase is even + odd, its mirror image even − odd: the larger is |even| + |odd|. */
  private static void largest(
      float[] outerEven,
      float[] outerOdd,
      float[] innerEven,
      float[] innerOdd,
      float[] samples,
      float[] peaks,
      int count) {
    for (int i = 0; i < count; i++) {
      peaks[i] =
          Math.max(
              Math.max(
                  Math.abs(outerEven[i]) + Math.abs(outerOdd[i]),
                  Math.abs(innerEven[i]) + Math.abs(innerOdd[i])),
              Math.abs(samples[i]));
    }
  }
}
