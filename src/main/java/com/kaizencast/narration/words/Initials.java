package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters with a stop after each. */
final class Initials implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?:[A-Z]\\.){2,8}(?![\\p{L}\\p{N}_])|[A-Z]\\.(?= [A-Z])");

  @Override
  public String name() {
    return "initials";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isCapital(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    List<Said> said = new ArrayList<>();
    for (int i = at; i < match.end(); i += 2) {
      said.add(Letters.name(line.at(i), i));
    }
    return Reading.of(match.end(), said);
  }
}
