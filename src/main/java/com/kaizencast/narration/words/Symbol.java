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
      // After a name it is no "about": HEAD~3.
      boolean isInName = line.at(at) == '~' && line.isWord(at - 1);
      String said = line.isCode(at) || isInName ? known.inCode() : known.inText();
      if (said.isEmpty() || !isSaid(line, at, length)) {
        return null;
      }
      return Reading.phrase(at + length, said, at);
    }
    return null;
  }

  private static boolean isSaid(Line line, int at, int length) {
    int end = at + length;
    boolean isBetween = line.isWord(at - 1) && line.isWord(end);
    boolean isApart = line.isBlank(at - 1) && line.isBlank(end);
    return switch (line.slice(at, end)) {
      case "#", "~" -> line.isCode(at) || line.isDigit(end) || line.at(end) == '$';
      case "*", "^" ->
          line.isCode(at)
              || isBetween
              || (isApart && line.isDigit(at - 2) && line.isDigit(end + 1));
      // Not the brackets of types and tags.
      case "<" -> line.isBlank(end) || line.isDigit(end);
      case ">" -> line.isBlank(at - 1) || line.isDigit(end);
      case "!" -> line.isCode(at) || (line.isBlank(at - 1) && line.isLetter(end));
      case "." -> !line.isWord(at - 1) || line.isWord(end);
      case ":" -> line.isLetter(end);
      case "$" -> line.isWord(at - 1) || line.isWord(end);
      case "(" -> isFunction(line, at);
      default -> true;
    };
  }

  /** As in "f(x)". */
  private static boolean isFunction(Line line, int at) {
    return line.isLetter(at - 1) && line.startsHere(at - 1) && line.isWord(at + 1);
  }
}
