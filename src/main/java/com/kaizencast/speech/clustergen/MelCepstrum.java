package com.kaizencast.speech.clustergen;

/**
 * From mel cepstra to coefficients of the MLSA filter (Fukada et al. 1992, section 2), sharpened by
 * a postfilter that keeps the energy (Yoshimura et al. 2001, section 4).
 */
final class MelCepstrum {

  /** Length of the impulse response that the energy is measured on. */
  private static final int RESPONSE = 64;

  private final int order;
  private final double alpha;
  private final double beta;

  /** What each coefficient of the filter adds to its cepstrum on a linear scale of frequency. */
  private final double[][] unwarped;

  private final double[] cepstrum = new double[RESPONSE];
  private final double[] slopes = new double[RESPONSE];
  private final double[] response = new double[RESPONSE];

  /**
   * @param order number of coefficients, less one; at least 2
   * @param alpha frequency warping
   * @param beta strength of the postfilter, 0 for none
   */
  MelCepstrum(int order, double alpha, double beta) {
    this.order = order;
    this.alpha = alpha;
    this.beta = beta;
    unwarped = unwarp(order, alpha);
  }

  /**
   * @param courses holds the mel cepstrum from {@code offset} on
   * @param filter filled with the coefficients of the filter
   */
  void toFilter(float[] courses, int offset, double[] filter) {
    filter[order] = courses[offset + order];
    for (int i = order - 1; i >= 0; i--) {
      filter[i] = courses[offset + i] - alpha * filter[i + 1];
    }
    if (beta > 0) {
      double before = energy(filter);
      filter[1] -= beta * alpha * courses[offset + 2];
      for (int i = 2; i <= order; i++) {
        filter[i] *= 1 + beta;
      }
      filter[0] += StrictMath.log(before / energy(filter)) / 2;
    }
  }

  /** Energy of the filter's impulse response. */
  private double energy(double[] filter) {
    for (int k = 0; k < RESPONSE; k++) {
      cepstrum[k] = 0;
      response[k] = 0;
    }
    for (int i = 0; i <= order; i++) {
      double coefficient = filter[i];
      double[] part = unwarped[i];
      for (int k = 0; k < RESPONSE; k++) {
        cepstrum[k] += coefficient * part[k];
      }
    }
    for (int k = 0; k < RESPONSE; k++) {
      slopes[k] = k * cepstrum[k];
    }
    // the derivative of an exponential is itself times that of the exponent
    response[0] = StrictMath.exp(cepstrum[0]);
    double energy = 0;
    for (int n = 0; n < RESPONSE; n++) {
      double value = n == 0 ? response[0] : response[n] / n;
      energy += value * value;
      for (int k = n + 1; k < RESPONSE; k++) {
        response[k] += value * slopes[k - n];
      }
    }
    return energy;
  }

  private static double[][] unwarp(int order, double alpha) {
    double[][] parts = new double[order + 1][RESPONSE];
    // powers of the all-pass section that stands for a delay on the mel scale
    double[] power = new double[RESPONSE];
    power[0] = 1;
    parts[0] = power;
    for (int i = 1; i <= order; i++) {
      double[] next = new double[RESPONSE];
      next[0] = -alpha * power[0];
      for (int k = 1; k < RESPONSE; k++) {
        next[k] = power[k - 1] - alpha * (power[k] - next[k - 1]);
      }
      for (int k = 0; k < RESPONSE; k++) {
        parts[i][k] = next[k] + alpha * power[k];
      }
      power = next;
    }
    return parts;
  }
}
