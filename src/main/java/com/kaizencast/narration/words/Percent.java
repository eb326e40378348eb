package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A share of a hundred. */
final class Percent implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(NumberShape.NUMBER + " ?%(?![\\p{L}\\p{N}])");

  @Override
  public String name() {
    return "percent";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    return match == null
        ? null
        : Reading.phrase(match.end(), NumberShape.say(match) + " percent", at);
  }
}
