package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** Characters that are heard as a pause or not at all. */
final class Punctuation implements WordClass {

  @Override
  public String name() {
    return "punctuation";
  }

  @Override
  public boolean mayStartWith(char c) {
    return true;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    int end = at + Character.charCount(line.codePoint(at));
    return Reading.mark(
        end,
        switch (line.at(at)) {
          case ',', '.', '?', '!', ';' -> String.valueOf(line.at(at));
          case ':' -> line.isBlank(at + 1) ? ":" : "";
          case '—', '|', '•', '·' -> ",";
          case '(', ')', '[', ']', '{', '}' -> line.isCode(at) ? "" : ",";
          case '–' -> line.isBlank(at - 1) || line.isBlank(at + 1) ? "," : "";
          case '-' -> isDash(line, at) ? "," : "";
          case '/' -> isBetweenGroups(line, at) || line.isBlank(at + 1) ? "," : "";
          default -> "";
        });
  }

  private static boolean isDash(Line line, int at) {
    return line.at(at + 1) == '-' || (line.isBlank(at - 1) && line.isBlank(at + 1));
  }

  /** Between acronyms or numbers, which would run together. */
  private static boolean isBetweenGroups(Line line, int at) {
    if (line.isDigit(at - 1) && line.isDigit(at + 1)) {
      return true;
    }
    return line.isCapital(at - 1)
        && line.isCapital(at - 2)
        && line.isCapital(at + 1)
        && line.isCapital(at + 2);
  }
}
