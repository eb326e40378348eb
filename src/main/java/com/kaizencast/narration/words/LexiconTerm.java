package com.kaizencast.narration.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A term of a lexicon: the longest one, and of equal ones that of the first lexicon. */
final class LexiconTerm implements WordClass {

  private final List<Lexicon> lexicons;

  LexiconTerm(List<Lexicon> lexicons) {
    this.lexicons = List.copyOf(lexicons);
  }

  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Lexicon.Match best = null;
    for (Lexicon lexicon : lexicons) {
      Lexicon.Match match = lexicon.match(line, at);
      if (match != null && (best == null || match.end() > best.end())) {
        best = match;
      }
    }
    return best == null ? null : Reading.of(best.end(), Lexicon.say(best, at));
  }
}
