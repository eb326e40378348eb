package com.kaizencast.intelligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "The Quick, brown fox. | the quick brown fox",
        "the server’s keys | the servers keys",
        "the servers' keys | the servers keys",
        "it's we'll don’t | its we'll don't",
        "'quoted' words | quoted words",
        "u.s. and c.d.s | u s and c d s",
        "two c. a.'s | two c a s",
        "read(2) the [NOISE] <sil> ++BREATH++ end | read the end",
        "follow-up e-mail | follow up e mail",
        "ok mr smith | okay mister smith",
      })
  void writesWhatSoundsAlikeAlike(String text, String words) {
    assertThat(PlainWords.of(text)).containsExactly(words.split(" "));
  }
}
