package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** The dash between two numbers. */
final class Range implements WordClass {

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
    return isBetween && !isChain(line, before, after) ? Reading.phrase(at + 1, "to", at) : null;
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

  /** Part numbers and codes have more than one hyphen. */
  private static boolean isChain(Line line, int before, int after) {
    int left = before;
    while (line.isDigit(left) && before - left < 20) {
      left--;
    }
    int right = after;
    while (line.isDigit(right) && right - after < 20) {
      right++;
    }
    return (line.at(left) == '-' && line.isWord(left - 1))
        || (line.at(right) == '-' && line.isWord(right + 1));
  }
}
