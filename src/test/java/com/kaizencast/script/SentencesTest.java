package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          One two. Three four. Five six seven.    | One two. Three four.
          One (two). “Three four!” Five six seven | One (two). “Three four!”
          See Dr. Who and e.g. Docker and so on   | See Dr. Who and e.g. Docker…
          version 1.2 is out. it stays one        | version 1.2 is out. it stays…
          Short.                                  | Short.
          no end                                  | no end
          一二三。四五六七八九十一二三四五六七八九十一二三四五六七八 | 一二三。
          """)
  void areTheSummaryAsFarAsTheyFit(String text, String summary) {
    assertThat(Sentences.summary(text, 30)).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          It is short. The rest is not.                   | It is short
          “Is it?” Yes.                                   | “Is it
          Once it is set, and then, it goes on for long   | Once it is set, and then
          Now, this has no second clause for all we know  | Now, this has no second…
          For architects, a — b—c and that is what it is  | For architects, a — b
          oneverylongwordwithoutanyendinsightatall        | oneverylongwordwithoutany…
          ...                                             | ``
          """)
  void areATitleOfTheirFirstClauses(String text, String title) {
    assertThat(Sentences.title(text, 26)).isEqualTo(title);
  }
}
