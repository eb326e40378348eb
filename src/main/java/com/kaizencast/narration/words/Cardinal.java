package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A whole number or a decimal, and any run of digits that is nothing else. */
final class Cardinal implements WordClass {

  private static final Pattern SHAPE = Pattern.compile(NumberShape.NUMBER);
  private static final int MOST_DIGITS = 40;

  @Override
  public String name() {
    return "number";
  }

  @Override
  public boolean mayStartWith(char c) {
    return NumberShape.mayStartWith(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match =
        line.isDigit(at) || NumberShape.mayStart(line, at) ? line.match(SHAPE, at) : null;
    if (match != null) {
      return Reading.phrase(match.end(), NumberShape.say(match), at);
    }
    if (!line.isDigit(at)) {
      return null;
    }
    int end = at;
    while (line.isDigit(end)) {
      end++;
    }
    if (end - at > MOST_DIGITS) {
      return Reading.phrase(end, "a number of " + Numbers.cardinal(end - at) + " digits", at)
          .remarked("a number of " + (end - at) + " digits is described, not read");
    }
    return Reading.phrase(end, Numbers.digits(line.slice(at, end)), at);
  }
}
