package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that the host wants said letter by letter. */
final class Spelled implements WordClass {

  private static final int MOST_CHARACTERS = 40;

  @Override
  public String name() {
    return "spelled";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (line.mode(at) != Mode.SPELL) {
      return null;
    }
    List<Said> said = new ArrayList<>();
    int end = at;
    while (end < line.to() && end - at < MOST_CHARACTERS && line.mode(end) == Mode.SPELL) {
      String folded = Latin.fold(String.valueOf(line.at(end)));
      for (int i = 0; i < folded.length(); i++) {
        char c = folded.charAt(i);
        if (Latin.isAscii(c)) {
          said.add(Letters.name(c, end));
        } else if (c >= '0' && c <= '9') {
          said.addAll(Said.phrase(Numbers.digits(String.valueOf(c)), end));
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          return end == at ? null : Reading.of(end, said);
        }
      }
      end++;
    }
    return Reading.of(end, said);
  }
}
