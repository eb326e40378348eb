package com.kaizencast.narration.words;

import org.jspecify.annotations.Nullable;

/** Characters that are heard as a pause or not at all. */
final class Punctuation implements WordClass {

  @Override
  public String name() {
    return "punctuation";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    int end = at + Character.charCount(line.text().codePointAt(at));
    return Reading.mark(
        Math.min(end, line.to()),
        switch (line.at(at)) {
          case ',', '.', '?', '!', ';' -> String.valueOf(line.at(at));
          case ':' -> line.isBlank(at + 1) ? ":" : "";
          case '—', '…', '(', ')', '[', ']', '|' -> ",";
          case '–' -> line.isBlank(at - 1) || line.isBlank(at + 1) ? "," : "";
          case '-' -> isDash(line, at) ? "," : "";
          case '/' -> isBetweenAcronyms(line, at) ? "," : "";
          default -> "";
        });
  }

  private static boolean isDash(Line line, int at) {
    return line.at(at + 1) == '-' || (line.isBlank(at - 1) && line.isBlank(at + 1));
  }

  private static boolean isBetweenAcronyms(Line line, int at) {
    return Character.isUpperCase(line.at(at - 1))
        && Character.isUpperCase(line.at(at - 2))
        && Character.isUpperCase(line.at(at + 1))
        && Character.isUpperCase(line.at(at + 2));
  }
}
