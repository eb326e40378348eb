package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The slash between what is counted and what it is counted by: "requests/second", "$10/month". */
final class Rate implements WordClass {

  private static final Set<String> BY =
      Set.of(
          "s", "sec", "second", "min", "minute", "h", "hr", "hour", "day", "week", "month", "mo",
          "quarter", "year", "yr", "user", "person", "seat", "node", "request", "core", "team");

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public boolean mayStartWith(char c) {
    return c == '/';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (line.at(at) != '/' || line.isBlank(at + 1)) {
      return null;
    }
    String by = line.wordAfter(at + 1);
    boolean isCounted =
        line.isDigit(at - 1)
            || line.at(at - 1) == 's'
            || isMoney(line.at(at - 1))
            || (line.isLetter(at - 1) && (by.equals("s") || by.equals("sec")));
    return isCounted && BY.contains(by.toLowerCase(Locale.ROOT)) ? per(at, by) : null;
  }

  private static boolean isMoney(char c) {
    return "$€£%KMB".indexOf(c) >= 0;
  }

  private static Reading per(int at, String by) {
    return switch (by) {
      case "s" -> Reading.phrase(at + 2, "per second", at);
      case "h" -> Reading.phrase(at + 2, "per hour", at);
      case "mo" -> Reading.phrase(at + 3, "per month", at);
      case "sec", "min" ->
          Reading.phrase(at + 4, by.equals("sec") ? "per second" : "per minute", at);
      case "hr", "yr" -> Reading.phrase(at + 3, by.equals("hr") ? "per hour" : "per year", at);
      default -> Reading.phrase(at + 1, "per", at);
    };
  }
}
