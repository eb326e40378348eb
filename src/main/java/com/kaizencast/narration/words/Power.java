package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** Raised digits: a power after a number or a lone letter, else the mark of a note. */
final class Power implements WordClass {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  @Override
  public String name() {
    return "power";
  }

  @Override
  public boolean mayStartWith(char c) {
    return false;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    StringBuilder digits = new StringBuilder();
    int end = at;
    while (digits.length() < 9 && RAISED.indexOf(line.at(end)) >= 0) {
      digits.append(RAISED.indexOf(line.at(end)));
      end++;
    }
    if (end == at) {
      return null;
    }
    boolean isPower = line.isDigit(at - 1) || (line.isLetter(at - 1) && !line.isLetter(at - 2));
    if (!isPower) {
      return Reading.mark(end, "");
    }
    String power = digits.toString();
    return Reading.phrase(
        end,
        power.equals("2")
            ? "squared"
            : power.equals("3") ? "cubed" : "to the power of " + Numbers.cardinal(power),
        at);
  }
}
