package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters and digits in one: names of products, models and formats. */
final class LettersAndDigits implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?=[A-Za-z]{0,40}\\d)(?=\\d{0,40}[A-Za-z])[A-Za-z0-9]{2,40}(?<ending>'s)?"
              + "(?![\\p{L}\\p{N}])");
  private static final int MOST_SPELLED = 3;

  @Override
  public String name() {
    return "letters and digits";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    boolean isPossessive = match.group("ending") != null;
    int end = match.end() - (isPossessive ? 2 : 0);
    List<Said> said = new ArrayList<>();
    int start = at;
    while (start < end) {
      int stop = start;
      boolean digits = line.isDigit(start);
      while (stop < end && line.isDigit(stop) == digits) {
        stop++;
      }
      String run = line.slice(start, stop);
      if (digits) {
        said.addAll(Said.phrase(number(run), start));
      } else if (run.length() <= MOST_SPELLED || run.chars().allMatch(Character::isUpperCase)) {
        said.addAll(Letters.spell(run, start));
      } else {
        said.addAll(words.say(line, start, stop));
      }
      start = stop;
    }
    if (isPossessive) {
      said.set(said.size() - 1, Lexicon.inflected(said.get(said.size() - 1), false));
    }
    return Reading.of(match.end(), said);
  }

  /** Short numbers are read as such, longer ones as one reads out a code. */
  private static String number(String digits) {
    if (digits.length() == 4 && digits.charAt(0) != '0') {
      return Numbers.year(Integer.parseInt(digits));
    }
    return digits.length() < 3 && !digits.startsWith("0")
        ? Numbers.cardinal(digits)
        : Numbers.digits(digits);
  }
}
