package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.ShowCrawl;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NarratorTest {

  @Test
  void keepsTheWrittenWordOfEverySpokenOne() {
    List<SpokenText> texts = texts(Scripts.of("A “CI/CD” pipeline—fast."));

    assertThat(texts).hasSize(1);
    SpokenText text = texts.get(0);
    assertThat(text.written())
        .extracting(WrittenWord::text)
        .containsExactly("A", "“CI/CD”", "pipeline—fast.");
    assertThat(text.written()).extracting(w -> w.position().column()).containsExactly(1, 3, 11);
    assertThat(text.text()).isEqualTo("a C I, C D pipeline, fast.");
    assertThat(text.words()).extracting(SpokenWord::written).containsExactly(0, 1, 1, 1, 1, 2, 2);
  }

  @Test
  void saysTheNumberOfAListItemAsItsOwnSentence() {
    List<SpokenText> texts = texts(Scripts.of("Two steps:\n\n  1. Plan: think.\n  2. Do it.\n"));

    assertThat(texts)
        .extracting(SpokenText::text)
        .containsExactly("Two steps.", "one.", "Plan: think.", "two.", "Do it.");
    assertThat(texts.get(1).written()).extracting(WrittenWord::text).containsExactly("1.");
  }

  @Test
  void pausesBeforeAndAfterAHeading() {
    List<SpokenText> texts = texts(Scripts.of("An end.\n\n## Why pin?\n\nA start."));

    assertThat(texts)
        .extracting(SpokenText::pauseAfter)
        .containsExactly(Duration.ofMillis(700), Duration.ofMillis(400), Duration.ofMillis(700));
    assertThat(texts.get(1).text()).isEqualTo("Why pin?");
  }

  @Test
  void prefersTheHostsLexicon() {
    Narrator narrator =
        new Narrator(
            List.of(
                new LexiconEntry("SQL", LexiconEntry.Kind.WORDS, "sequel"),
                new LexiconEntry("zork", LexiconEntry.Kind.PHONES, "z ao1 r k")));

    SpokenText text = narrator.narrate(Scripts.of("SQL's zorks")).sections().get(0).texts().get(0);

    assertThat(text.text()).isEqualTo("sequel's zorks.");
    assertThat(text.words().get(1).phones()).isEqualTo("z ao1 r k s");
  }

  @Test
  void readsTheSameInATurkishLocale() {
    EpisodeScript script = Scripts.of("The CI/CD of IT: KUBERNETES in 2024, CAs and GitHub.");
    Locale before = Locale.getDefault();
    List<SpokenText> here = texts(script);
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(texts(script)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
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

  private static List<SpokenText> texts(EpisodeScript script) {
    return new Narrator(List.of())
        .narrate(script).sections().stream().flatMap(s -> s.texts().stream()).toList();
  }
}
