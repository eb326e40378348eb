package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number with a unit of measure or of data. */
final class Measure implements WordClass {

  private record Unit(String one, String many, boolean standsApart) {}

  private static final Map<String, Unit> UNITS = new HashMap<>();
  private static final int LONGEST_UNIT;

  private static final Pattern SHAPE = Pattern.compile(NumberShape.NUMBER + "(?<gap>[ -]?)");
  private static final Pattern RATE = Pattern.compile("/(?<unit>[A-Za-z]{1,12})" + NumberShape.END);

  /** Words before a number like 30s that make it a decade of someone's life. */
  private static final Set<String> BEFORE_DECADE =
      Set.of(
          "the", "his", "her", "their", "our", "my", "your", "its", "early", "late", "mid",
          "roaring");

  static {
    int longest = 0;
    for (List<String> row : Table.read("units", 4).rows()) {
      UNITS.put(row.get(0), new Unit(row.get(1), row.get(2), !row.get(3).equals("attached")));
      longest = Math.max(longest, row.get(0).length());
    }
    LONGEST_UNIT = longest;
  }

  @Override
  public String name() {
    return "measure";
  }

  @Override
  public boolean mayStartWith(char c) {
    return NumberShape.mayStartWith(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = NumberShape.mayStart(line, at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    int start = match.end();
    int end = unitEnd(line, start);
    Unit unit = UNITS.get(line.slice(start, end));
    boolean isApart = !match.group("gap").isEmpty();
    if (unit == null || (isApart && !unit.standsApart())) {
      return null;
    }
    if (line.slice(start, end).equals("s") && isDecade(line, at, match)) {
      return null;
    }
    boolean isOne =
        NumberShape.isOne(match)
            || match.group("gap").equals("-")
            || Adjectives.isBeforeNoun(line, at, end);
    List<Said> said = new ArrayList<>(Said.phrase(NumberShape.say(match), at));
    said.addAll(Said.phrase(isOne ? unit.one() : unit.many(), start));
    Matcher rate = line.match(RATE, end);
    if (rate == null) {
      return Reading.of(end, said);
    }
    said.addAll(Said.phrase("per", end));
    Unit per = UNITS.get(rate.group("unit"));
    if (per == null) {
      said.addAll(words.say(line, rate.start("unit"), rate.end()));
    } else {
      said.addAll(Said.phrase(per.one(), rate.start("unit")));
    }
    return Reading.of(rate.end(), said);
  }

  /** After the longest unit that begins here; here if there is none. */
  private static int unitEnd(Line line, int start) {
    for (int end = Math.min(start + LONGEST_UNIT, line.to()); end > start; end--) {
      if (UNITS.containsKey(line.slice(start, end)) && !line.isWord(end) && line.at(end) != '_') {
        return end;
      }
    }
    return start;
  }

  private static boolean isDecade(Line line, int at, Matcher match) {
    return match.group("whole") != null
        && match.group("whole").matches("[1-9]0|1[1-9]\\d0|20\\d0")
        && (match.group("whole").length() == 4
            || BEFORE_DECADE.contains(line.wordBefore(at).toLowerCase(Locale.ROOT)));
  }
}
