package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A share of a hundred. */
final class Percent implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(NumberShape.NUMBER + "(?<unit> ?%)" + NumberShape.END);

  @Override
  public String name() {
    return "percent";
  }

  @Override
  public boolean mayStartWith(char c) {
    return NumberShape.mayStartWith(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = NumberShape.mayStart(line, at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    List<Said> said = new ArrayList<>(Said.phrase(NumberShape.say(match), at));
    said.addAll(Said.phrase("percent", match.end() - 1));
    return Reading.of(match.end(), said);
  }
}
