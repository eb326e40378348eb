package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number with a letter for thousands, millions or more. */
final class LargeNumber implements WordClass {

  private static final Map<String, String> SCALES =
      Map.of(
          "k", "thousand",
          "m", "million",
          "mn", "million",
          "b", "billion",
          "bn", "billion",
          "t", "trillion",
          "tn", "trillion");

  private static final Pattern SHAPE =
      Pattern.compile(NumberShape.NUMBER + "(?<letter>K|k|M|B|T|bn|mn|tn)" + NumberShape.END);

  /** What a letter stands for. */
  static String scale(String letter) {
    String scale = SCALES.get(letter.toLowerCase(Locale.ROOT));
    if (scale == null) {
      throw new IllegalArgumentException("no scale: " + letter);
    }
    return scale;
  }

  @Override
  public String name() {
    return "large number";
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
    said.addAll(Said.phrase(scale(match.group("letter")), match.start("letter")));
    return Reading.of(match.end(), said);
  }
}
