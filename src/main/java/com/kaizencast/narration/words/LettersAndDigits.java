package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters and digits in one: names of products, models and formats; long ones are described. */
final class LettersAndDigits implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?=[A-Za-z]{0,60}+\\d)(?=\\d{0,60}+[A-Za-z])[A-Za-z0-9]{2,60}+" + NumberShape.END);
  private static final int MOST_SPELLED = 3;
  private static final int MOST_CHARACTERS = 20;

  @Override
  public String name() {
    return "letters and digits";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    int end = match.end();
    if (end - at > MOST_CHARACTERS) {
      return Reading.phrase(end, "a code of " + Numbers.cardinal(end - at) + " characters", at)
          .remarked("a code of " + (end - at) + " characters is described, not read");
    }
    List<Said> said = new ArrayList<>();
    boolean isPlural = line.at(end - 1) == 's' && line.isDigit(end - 2) && line.isLetter(at);
    end -= isPlural ? 1 : 0;
    int start = at;
    while (start < end) {
      int stop = start;
      boolean isNumber = line.isDigit(start);
      while (stop < end && line.isDigit(stop) == isNumber) {
        stop++;
      }
      String run = line.slice(start, stop);
      if (isNumber) {
        said.addAll(Said.phrase(Numbers.code(run), start));
      } else if (run.length() <= MOST_SPELLED && !Acronym.looksLikeWord(run)) {
        said.addAll(Letters.spell(run, start));
      } else {
        said.addAll(words.say(line, start, stop));
      }
      start = stop;
    }
    if (isPlural) {
      said.set(said.size() - 1, said.get(said.size() - 1).inflected(true));
    }
    return Reading.of(match.end(), said);
  }
}
