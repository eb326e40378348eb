package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoiseTest {

  /** 1804289383, 846930886, 1681692777, 1714636915, 1957747793, 424238335, ... of 2147483647. */
  @Test
  void isTheUpperHalfOfWhatTheCLibraryDrawsFromSeed1() {
    Noise noise = new Noise();

    String signs =
        Stream.generate(noise::next)
            .limit(20)
            .map(value -> value > 0 ? "+" : "-")
            .collect(Collectors.joining());

    assertThat(signs).isEqualTo("+-+++--+-+-+-+++++-+");
  }

  @Test
  void hasTwoValuesInEqualShares() {
    Noise noise = new Noise();
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = noise.next();
      assertThat(Math.abs(value)).isEqualTo(1);
      sum += value;
    }

    assertThat(sum).isBetween(-1000.0, 1000.0);
  }
}
