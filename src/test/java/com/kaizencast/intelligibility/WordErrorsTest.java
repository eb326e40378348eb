package com.kaizencast.intelligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.intelligibility.WordErrors.Slip;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "a b c d, a b c d, 0",
    "a b c d, a x c d, 1",
    "a b c d, a c d, 1",
    "a b c d, a b x c d, 1",
    "a b c d, '', 4",
    "'', a b, 2",
    "the cat sat on the mat, a cat sat mat, 3",
    "see c i c d now, see cicd now, 0",
    "see cicd now, see c i c d now, 0",
    "tool kit for teams, toolkit for teams, 0",
    "c i c d, c i see d, 1",
    "toolkit, tool kits, 2",
  })
  void countsTheFewestChanges(String said, String heard, int errors) {
    assertThat(errors(said, heard).slips()).hasSize(errors);
  }

  @Test
  void tellsWhichWordsWereLost() {
    assertThat(errors("all ships sail at dawn", "all sheep sail at the").slips())
        .containsExactly(new Slip("ships", "sheep"), new Slip("dawn", "the"));
    assertThat(errors("all ships sail", "ships sail on").slips())
        .containsExactly(new Slip("all", ""), new Slip("", "on"));
  }

  @Test
  void addsUpAsIfOneText() {
    WordErrors both = errors("a b c d", "a b c x").and(errors("a b", "a b"));

    assertThat(both.said()).isEqualTo(6);
    assertThat(both.percent()).isCloseTo(100 / 6.0, within(1e-9));
  }

  private static WordErrors errors(String said, String heard) {
    return WordErrors.of(words(said), words(heard));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
