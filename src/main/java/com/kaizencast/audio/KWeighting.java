package com.kaizencast.audio;

/**
 * The K-weighting filter of ITU-R BS.1770-4, Annex 1: a shelf for the head (table 1) and a
 * high-pass (table 2). The tables hold for 48 kHz; for other rates each section is taken back to
 * its analogue prototype and brought forth again by the bilinear transform, both warped to be exact
 * at its own corner frequency.
 */
final class KWeighting {

  private static final double TABLES_HZ = 48_000;

  private final double[] b;
  private final double[] a;
  private double shelf1;
  private double shelf2;
  private double pass1;
  private double pass2;

  KWeighting(int sampleRateHz) {
    double[] shelf =
        section(
            sampleRateHz,
            new double[] {1.53512485958697, -2.69169618940638, 1.19839281085285},
            new double[] {1, -1.69065929318241, 0.73248077421585});
    double[] pass =
        section(
            sampleRateHz,
            new double[] {1, -2, 1},
            new double[] {1, -1.99004745483398, 0.99007225036621});
    b = new double[] {shelf[0], shelf[1], shelf[2], pass[0], pass[1], pass[2]};
    a = new double[] {shelf[3], shelf[4], pass[3], pass[4]};
  }

  /** b0, b1, b2, a1, a2 of a second-order section of the tables at another rate. */
  private static double[] section(int sampleRateHz, double[] b48, double[] a48) {
    double[] zeros = toAnalogue(b48);
    double[] poles = toAnalogue(a48);
    // The corner in units of the 48 kHz transform, and where the new rate puts that frequency.
    double corner = StrictMath.sqrt(poles[0] / poles[2]);
    double cornerHz = TABLES_HZ / StrictMath.PI * StrictMath.atan(corner);
    double scale = corner / StrictMath.tan(StrictMath.PI * cornerHz / sampleRateHz);
    double[] numerator = toDigital(zeros, scale);
    double[] denominator = toDigital(poles, scale);
    return new double[] {
      numerator[0] / denominator[0],
      numerator[1] / denominator[0],
      numerator[2] / denominator[0],
      denominator[1] / denominator[0],
      denominator[2] / denominator[0]
    };
  }

  /** Coefficients of 1, s, s² after putting (1 − s) / (1 + s) in place of 1/z. */
  private static double[] toAnalogue(double[] digital) {
    return new double[] {
      digital[0] + digital[1] + digital[2],
      2 * (digital[0] - digital[2]),
      digital[0] - digital[1] + digital[2]
    };
  }

  /** Coefficients of 1, 1/z, 1/z² after putting scale · (1 − 1/z) / (1 + 1/z) in place of s. */
  private static double[] toDigital(double[] analogue, double scale) {
    double c0 = analogue[0];
    double c1 = analogue[1] * scale;
    double c2 = analogue[2] * scale * scale;
    return new double[] {c0 + c1 + c2, 2 * (c0 - c2), c0 - c1 + c2};
  }

  /** The sum of squares of the weighted samples, which follow those of the last call. */
  double energy(float[] samples, int from, int to) {
    double b0 = b[0];
    double b1 = b[1];
    double b2 = b[2];
    double c0 = b[3];
    double c1 = b[4];
    double c2 = b[5];
    double a1 = a[0];
    double a2 = a[1];
    double d1 = a[2];
    double d2 = a[3];
    double s1 = shelf1;
    double s2 = shelf2;
    double p1 = pass1;
    double p2 = pass2;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double x = samples[i];
      double y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      double z = c0 * y + p1;
      p1 = c1 * y - d1 * z + p2;
      p2 = c2 * y - d2 * z;
      sum += z * z;
    }
    shelf1 = s1;
    shelf2 = s2;
    pass1 = p1;
    pass2 = p2;
    return sum;
  }
}
