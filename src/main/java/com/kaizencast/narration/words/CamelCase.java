package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words run together with capitals inside: names of products and identifiers. */
final class CamelCase implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?=[A-Z]{0,60}+[a-z]{1,60}+[A-Z])[A-Za-z]{3,60}+" + NumberShape.END);
  private static final Pattern NAME =
      Pattern.compile("(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O)[A-Z][a-z]{2,20}");

  @Override
  public String name() {
    return "joined words";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null || NAME.matcher(match.group()).matches()) {
      return null;
    }
    List<Said> said = new ArrayList<>();
    int start = at;
    for (int i = at + 1; i <= match.end(); i++) {
      if (i == match.end() || isSeam(line, i, match.end())) {
        said.addAll(words.say(line, start, i));
        start = i;
      }
    }
    return Reading.of(match.end(), said);
  }

  /** Between "tH" and before the "Cl" of "APIClient", but not before the plural's "s". */
  private static boolean isSeam(Line line, int at, int end) {
    if (!line.isCapital(at)) {
      return false;
    }
    boolean smallBefore = !line.isCapital(at - 1);
    boolean smallAfter = at + 1 < end && !line.isCapital(at + 1);
    return smallBefore || (smallAfter && !(at + 2 == end && line.at(at + 1) == 's'));
  }
}
