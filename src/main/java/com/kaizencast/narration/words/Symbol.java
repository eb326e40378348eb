package com.kaizencast.narration.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs that are said: in text those that a reader says, in code nearly all. */
final class Symbol implements WordClass {

  private static final int LONGEST = 3;

  private record Words(String inText, String inCode) {}

  private static final Map<String, Words> SYMBOLS = new HashMap<>();

  static {
    for (List<String> row : Table.read("symbols", 3).rows()) {
      SYMBOLS.put(row.get(0), new Words(row.get(1), row.get(2)));
    }
  }

  @Override
  public String name() {
    return "symbol";
  }

  @Override
  public boolean mayStartWith(char c) {
    return !WordClass.isLetter(c) && !WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    for (int length = LONGEST; length > 0; length--) {
      if (at + length > line.to()) {
        continue;
      }
      Words known = SYMBOLS.get(line.slice(at, at + length));
      if (known == null) {
        continue;
      }
      String said = line.isCode(at) ? known.inCode() : known.inText();
      if (said.isEmpty() || !isSaid(line, at, length)) {
        return null;
      }
      return Reading.phrase(at + length, said, at);
    }
    return null;
  }

  private static boolean isSaid(Line line, int at, int length) {
    char after = line.at(at + length);
    boolean isNextToWord = line.isWord(at - 1) || line.isWord(at + length);
    return switch (line.slice(at, at + length)) {
      case "~", "#" -> line.isCode(at) || line.isDigit(at + length) || after == '$';
      case "*", "^" ->
          line.isCode(at)
              || (!line.isBlank(at - 1) && line.isWord(at + length))
              || (line.isDigit(at - 2) && line.isDigit(at + 2));
      case "²", "³" -> isNextToWord;
      case "." -> !line.isWord(at - 1) || line.isWord(at + 1);
      case ":" -> line.isLetter(at + 1);
      case "$" -> isNextToWord;
      default -> true;
    };
  }
}
