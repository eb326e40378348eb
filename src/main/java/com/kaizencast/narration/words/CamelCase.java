package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words run together with capitals inside: names of products and identifiers. */
final class CamelCase implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?=[A-Za-z]{0,39}[a-z][A-Z])[A-Za-z]{3,40}(?<ending>'s)?(?![\\p{L}\\p{N}])");
  private static final Pattern NAME = Pattern.compile("(?:Mc|Mac|De|Di|Du|La|Le|Van)[A-Z][a-z]+.*");

  @Override
  public String name() {
    return "joined words";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null || NAME.matcher(match.group()).matches()) {
      return null;
    }
    int end = match.end() - (match.group("ending") == null ? 0 : 2);
    List<Said> said = new ArrayList<>();
    int start = at;
    for (int i = at + 1; i <= end; i++) {
      if (i == end || isSeam(line, i, end)) {
        said.addAll(words.say(line, start, i));
        start = i;
      }
    }
    if (end < match.end() && !said.isEmpty()) {
      said.set(said.size() - 1, Lexicon.inflected(said.get(said.size() - 1), false));
    }
    return Reading.of(match.end(), said);
  }

  /** Between "tH" and before the "Cl" of "APIClient", but not before the plural's "s". */
  private static boolean isSeam(Line line, int at, int end) {
    boolean up = Character.isUpperCase(line.at(at));
    if (up && Character.isLowerCase(line.at(at - 1))) {
      return true;
    }
    return up
        && at + 1 < end
        && Character.isLowerCase(line.at(at + 1))
        && !(at + 2 == end && line.at(at + 1) == 's');
  }
}
