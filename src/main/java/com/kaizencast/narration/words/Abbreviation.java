package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shortened word with its stop. */
final class Abbreviation implements WordClass {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{1,8}\\.(?:[A-Za-z]{1,2}\\.){0,4}");

  @Override
  public String name() {
    return "abbreviation";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null || line.isWord(match.end()) || line.isCode(at)) {
      return null;
    }
    int next = line.nextWord(match.end());
    for (Abbreviations.Entry entry : Abbreviations.of(match.group())) {
      if (entry.fits(line.at(next))) {
        return Reading.phrase(match.end(), entry.said(), at);
      }
    }
    return null;
  }
}
