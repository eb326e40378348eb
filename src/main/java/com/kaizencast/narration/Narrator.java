package com.kaizencast.narration;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.narration.words.Lexicon;
import com.kaizencast.narration.words.WordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns scripts into what a voice can say. Thread-safe; the same script is always read alike. */
public final class Narrator {

  private final Lexicon hostLexicon;

  /** Made when it is first needed: its tables take a while to read, and often nothing is stale. */
  private @Nullable WordReader reader;

  /**
   * @param hostLexicon entries above the built-in ones; see {@link #mistakeIn}
   */
  public Narrator(List<LexiconEntry> hostLexicon) {
    this.hostLexicon = new Lexicon("host lexicon", hostLexicon);
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

  /**
   * Reads a text that stands in no script, with the host's lexicon.
   *
   * @param position of its first character
   */
  public Narration narrate(String text, SourcePosition position) {
    ScriptReading reading = new ScriptReading(reader(), new ArrayList<>());
    Span span = new Span(SpanStyle.TEXT, text, null, position);
    Block block = new TextBlock(BlockRole.PARAGRAPH, 0, 0, List.of(span), position);
    reading.add(new Section("", null, List.of(block)));
    return reading.finish();
  }

  /**
   * The terms of the host's lexicon that the reading of a script may depend on; without them it
   * stays the same whatever becomes of their entries. Takes a small part of the time of reading.
   */
  public SortedSet<String> lexiconTermsUsed(EpisodeScript script) {
    SortedSet<String> terms = new TreeSet<>();
    for (Section section : script.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof TextBlock text && ScriptReading.isRead(text)) {
          terms.addAll(termsIn(PassageBuilder.of(text.spans())));
        } else if (block instanceof CodeBlock || block instanceof TableBlock) {
          terms.addAll(termsIn(Descriptions.passage(block)));
        }
      }
    }
    return terms;
  }

  private Set<String> termsIn(Passage passage) {
    return hostLexicon.termsIn(passage.line(0, passage.text().length()));
  }

  private WordReader reader(List<LexiconEntry> ofEpisode) {
    return ofEpisode.isEmpty()
        ? reader()
        : new WordReader(List.of(new Lexicon("episode lexicon", ofEpisode), hostLexicon));
  }

  private synchronized WordReader reader() {
    WordReader known = reader;
    if (known == null) {
      known = new WordReader(List.of(hostLexicon));
      reader = known;
    }
    return known;
  }
}
