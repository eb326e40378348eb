package com.kaizencast.intelligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.intelligibility.Passages.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A CI/CD pipeline. | a c i c d pipeline",
        "trusted CAs, i.e. a CA | trusted c as that is a c a",
        "In 2019, 40 of 4,096 | in twenty nineteen forty of four thousand ninety six",
        "on 31 March 2026, at 09:15 | on the thirty first of march twenty twenty six at nine fifteen",
        "costs—if any—are a win-win | costs if any are a win win",
        "“Stop,” they’d say… | stop they'd say",
      })
  void readsAsAPersonWould(String text, String words) {
    assertThat(Reference.words(text)).containsExactly(words.split(" "));
  }

  @Test
  void dropsMarkupAndKeepsListNumbers() {
    String script =
        """
        ## A heading

          1. **First**: see [the page](https://example.com/a).
          • Then `this`.
        > quoted
        """;

    assertThat(String.join(" ", Reference.words(script)))
        .isEqualTo("a heading one first see the page then this quoted");
  }

  @Test
  void refusesToGuess() {
    assertThatThrownBy(() -> Reference.words("An XQZ of 17.5 and fooBar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("17.5 | XQZ | fooBar");
  }

  @ParameterizedTest
  @CsvSource({
    "0,zero",
    "13,thirteen",
    "40,forty",
    "99,ninety nine",
    "100,one hundred",
    "780,seven hundred eighty",
    "8000,eight thousand",
    "43200,forty three thousand two hundred",
    "999999,nine hundred ninety nine thousand nine hundred ninety nine",
  })
  void spellsNumbers(int value, String words) {
    assertThat(Reference.number(value)).isEqualTo(words);
  }

  @Test
  void knowsHowEveryPassageIsRead() throws Exception {
    for (Passage passage : Passages.all()) {
      assertThat(passage.said()).as(passage.name()).hasSizeGreaterThan(400);
    }
  }
}
