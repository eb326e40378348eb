package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverLetsALevelPassTheCeiling(long seed) {
    Random random = new Random(seed);
    float[] levels = new float[20_000];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = random.nextInt(30) == 0 ? 3 * random.nextFloat() : 0.4f * random.nextFloat();
    }

    float[] gains = gains(0.5f, levels);

    for (int i = 0; i < levels.length; i++) {
      assertThat(gains[i] * levels[i]).isLessThanOrEqualTo(0.500001f);
      assertThat(gains[i]).isBetween(0.0001f, 1f);
    }
  }

  @Test
  void leavesAloneWhatIsLowEnough() {
    float[] levels = new float[500];
    java.util.Arrays.fill(levels, 0.5f);

    assertThat(gains(0.5f, levels)).containsOnly(1f);
  }

  @Test
  void comesDownBeforeAPeakAndGoesUpSlowlyAfterIt() {
    float[] levels = new float[2000];
    levels[1000] = 1;

    float[] gains = gains(0.5f, levels);

    assertThat(gains[1000 - Limiter.DELAY - 1]).isEqualTo(1);
    for (int i = 1000 - Limiter.DELAY; i <= 1000; i++) {
      assertThat(gains[i - 1] - gains[i]).isBetween(0f, 0.13f);
    }
    assertThat(gains[1000]).isBetween(0.49f, 0.5f);
    assertThat(gains[1010]).isLessThan(0.65f);
    assertThat(gains[1023]).isBetween(0.75f, 0.85f); // 20 ms after it starts to let go
    assertThat(gains[1250]).isEqualTo(1);
  }

  /** The gain at each level, the lag taken out. */
  private static float[] gains(float ceiling, float[] levels) {
    Limiter limiter = new Limiter(ceiling);
    float[] gains = new float[levels.length];
    for (int i = 0; i < levels.length + Limiter.DELAY; i++) {
      float gain = limiter.next(i < levels.length ? levels[i] : 0);
      if (i >= Limiter.DELAY) {
        gains[i - Limiter.DELAY] = gain;
      }
    }
    return gains;
  }
}
