package com.kaizencast.speech.clustergen;

/**
 * Mel log spectrum approximation filter (Imai, Sumita, Furuichi 1983): an exponential transfer
 * function by its Padé approximation of order five. In two parts, one for the first coefficient and
 * one for the rest. The five stages of the second part do not wait for each other within a sample,
 * so they are computed side by side.
 */
final class MlsaFilter {

  private static final int STAGES = 5;

  /** Coefficients of the Padé approximation of the exponential function. */
  private static final double[] PADE = {
    1, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721
  };

  private final int order;
  private final double alpha;
  private final double[] now;
  private final double[] step;

  private final double[] firstDelay = new double[STAGES + 1];
  private final double[] firstOut = new double[STAGES + 1];

  /** Delay lines of the stages, interleaved. */
  private final double[] delay;

  private final double[] out = new double[STAGES + 1];

  /**
   * @param order number of coefficients, less one
   */
  MlsaFilter(int order, double alpha) {
    this.order = order;
    this.alpha = alpha;
    now = new double[order + 1];
    step = new double[order + 1];
    delay = new double[STAGES * (order + 2)];
  }

  /** Filters in place while the coefficients move evenly from one set to the other. */
  void run(double[] samples, double[] from, double[] to) {
    for (int i = 0; i <= order; i++) {
      now[i] = from[i];
      step[i] = (to[i] - from[i]) / samples.length;
    }
    double gain = StrictMath.exp(from[0]);
    double growth = StrictMath.exp(step[0]);
    for (int n = 0; n < samples.length; n++) {
      samples[n] = rest(first(samples[n] * gain));
      gain *= growth;
      for (int i = 1; i <= order; i++) {
        now[i] += step[i];
      }
    }
  }

  private double first(double input) {
    double in = input;
    double sum = 0;
    for (int i = STAGES; i >= 1; i--) {
      firstDelay[i] = (1 - alpha * alpha) * firstOut[i - 1] + alpha * firstDelay[i];
      firstOut[i] = firstDelay[i] * now[1];
      double part = firstOut[i] * PADE[i];
      in += (i & 1) == 1 ? part : -part;
      sum += part;
    }
    firstOut[0] = in;
    return sum + in;
  }

  private double rest(double input) {
    double a = alpha;
    double b = 1 - a * a;
    double[] d = delay;
    // the delays of the stages at one place, and what each has come to
    double p0 = b * out[0] + a * d[0];
    double p1 = b * out[1] + a * d[1];
    double p2 = b * out[2] + a * d[2];
    double p3 = b * out[3] + a * d[3];
    double p4 = b * out[4] + a * d[4];
    d[0] = p0;
    d[1] = p1;
    d[2] = p2;
    d[3] = p3;
    d[4] = p4;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    int at = STAGES;
    for (int i = 2; i <= order; i++) {
      double c = now[i];
      double v0 = d[at] + a * (d[at + 5] - p0);
      double v1 = d[at + 1] + a * (d[at + 6] - p1);
      double v2 = d[at + 2] + a * (d[at + 7] - p2);
      double v3 = d[at + 3] + a * (d[at + 8] - p3);
      double v4 = d[at + 4] + a * (d[at + 9] - p4);
      d[at] = p0;
      d[at + 1] = p1;
      d[at + 2] = p2;
      d[at + 3] = p3;
      d[at + 4] = p4;
      s0 += v0 * c;
      s1 += v1 * c;
      s2 += v2 * c;
      s3 += v3 * c;
      s4 += v4 * c;
      p0 = v0;
      p1 = v1;
      p2 = v2;
      p3 = v3;
      p4 = v4;
      at += STAGES;
    }
    d[at] = p0;
    d[at + 1] = p1;
    d[at + 2] = p2;
    d[at + 3] = p3;
    d[at + 4] = p4;
    out[1] = s0;
    out[2] = s1;
    out[3] = s2;
    out[4] = s3;
    out[5] = s4;
    double odd = s0 * PADE[1] + s2 * PADE[3] + s4 * PADE[5];
    double even = s1 * PADE[2] + s3 * PADE[4];
    out[0] = input + odd - even;
    return out[0] + odd + even;
  }
}
