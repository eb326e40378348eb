package com.kaizencast.speech.clustergen;

/**
 * Maximum likelihood parameter generation (Tokuda et al. 2000, section 3, case 1): the most likely
 * course of each coefficient, given for every frame the mean and deviation of its value and of its
 * slope. The normal equations have two diagonals on either side; they are solved by Cholesky
 * decomposition without square roots.
 */
final class Trajectory {

  private Trajectory() {}

  /**
   * The courses of all coefficients.
   *
   * @param vectors index into the codebook for each frame
   * @return frame after frame
   */
  static float[] generate(VoiceModel model, int[] vectors) {
    int frames = vectors.length;
    int coefficients = model.coefficients();
    double[] diagonal = new double[frames];
    double[] first = new double[frames];
    double[] second = new double[frames];
    double[] right = new double[frames];
    float[] courses = new float[frames * coefficients];
    for (int i = 0; i < coefficients; i++) {
      equations(model, vectors, i, diagonal, first, second, right);
      solve(diagonal, first, second, right);
      for (int t = 0; t < frames; t++) {
        courses[t * coefficients + i] = (float) right[t];
      }
    }
    return courses;
  }

  /**
   * Fills in the equations of one coefficient.
   *
   * @param first what ties a frame to the one before
   * @param second what ties a frame to the one before that
   */
  private static void equations(
      VoiceModel model,
      int[] vectors,
      int coefficient,
      double[] diagonal,
      double[] first,
      double[] second,
      double[] right) {
    VoiceModel.Codebook codebook = model.codebook;
    int value = 2 + 2 * coefficient;
    int slope = value + 2 * model.coefficients();
    for (int t = 0; t < vectors.length; t++) {
      double precision = precision(codebook.value(vectors[t], value + 1));
      diagonal[t] = precision;
      right[t] = precision * codebook.value(vectors[t], value);
      first[t] = 0;
      second[t] = 0;
    }
    double before = model.deltaWindow[0];
    double here = model.deltaWindow[1];
    double after = model.deltaWindow[2];
    int last = vectors.length - 1;
    for (int t = 0; t <= last; t++) {
      double precision = precision(codebook.value(vectors[t], slope + 1));
      double weighted = precision * codebook.value(vectors[t], slope);
      diagonal[t] += here * here * precision;
      right[t] += here * weighted;
      if (t > 0) {
        diagonal[t - 1] += before * before * precision;
        right[t - 1] += before * weighted;
        first[t] += here * before * precision;
      }
      if (t < last) {
        diagonal[t + 1] += after * after * precision;
        right[t + 1] += after * weighted;
        first[t + 1] += after * here * precision;
      }
      if (t > 0 && t < last) {
        second[t + 1] += after * before * precision;
      }
    }
  }

  private static double precision(float deviation) {
    return 1.0 / (deviation * deviation);
  }

  /** Solves in place: {@code right} becomes the solution, the others their factors. */
  private static void solve(double[] diagonal, double[] first, double[] second, double[] right) {
    int frames = right.length;
    for (int t = 0; t < frames; t++) {
      if (t > 1) {
        double tie = second[t];
        second[t] = tie / diagonal[t - 2];
        first[t] -= tie * first[t - 1];
        diagonal[t] -= second[t] * tie;
        right[t] -= second[t] * right[t - 2];
      }
      if (t > 0) {
        double tie = first[t];
        first[t] = tie / diagonal[t - 1];
        diagonal[t] -= first[t] * tie;
        right[t] -= first[t] * right[t - 1];
      }
    }
    for (int t = frames - 1; t >= 0; t--) {
      double sum = right[t] / diagonal[t];
      if (t + 1 < frames) {
        sum -= first[t + 1] * right[t + 1];
      }
      if (t + 2 < frames) {
        sum -= second[t + 2] * right[t + 2];
      }
      right[t] = sum;
    }
  }
}
