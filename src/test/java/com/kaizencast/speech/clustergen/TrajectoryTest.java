package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrajectoryTest {

  private static final VoiceModel RMS = VoiceFolder.builtIn();
  private static final int COEFFICIENTS = RMS.coefficients();

  /**
   * The course is the most likely one: no change of one frame makes what the frames ask for, value
   * and slope, less unlikely.
   */
  @Test
  void cannotBeMadeMoreLikely() {
    Random random = new Random(5);
    int[] vectors = random.ints(60, 0, RMS.codebook.size()).toArray();

    float[] courses = Trajectory.generate(RMS, vectors);

    for (int coefficient = 0; coefficient < COEFFICIENTS; coefficient++) {
      double[] course = new double[vectors.length];
      for (int t = 0; t < course.length; t++) {
        course[t] = courses[t * COEFFICIENTS + coefficient];
      }
      double least = unlikelihood(vectors, coefficient, course);
      for (int t = 0; t < course.length; t++) {
        for (double change : new double[] {-0.01, 0.01}) {
          course[t] += change;
          assertThat(unlikelihood(vectors, coefficient, course)).isGreaterThan(least);
          course[t] -= change;
        }
      }
    }
  }

  private static double unlikelihood(int[] vectors, int coefficient, double[] course) {
    double sum = 0;
    for (int t = 0; t < course.length; t++) {
      sum += cost(vectors[t], 2 + 2 * coefficient, course[t]);
      double before = t == 0 ? 0 : course[t - 1];
      double after = t == course.length - 1 ? 0 : course[t + 1];
      sum += cost(vectors[t], 2 + 2 * (COEFFICIENTS + coefficient), 0.5 * after - 0.5 * before);
    }
    return sum;
  }

  private static double cost(int vector, int channel, double value) {
    double off = value - RMS.codebook.value(vector, channel);
    double deviation = RMS.codebook.value(vector, channel + 1);
    return off * off / (deviation * deviation);
  }

  @Test
  void staysNearWhatASteadyStateAsksFor() {
    int[] vectors = new int[100];
    java.util.Arrays.fill(vectors, 7000);

    float[] courses = Trajectory.generate(RMS, vectors);

    for (int coefficient = 0; coefficient < COEFFICIENTS; coefficient++) {
      assertThat(courses[50 * COEFFICIENTS + coefficient])
          .isCloseTo(RMS.codebook.value(7000, 2 + 2 * coefficient), within(0.15f));
    }
  }

  @Test
  void bearsASingleFrameAndNone() {
    assertThat(Trajectory.generate(RMS, new int[0])).isEmpty();
    float[] one = Trajectory.generate(RMS, new int[] {9});
    assertThat(one).hasSize(COEFFICIENTS);
    assertThat(one[3]).isCloseTo(RMS.codebook.value(9, 8), within(1e-6f));
  }
}
