package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The episodes of the show in this repository, word by word as the voice is given them. */
final class ShowScriptsTest {

  private static final Path HOME = Path.of("");
  private static final Path SPOKEN = Path.of("src/test/resources/narration/scripts");

  @TestFactory
  Stream<DynamicTest> areSpokenAsExpected() throws IOException, ScriptException {
    Narrator narrator = new Narrator(LexiconReader.read(HOME));
    return scripts().stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.file(),
                    () -> {
                      Narration narration = narrator.narrate(script);
                      assertThat(narration.problems()).noneMatch(ScriptProblem::isError);
                      Golden.check(narration, SPOKEN.resolve(spoken(script)));
                    }));
  }

  @Test
  void haveOneSpokenFormEach() throws IOException, ScriptException {
    TreeSet<String> spoken = new TreeSet<>();
    try (Stream<Path> files = Files.list(SPOKEN)) {
      files.forEach(file -> spoken.add(file.getFileName().toString()));
    }

    assertThat(spoken)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            scripts().stream().map(ShowScriptsTest::spoken).toList());
  }

  @Test
  void nameTheTermsOfTheHostsLexiconThatTheyUse() throws IOException, ScriptException {
    List<LexiconEntry> lexicon = LexiconReader.read(HOME);
    Narrator narrator = new Narrator(lexicon);
    for (EpisodeScript script : scripts()) {
      assertThat(narrator.lexiconTermsUsed(script))
          .as(script.file())
          .contains("Leung")
          .hasSizeLessThan(lexicon.size());
    }
  }

  @Test
  void changeOnlyWithTheTermsThatTheyUse() throws IOException, ScriptException {
    List<LexiconEntry> lexicon = LexiconReader.read(HOME);
    for (LexiconEntry entry : lexicon) {
      List<LexiconEntry> changed = new ArrayList<>(lexicon);
      changed.set(lexicon.indexOf(entry), new LexiconEntry(entry.term(), Kind.WORDS, "changed"));
      Narrator before = new Narrator(lexicon);
      Narrator after = new Narrator(changed);
      for (EpisodeScript script : scripts()) {
        boolean isUsed = before.lexiconTermsUsed(script).contains(entry.term());
        boolean isChanged =
            !before.narrate(script).sections().equals(after.narrate(script).sections());

        assertThat(isUsed).as("%s in %s", entry.term(), script.file()).isEqualTo(isChanged);
      }
    }
  }

  private static String spoken(EpisodeScript script) {
    String name = Path.of(script.file()).getFileName().toString();
    return name.substring(0, name.lastIndexOf('.')) + ".spoken";
  }

  private static List<EpisodeScript> scripts() throws IOException, ScriptException {
    Show show = ShowReader.read(HOME);
    List<EpisodeScript> scripts = new ArrayList<>();
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      scripts.add(ScriptReader.read(file, show));
    }
    return scripts;
  }
}
