package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A telephone number: its digits one by one, in its groups. */
final class Telephone implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\+\\d{1,3}(?:[ .-]\\(?\\d{1,5}\\)?){2,5}"
              + "|(?:1[ -])?\\(\\d{3}\\) ?\\d{3}[ -]\\d{4}"
              + "|(?:1-)?\\d{3}-\\d{3}-\\d{4}"
              + "|\\d{3}-\\d{4})(?![\\p{L}\\p{N}_]|-\\d)");

  @Override
  public String name() {
    return "telephone number";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || c == '+' || c == '(';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    StringBuilder said = new StringBuilder();
    int group = at;
    for (int i = at; i <= match.end(); i++) {
      if (i == match.end() || !line.isDigit(i)) {
        if (i > group) {
          said.append(said.length() == 0 || said.toString().equals("plus ") ? "" : ", ");
          said.append(Numbers.digits(line.slice(group, i)));
        }
        said.append(i == at && line.at(i) == '+' ? "plus " : "");
        group = i + 1;
      }
    }
    return Reading.phrase(match.end(), said.toString(), at);
  }
}
