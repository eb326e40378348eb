package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One number to another. */
final class Ratio implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?<one>\\d{1,4}):(?<other>\\d{1,4})(?!:)" + NumberShape.END);

  @Override
  public String name() {
    return "ratio";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    String one = match.group("one");
    String other = match.group("other");
    // In code they are ports.
    return Reading.phrase(
        match.end(),
        line.isCode(at)
            ? Numbers.code(one) + " to " + Numbers.code(other)
            : Numbers.cardinal(one) + " to " + Numbers.cardinal(other),
        at);
  }
}
