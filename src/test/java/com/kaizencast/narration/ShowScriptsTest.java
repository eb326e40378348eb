package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.EpisodeScript;
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
  Stream<DynamicTest> isSpokenAsExpected() throws IOException, ScriptException {
    Show show = ShowReader.read(HOME);
    Narrator narrator = new Narrator(LexiconReader.read(HOME));
    List<DynamicTest> tests = new ArrayList<>();
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      tests.add(
          DynamicTest.dynamicTest(
              file.name(),
              () -> {
                Narration narration = narrator.narrate(ScriptReader.read(file, show));
                assertThat(narration.problems()).noneMatch(ScriptProblem::isError);
                Golden.check(narration, SPOKEN.resolve(spoken(file)));
              }));
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void everySpokenFormHasItsScript() throws IOException {
    TreeSet<String> scripts = new TreeSet<>();
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      scripts.add(spoken(file));
    }
    TreeSet<String> spoken = new TreeSet<>();
    try (Stream<Path> files = Files.list(SPOKEN)) {
      files.forEach(file -> spoken.add(file.getFileName().toString()));
    }

    assertThat(spoken).isEqualTo(scripts);
  }

  @Test
  void namesTheTermsOfTheHostsLexiconThatEachEpisodeUses() throws IOException, ScriptException {
    Show show = ShowReader.read(HOME);
    Narrator narrator = new Narrator(LexiconReader.read(HOME));
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      EpisodeScript script = ScriptReader.read(file, show);

      assertThat(narrator.lexiconTermsUsed(script))
          .as(file.name())
          .contains("Leung")
          .hasSizeLessThan(LexiconReader.read(HOME).size());
    }
  }

  private static String spoken(ScriptFile file) {
    String name = Path.of(file.name()).getFileName().toString();
    return name.substring(0, name.lastIndexOf('.')) + ".spoken";
  }
}
