package com.kaizencast.narration.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.speech.freetts.Voices;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexiconTest {

  @Test
  void holdsAtLeastFiveHundredTermsEachOnce() {
    List<String> terms = Lexicon.entries().stream().map(LexiconEntry::term).toList();

    assertThat(terms).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
  }

  @Test
  void hasNoEntryThatCannotBeSaid() {
    assertThat(Lexicon.entries()).allMatch(entry -> Lexicon.mistakeIn(entry) == null);
  }

  @Test
  void hasNoEntryThatIsNeverReached() {
    for (LexiconEntry entry : Lexicon.entries()) {
      List<Token> tokens = read(entry.term());

      assertThat(tokens).as(entry.term()).hasSize(1);
      assertThat(tokens.get(0).said()).as(entry.term()).isNotEmpty();
    }
  }

  @Test
  void saysPhonesThatTheVoicesKnow() {
    Set<String> phones = new HashSet<>();
    for (LexiconEntry entry : Lexicon.entries()) {
      if (entry.kind() == Kind.PHONES) {
        phones.addAll(Arrays.asList(entry.said().replace("1", "").split(" ")));
      }
    }
    for (List<String> row : Table.read("letters", 2).rows()) {
      phones.addAll(Arrays.asList(row.get(1).replace("1", "").split(" ")));
    }

    assertThat(Voices.PHONES).containsAll(phones);
  }

  @Test
  void takesTheLongestTerm() {
    assertThat(said("Visual Studio Code and VS Code")).isEqualTo("visual studio code and V S code");
  }

  @Test
  void tellsATermWithACapitalInsideFromAWord() {
    assertThat(said("IT gave it to us in the US")).isEqualTo("I T gave it to us in the U S");
  }

  @ParameterizedTest
  @CsvSource({"pod, p aa1 d", "Pods, p aa1 d z", "pods', p aa1 d z"})
  void takesPhonesAsTheyAre(String text, String phones) {
    Lexicon lexicon = new Lexicon("test", List.of(new LexiconEntry("pod", Kind.PHONES, "p aa1 d")));
    Line line = line(text);
    Lexicon.Match match = lexicon.match(line, 0);

    assertThat(match).isNotNull();
    assertThat(Lexicon.say(match, 0)).extracting(Said::phones).containsExactly(phones);
  }

  @ParameterizedTest
  @CsvSource({
    "p aa2 d, PHONES",
    "p aa1  d, PHONES",
    "P AA1 D, PHONES",
    "k1 aa, PHONES",
    "two 2, WORDS",
    "'', WORDS",
    "a_b, WORDS",
  })
  void refusesWhatCannotBeSaid(String said, Kind kind) {
    LexiconEntry entry = new LexiconEntry("term", kind, said);

    assertThat(Lexicon.mistakeIn(entry)).contains("'term'").contains("; ");
    assertThatIllegalArgumentException().isThrownBy(() -> new Lexicon("test", List.of(entry)));
  }

  @Test
  void saysAWordOfLettersAndDigits() {
    Lexicon lexicon = new Lexicon("test", List.of(new LexiconEntry("Web2", Kind.WORD, "")));
    Lexicon.Match match = lexicon.match(line("Web2"), 0);

    assertThat(match).isNotNull();
    assertThat(Lexicon.say(match, 0)).extracting(Said::text).containsExactly("web", "two");
  }

  private static String said(String text) {
    return read(text).stream()
        .flatMap(token -> token.said().stream())
        .map(Said::text)
        .collect(Collectors.joining(" "));
  }

  private static List<Token> read(String text) {
    return new WordReader(List.of()).read(line(text));
  }

  private static Line line(String text) {
    Mode[] modes = new Mode[text.length()];
    Arrays.fill(modes, Mode.TEXT);
    return new Line(text, modes, 0, text.length());
  }
}
