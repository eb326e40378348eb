package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.kaizencast.ShowCrawl;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SpokenText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NarratorTest {

  private static final String TEXT =
      "On 2024-03-08 the CI/CD of IT cost $1.2M: KUBERNETES, CAs and GitHub, e.g. 5 GB at 10:30.";

  @Test
  void asksTheEpisodesLexiconBeforeTheHostsAndTheHostsBeforeItsOwn() {
    LexiconEntry host = new LexiconEntry("SQL", Kind.WORDS, "sequel");
    LexiconEntry episode = new LexiconEntry("SQL", Kind.WORD, "");
    Narrator narrator = new Narrator(List.of(host));

    assertThat(said(new Narrator(List.of()), Scripts.of("the SQL's"))).isEqualTo("the S Q L's.");
    assertThat(said(narrator, Scripts.of("the SQL's"))).isEqualTo("the sequel's.");
    assertThat(said(narrator, Scripts.of("the SQL's", List.of(episode)))).isEqualTo("the sql's.");
    assertThat(said(narrator, Scripts.of("the SQL's"))).isEqualTo("the sequel's.");
  }

  @Test
  void namesTheLexiconThatAWordWasFoundIn() {
    Narrator narrator = new Narrator(List.of(new LexiconEntry("foo", Kind.SPELL, "")));
    EpisodeScript script =
        Scripts.of("foo bar API", List.of(new LexiconEntry("bar", Kind.SPELL, "")));

    assertThat(narrator.narrate(script).words())
        .extracting(ReadWord::wordClass)
        .containsExactly("host lexicon", "episode lexicon", "lexicon");
  }

  @Test
  void saysPhonesOfTheHostInPluralsAndPossessives() {
    Narrator narrator = new Narrator(List.of(new LexiconEntry("zork", Kind.PHONES, "z ao1 r k")));
    SpokenText text =
        narrator.narrate(Scripts.of("Zorks' zork's")).sections().get(0).texts().get(0);

    assertThat(text.text()).isEqualTo("Zorks zork's.");
    assertThat(text.words()).allMatch(word -> "z ao1 r k s".equals(word.phones()));
  }

  @Test
  void knowsTheSoundOfWordsThatAClassSays() {
    SpokenText text =
        new Narrator(List.of()).narrate(Scripts.of("5 ms")).sections().get(0).texts().get(0);

    assertThat(text.words().get(1).text()).isEqualTo("milliseconds");
    assertThat(text.words().get(1).phones()).isEqualTo("m ih1 l ih s eh k ax n d z");
  }

  @Test
  void reportsAnEntryOfTheEpisodeThatCannotBeSaid() {
    EpisodeScript script =
        Scripts.of("A zork.", List.of(new LexiconEntry("zork", Kind.PHONES, "z ao9 r k")));

    Narration narration = new Narrator(List.of()).narrate(script);

    assertThat(narration.problems()).singleElement().matches(ScriptProblem::isError);
    assertThat(narration.problems().get(0).message()).contains("z ao9 r k").contains("'zork'");
    assertThat(narration.sections()).isNotEmpty();
  }

  @Test
  void refusesAnEntryOfTheHostThatCannotBeSaid() {
    LexiconEntry entry = new LexiconEntry("zork", Kind.WORDS, "z0rk");

    assertThat(Narrator.mistakeIn(entry)).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new Narrator(List.of(entry)));
  }

  @Test
  void namesTheTermsOfTheHostThatATextUses() {
    Narrator narrator =
        new Narrator(
            List.of(
                new LexiconEntry("foo", Kind.WORD, ""),
                new LexiconEntry("Hub", Kind.WORD, ""),
                new LexiconEntry("SOX", Kind.WORD, ""),
                new LexiconEntry("go", Kind.WORD, "")));

    assertThat(narrator.lexiconTermsUsed(Scripts.of("Foos on the GitHubs of good socks, sox.")))
        .containsExactly("Hub", "foo");
  }

  @Test
  void namesTheNamesThatTheVoiceDoesNotKnow() {
    Narration narration =
        new Narrator(List.of()).narrate(Scripts.of("The Zorks met Ann. Zorks and Łódź, e.g. Bo."));

    assertThat(narration.namesUnknownTo(Set.of("The", "Ann", "Bo")::contains))
        .extracting(ScriptProblem::toString)
        .containsExactly(
            "test.md:1:5: warning: the voice's dictionary does not have 'Zorks'; listen to it, and put"
                + " it into the lexicon if it is wrong",
            "test.md:1:30: warning: the voice's dictionary does not have 'Łódź'; listen to it, and put"
                + " it into the lexicon if it is wrong");
  }

  @Test
  void warnsOnceOfEachAcronym() {
    Narration narration = new Narrator(List.of()).narrate(Scripts.of("XQZ, XQZ\n\nXQZ and YQZ"));

    assertThat(narration.problems()).hasSize(2).noneMatch(ScriptProblem::isError);
  }

  @Test
  void stopsWarningWhereNobodyWouldReadOn() {
    StringBuilder text = new StringBuilder();
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        text.append('Q').append(a).append(b).append("X ");
      }
    }

    Narration narration = new Narrator(List.of()).narrate(Scripts.of(text.toString()));

    assertThat(narration.problems()).hasSize(201);
    assertThat(narration.problems().get(200).message()).startsWith("there are more");
  }

  @Test
  void takesAFewForeignWordsAndRefusesAForeignPassage() {
    String english = "An English sentence of a good many letters. ".repeat(40);

    assertThat(problems(english + "改善")).noneMatch(ScriptProblem::isError).isNotEmpty();
    assertThat(problems("改善".repeat(9))).noneMatch(ScriptProblem::isError);
    assertThat(problems(english + "\n\n" + "改善".repeat(10)))
        .filteredOn(ScriptProblem::isError)
        .singleElement()
        .hasToString(
            "test.md:3:1: 20 letters in a script that the voice can't say; translate them, write how"
                + " they are said, or mark them as not spoken");
    assertThat(problems((english + "改善改善改善改善改善。\n\n").repeat(8))).noneMatch(ScriptProblem::isError);
    assertThat(problems(("Some English words here, then " + "改善".repeat(3) + "\n\n").repeat(8)))
        .filteredOn(ScriptProblem::isError)
        .hasSize(1);
  }

  @Test
  void readsTheSameInATurkishLocale() {
    EpisodeScript script = Scripts.of(TEXT);
    Locale before = Locale.getDefault();
    Narration here = new Narrator(List.of()).narrate(script);
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(new Narrator(List.of()).narrate(script)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void readsTheSameOnManyThreads() throws Exception {
    Narrator narrator = new Narrator(List.of());
    EpisodeScript script = Scripts.of(TEXT);
    Narration alone = narrator.narrate(script);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Narration>> together =
          IntStream.range(0, 200)
              .mapToObj(i -> threads.submit(() -> narrator.narrate(script)))
              .toList();
      for (Future<Narration> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void readsTheRealScriptsWithoutAProblem() throws IOException {
    for (ShowCrawl.RealScript script : ShowCrawl.scripts()) {
      String body = script.text().substring(script.title().length());

      Narration narration = new Narrator(List.of()).narrate(Scripts.of(body));

      assertThat(narration.problems()).isEmpty();
      assertThat(narration.sections().get(0).texts()).hasSizeGreaterThan(30);
    }
  }

  private static List<ScriptProblem> problems(String text) {
    return new Narrator(List.of()).narrate(Scripts.of(text)).problems();
  }

  private static String said(Narrator narrator, EpisodeScript script) {
    return ClassTableTest.text(narrator.narrate(script));
  }
}
