package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello, World!              | hello-world
          what's-new_in 2.0          | whats-new-in-2-0
          It’s R&D                   | its-r-d
          Ünïcödé Straße Ærø Łódź    | unicode-strasse-aero-lodz
          ISTANBUL İstanbul ışık     | istanbul-istanbul-isik
          ﬁne ① ２                   | fine-1-2
          ../../etc/passwd           | etc-passwd
          --a--                      | a
          你好 kubernetes             | kubernetes
          """)
  void isDerivedByFolding(String text, String slug) throws Exception {
    assertThat(Slug.derive(text)).isEqualTo(slug);
    Reading.inTurkish(() -> assertThat(Slug.derive(text)).isEqualTo(slug));
  }

  @Test
  void isEmptyWithoutLettersAndDigits() {
    assertThat(Slug.derive("你好 – 😀")).isEmpty();
    assertThat(Slug.derive("")).isEmpty();
  }

  @Test
  void isCutAtAHyphenOrAtALetter() {
    assertThat(Slug.derive("a".repeat(98) + " bcd efg")).isEqualTo("a".repeat(98));
    assertThat(Slug.derive("a".repeat(200))).isEqualTo("a".repeat(100));
  }
}
