package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** The dash between two numbers. */
final class Range implements WordClass {

  private static final int LONGEST = 20;

  @Override
  public String name() {
    return "range";
  }

  @Override
  public boolean mayStartWith(char c) {
    return c == '-';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    char c = line.at(at);
    if (c != '-' && c != '–') {
      return null;
    }
    int before = at - 1;
    int after = at + 1;
    if (c == '–' && line.isBlank(before) && line.isBlank(after)) {
      before--;
      after++;
    }
    boolean isBetween = endsNumber(line, before) && startsNumber(line, after);
    return isBetween && isRange(line, before, after) ? Reading.phrase(at + 1, "to", at) : null;
  }

  private static boolean endsNumber(Line line, int at) {
    return line.isDigit(at)
        || line.at(at) == '%'
        || (isMeridiem(line, at) && line.at(at) != ' ')
        || (line.isLetter(at) && line.isDigit(at - 1));
  }

  private static boolean isMeridiem(Line line, int at) {
    return (line.at(at) == 'm' || line.at(at) == 'M') && "aApP".indexOf(line.at(at - 1)) >= 0;
  }

  private static boolean startsNumber(Line line, int at) {
    return line.isDigit(at) || ("$€£".indexOf(line.at(at)) >= 0 && line.isDigit(at + 1));
  }

  /** Whether the numbers on both sides stand alone, and rise: part numbers and codes do not. */
  private static boolean isRange(Line line, int before, int after) {
    int left = before;
    while (isOfNumber(line, left) && before - left < LONGEST) {
      left--;
    }
    int right = after;
    while (isOfNumber(line, right) && right - after < LONGEST) {
      right++;
    }
    boolean isPart =
        line.isLetter(left)
            ? line.isDigit(before)
            : (line.at(left) == '-' && line.isWord(left - 1))
                || (line.at(right) == '-' && line.isWord(right + 1));
    if (isPart) {
      return false;
    }
    String from = line.slice(left + 1, before + 1);
    String to = line.slice(after, right);
    boolean areWhole = from.matches("\\d{1,9}") && to.matches("\\d{1,9}");
    // 2023-24 is a range too.
    return !areWhole
        || Integer.parseInt(from) <= Integer.parseInt(to)
        || (from.length() == 4 && to.length() == 2);
  }

  private static boolean isOfNumber(Line line, int at) {
    char c = line.at(at);
    return line.isDigit(at) || ((c == '.' || c == ',') && line.isDigit(at - 1));
  }
}
