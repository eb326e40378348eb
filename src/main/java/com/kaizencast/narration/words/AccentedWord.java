package com.kaizencast.narration.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word with letters that the voice knows only without their marks. */
final class AccentedWord implements WordClass {

  private static final int MOST_LETTERS = 40;

  @Override
  public String name() {
    return "accented word";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    int end = at;
    boolean isAccented = false;
    while (end - at <= MOST_LETTERS && Latin.isFoldable(line.at(end))) {
      isAccented |= line.at(end) >= 0x80;
      end++;
    }
    if (!isAccented || end - at > MOST_LETTERS) {
      return null;
    }
    String folded = Latin.fold(line.slice(at, end));
    return Reading.of(
        end,
        folded.length() == 1 ? Letters.spell(folded, at) : List.of(new Said(folded, null, "", at)));
  }
}
