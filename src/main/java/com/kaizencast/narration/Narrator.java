package com.kaizencast.narration;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.narration.words.Lexicon;
import com.kaizencast.narration.words.WordReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns scripts into what a voice can say. Immutable and thread-safe. */
public final class Narrator {

  private final Lexicon hostLexicon;
  private final WordReader reader;

  /**
   * @param hostLexicon entries above the built-in ones; see {@link #mistakeIn}
   */
  public Narrator(List<LexiconEntry> hostLexicon) {
    this.hostLexicon = new Lexicon("host lexicon", hostLexicon);
    this.reader = new WordReader(List.of(this.hostLexicon));
  }

  /** What keeps a lexicon entry from being said, for its host to mend; null if nothing does. */
  public static @Nullable String mistakeIn(LexiconEntry entry) {
    return Lexicon.mistakeIn(entry);
  }

  /** Reads a script. Never throws because of what is in it. */
  public Narration narrate(EpisodeScript script) {
    List<LexiconEntry> sayable = new ArrayList<>();
    List<ScriptProblem> problems = new ArrayList<>();
    for (LexiconEntry entry : script.lexicon()) {
      String mistake = Lexicon.mistakeIn(entry);
      if (mistake == null) {
        sayable.add(entry);
      } else {
        SourcePosition start = new SourcePosition(script.file(), 1, 1);
        problems.add(ScriptProblem.error(start, "lexicon: " + mistake));
      }
    }
    ScriptReading reading = new ScriptReading(reader(sayable), problems);
    for (Section section : script.sections()) {
      reading.add(section);
    }
    return reading.finish();
  }

  private WordReader reader(List<LexiconEntry> ofScript) {
    return ofScript.isEmpty()
        ? reader
        : new WordReader(List.of(new Lexicon("episode lexicon", ofScript), hostLexicon));
  }
}
