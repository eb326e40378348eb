package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that the host wants said letter by letter. */
final class Spelled implements WordClass {

  @Override
  public String name() {
    return "spelled";
  }

  @Override
  public boolean mayStartWith(char c) {
    return true;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (line.mode(at) != Mode.SPELL) {
      return null;
    }
    String folded = Latin.fold(String.valueOf(line.at(at)));
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (WordClass.isLetter(c)) {
        said.add(Letters.name(c, at));
      } else if (WordClass.isDigit(c)) {
        said.addAll(Said.phrase(Numbers.cardinal(c - '0'), at));
      }
    }
    return said.isEmpty() ? null : Reading.of(at + 1, said);
  }
}
