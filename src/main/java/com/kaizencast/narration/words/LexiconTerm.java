package com.kaizencast.narration.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A term of a lexicon. */
final class LexiconTerm implements WordClass {

  private final Lexicon lexicon;
  private final CommonWords commonWords;

  LexiconTerm(Lexicon lexicon, CommonWords commonWords) {
    this.lexicon = lexicon;
    this.commonWords = commonWords;
  }

  @Override
  public String name() {
    return lexicon.name();
  }

  @Override
  public boolean mayStartWith(char c) {
    return lexicon.mayStartWith(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Lexicon.Match match = lexicon.match(line, at);
    if (match == null || (line.isShouted() && isCommon(match))) {
      return null;
    }
    return Reading.of(match.end(), Lexicon.say(match, at));
  }

  /** Where everything is in capitals, IT and US are words. */
  private boolean isCommon(Lexicon.Match match) {
    return commonWords.contains(match.entry().term().toLowerCase(Locale.ROOT));
  }
}
