package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number that tells a place in a row. */
final class Ordinal implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<number>\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:st|nd|rd|th|ST|ND|RD|TH)"
              + NumberShape.END);

  @Override
  public String name() {
    return "ordinal";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    return match == null
        ? null
        : Reading.phrase(
            match.end(),
            Numbers.ordinal(Long.parseLong(match.group("number").replace(",", ""))),
            at);
  }
}
