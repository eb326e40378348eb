package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Width by height. */
final class Dimensions implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<one>\\d{1,5})(?<by> ?[x×] ?)(?<other>\\d{1,5})(?:(?<by2> ?[x×] ?)(?<third>\\d{1,5}))?"
              + NumberShape.END);

  @Override
  public String name() {
    return "dimensions";
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
    String between =
        match.group("by").contains("×") && match.group("by").length() > 1 ? "times " : "by ";
    List<Said> said = new ArrayList<>(Said.phrase(number(match.group("one")), at));
    said.addAll(Said.phrase(between + number(match.group("other")), match.start("other")));
    if (match.group("third") != null) {
      said.addAll(Said.phrase(between + number(match.group("third")), match.start("third")));
    }
    return Reading.of(match.end(), said);
  }

  private static String number(String digits) {
    return digits.length() == 3 ? Numbers.cardinal(digits) : Numbers.code(digits);
  }
}
