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
          case '/' -> isBetweenAcronyms(line, at) || line.isBlank(at + 1) ? "," : "";
          default -> "";
        });
  }

  private static boolean isDash(Line line, int at) {
    return line.at(at + 1) == '-' || (line.isBlank(at - 1) && line.isBlank(at + 1));
  }

  private static boolean isBetweenAcronyms(Line line, int at) {
    return line.isCapital(at - 1)
        && line.isCapital(at - 2)
        && line.isCapital(at + 1)
        && line.isCapital(at + 2);
  }
}
