package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcitationTest {

  private static final int FRAME = 80;
  private static final float[] ALL_PULSES = {1};
  private static final float[] ALL_NOISE = {0};

  private final double[] out = new double[FRAME];

  private static Excitation through(double... filter) {
    return new Excitation(List.of(filter), FRAME);
  }

  @Test
  void givesAPulseOfThePeriodsEnergyInEachPeriod() {
    Excitation excitation = through(1);
    List<Integer> pulses = new ArrayList<>();
    for (int frame = 0; frame < 10; frame++) {
      excitation.fill(100, 100, ALL_PULSES, 0, out);
      for (int n = 0; n < FRAME; n++) {
        if (out[n] != 0) {
          assertThat(out[n]).isEqualTo(10);
          pulses.add(frame * FRAME + n);
        }
      }
    }

    // the count starts one sample before the first pulse
    assertThat(pulses).containsExactly(0, 99, 199, 299, 399, 499, 599, 699, 799);
  }

  @Test
  void movesThePeriodEvenlyFromFrameToFrame() {
    Excitation excitation = through(1);

    excitation.fill(20, 40, ALL_PULSES, 0, out);

    // at sample n the period is 20 + n / 4
    assertThat(out[0]).isEqualTo(Math.sqrt(20));
    assertThat(out[26]).isEqualTo(Math.sqrt(26.5));
    assertThat(out[61]).isEqualTo(Math.sqrt(35.25));
    assertThat(energy(out)).isEqualTo(20 + 26.5 + 35.25);
  }

  @Test
  void startsAnewWhereTheVoiceSetsInAndIsSilentWhereItEnds() {
    Excitation excitation = through(1);

    excitation.fill(0, 100, ALL_PULSES, 0, out);
    assertThat(energy(out)).isZero();
    excitation.fill(100, 100, ALL_PULSES, 0, out);
    assertThat(out[0]).isEqualTo(10);
    excitation.fill(100, 0, ALL_PULSES, 0, out);
    assertThat(energy(out)).isZero();
    excitation.fill(100, 100, ALL_PULSES, 0, out);
    assertThat(out[0]).isEqualTo(10);
  }

  @Test
  void leavesOneSampleOutAfterTheFirstTapAndRingsOnInTheNextFrame() {
    Excitation excitation = through(1, 2, 3);

    excitation.fill(79, 79, ALL_PULSES, 0, out);

    double pulse = Math.sqrt(79);
    assertThat(out).startsWith(pulse, 0, 2 * pulse, 3 * pulse, 0);
    assertThat(out[78]).isEqualTo(pulse);
    excitation.fill(79, 0, ALL_PULSES, 0, out);
    assertThat(out).startsWith(2 * pulse, 3 * pulse, 0);
  }

  @Test
  void isNoiseWhereTheStrengthOfABandIsNone() {
    Excitation excitation = through(0.5, 0, 0.25);

    excitation.fill(100, 100, ALL_NOISE, 0, out);

    Noise noise = new Noise();
    double[] drawn = new double[FRAME];
    for (int n = 0; n < FRAME; n++) {
      drawn[n] = noise.next();
    }
    for (int n = 0; n < FRAME; n++) {
      double echo = n < 3 ? 0 : 0.25 * drawn[n - 3];
      assertThat(out[n]).isEqualTo(0.5 * drawn[n] + echo);
    }
  }

  private static double energy(double[] samples) {
    double energy = 0;
    for (double sample : samples) {
      energy += sample * sample;
    }
    return Math.round(energy * 1e9) / 1e9;
  }
}
