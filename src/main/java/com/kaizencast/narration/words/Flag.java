package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An option of a command. */
final class Flag implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<dashes>--?)(?<name>[A-Za-z](?:[A-Za-z0-9-]{0,60}[A-Za-z0-9])?)(?![\\p{L}\\p{N}_])");

  /** A few small options in one: "-la". */
  private static final int MOST_SPELLED = 3;

  @Override
  public String name() {
    return "option";
  }

  @Override
  public boolean mayStartWith(char c) {
    return c == '-';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.isBlank(at - 1) && "\"'([,=".indexOf(line.at(at - 1)) < 0) {
      return null;
    }
    Matcher match = line.match(SHAPE, at);
    if (match == null) {
      return null;
    }
    boolean isLong = match.group("dashes").length() == 2;
    boolean isSingleLetter = match.end() - at == 2;
    if (!line.isCode(at) && !isLong && !isSingleLetter) {
      return null;
    }
    List<Said> said = new ArrayList<>(Said.phrase(isLong ? "dash dash" : "dash", at));
    int start = match.start("name");
    if (isSingleLetter) {
      said.add(Letters.name(line.at(start), start));
    } else if (!isLong && match.end() - start <= MOST_SPELLED) {
      said.addAll(Letters.spell(match.group("name").replaceAll("[^A-Za-z]", ""), start));
    } else {
      said.addAll(words.say(line, start, match.end()));
    }
    return Reading.of(match.end(), said);
  }
}
