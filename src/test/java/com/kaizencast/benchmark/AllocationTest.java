package com.kaizencast.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the hot path allocates for ten minutes of audio: unlike its time, the same on every machine
 * but for a few per cent. A copy of the samples that somebody adds is 19 MB.
 */
class AllocationTest {

  private static final double MB = 1e6;

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"kevin16, 110", "rms, 62"})
  void isNoMoreThanItWas(String voice, double speechMb) throws Exception {
    Catalogue.of(home, 1, voice);

    Parts parts = Parts.of(home, voice, Parts::allocation);

    assertThat(parts.mastering() / MB).as("mastering").isLessThan(5.5);
    assertThat(parts.speech() / MB).as("speech").isLessThan(speechMb);
    assertThat(parts.narration() / MB).as("narration").isLessThan(11);
    assertThat(parts.texts() / MB).as("transcripts, chapters").isLessThan(7.5);
  }
}
