package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** From mel cepstra to sound, against the mathematics. */
class FilterTest {

  private static final double ALPHA = 0.42;
  private static final int ORDER = 24;

  /** Imai et al. 1983: an approximation of order five is good to 0.24 dB. */
  private static final double PADE_DB = 0.25;

  /** A speech-like mel cepstrum. */
  private static float[] melCepstrum(long seed) {
    Random random = new Random(seed);
    float[] cepstrum = new float[ORDER + 1];
    for (int i = 0; i <= ORDER; i++) {
      cepstrum[i] = (float) (random.nextGaussian() * (i < 2 ? 1 : 0.5 / i));
    }
    return cepstrum;
  }

  private static double[] impulseResponse(double[] filter) {
    double[] samples = new double[2048];
    samples[0] = 1;
    new MlsaFilter(ORDER, ALPHA).run(samples, filter, filter);
    return samples;
  }

  /** Level of the impulse response at a frequency, in decibels. */
  private static double measured(double[] response, double omega) {
    double real = 0;
    double imaginary = 0;
    for (int n = 0; n < response.length; n++) {
      real += response[n] * Math.cos(omega * n);
      imaginary -= response[n] * Math.sin(omega * n);
    }
    return 10 * Math.log10(real * real + imaginary * imaginary);
  }

  /** What a mel cepstrum means: the logarithm of the level on a warped scale of frequency. */
  private static double meant(float[] melCepstrum, double omega) {
    double warped = omega + 2 * Math.atan2(ALPHA * Math.sin(omega), 1 - ALPHA * Math.cos(omega));
    double sum = 0;
    for (int i = 0; i <= ORDER; i++) {
      sum += melCepstrum[i] * Math.cos(i * warped);
    }
    return 20 * sum / Math.log(10);
  }

  @Test
  void theFilterHasTheSpectrumThatTheMelCepstrumMeans() {
    for (int seed = 0; seed < 20; seed++) {
      float[] cepstrum = melCepstrum(seed);
      double[] filter = new double[ORDER + 1];
      new MelCepstrum(ORDER, ALPHA, 0).toFilter(cepstrum, 0, filter);

      double[] response = impulseResponse(filter);

      for (double omega = 0.05; omega < Math.PI; omega += 0.05) {
        assertThat(measured(response, omega)).isEqualTo(meant(cepstrum, omega), within(PADE_DB));
      }
    }
  }

  @Test
  void thePostfilterKeepsTheEnergyAndDeepensTheValleys() {
    for (int seed = 0; seed < 20; seed++) {
      float[] cepstrum = melCepstrum(seed);
      double[] plain = new double[ORDER + 1];
      double[] sharp = new double[ORDER + 1];
      new MelCepstrum(ORDER, ALPHA, 0).toFilter(cepstrum, 0, plain);
      new MelCepstrum(ORDER, ALPHA, 0.4).toFilter(cepstrum, 0, sharp);

      double[] before = impulseResponse(plain);
      double[] after = impulseResponse(sharp);

      assertThat(10 * Math.log10(energy(after) / energy(before)))
          .as("change of energy in dB")
          .isEqualTo(0, within(0.5));
      assertThat(spread(after)).isGreaterThan(spread(before));
    }
  }

  @Test
  void theGainGrowsEvenlyFromFrameToFrame() {
    double[] quiet = new double[ORDER + 1];
    double[] loud = new double[ORDER + 1];
    loud[0] = Math.log(4);
    double[] samples = new double[80];
    java.util.Arrays.fill(samples, 1);

    new MlsaFilter(ORDER, ALPHA).run(samples, quiet, loud);

    assertThat(samples[0]).isEqualTo(1);
    assertThat(samples[40]).isEqualTo(2, within(1e-9));
    assertThat(samples[60]).isEqualTo(Math.pow(4, 0.75), within(1e-9));
  }

  private static double energy(double[] samples) {
    double energy = 0;
    for (double sample : samples) {
      energy += sample * sample;
    }
    return energy;
  }

  /** Variance of the level over frequency. */
  private static double spread(double[] response) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double omega = 0.05; omega < Math.PI; omega += 0.05) {
      double level = measured(response, omega);
      sum += level;
      squares += level * level;
      count++;
    }
    return squares / count - sum / count * sum / count;
  }
}
