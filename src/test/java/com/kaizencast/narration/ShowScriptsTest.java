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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The episodes of the show in this repository. */
final class ShowScriptsTest {

  private static final Path HOME = Path.of("");

  @Test
  void areReadWithoutAnError() throws IOException, ScriptException {
    Narrator narrator = new Narrator(LexiconReader.read(HOME));
    for (EpisodeScript script : scripts()) {
      Narration narration = narrator.narrate(script);

      assertThat(narration.problems()).as(script.file()).noneMatch(ScriptProblem::isError);
      assertThat(narration.words()).as(script.file()).hasSizeGreaterThan(100);
    }
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

  private static List<EpisodeScript> scripts() throws IOException, ScriptException {
    Show show = ShowReader.read(HOME);
    List<EpisodeScript> scripts = new ArrayList<>();
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      scripts.add(ScriptReader.read(file, show));
    }
    return scripts;
  }
}
