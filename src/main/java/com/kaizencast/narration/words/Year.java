package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A year or a decade. */
final class Year implements WordClass {

  private static final Pattern DECADE =
      Pattern.compile(
          "'?(?:(?<century>1[0-9]|20)(?<decade>\\d0)|(?<bare>[1-9]0))'?s(?![\\p{L}\\p{N}])");
  private static final Pattern YEAR = Pattern.compile("(?:1\\d|20)\\d\\d(?![\\p{L}\\p{N}%°])");

  /** Words before a number from 1100 to 2099 that make it a year whatever follows. */
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "in",
          "since",
          "until",
          "till",
          "by",
          "from",
          "before",
          "after",
          "during",
          "early",
          "late",
          "mid",
          "year",
          "years",
          "spring",
          "summer",
          "autumn",
          "fall",
          "winter",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "circa",
          "copyright",
          "class",
          "edition");

  /** Words before a number that make it a count. */
  private static final Set<String> BEFORE_COUNT =
      Set.of(
          "than",
          "over",
          "about",
          "approximately",
          "nearly",
          "almost",
          "roughly",
          "exactly",
          "least",
          "most",
          "only",
          "just",
          "all",
          "another",
          "some",
          "port",
          "line",
          "page",
          "room",
          "number",
          "error",
          "code");

  /** Words after a number that make it a count. */
  private static final Set<String> AFTER_COUNT =
      Set.of("people", "percent", "million", "billion", "thousand", "hundred", "or", "times");

  /** Words that make a number before a plural a year: "the 2023 invoices". */
  private static final Set<String> DETERMINERS =
      Set.of("the", "our", "my", "your", "his", "her", "its", "their", "this", "these", "those");

  /** Words that end in s and are no plural nouns. */
  private static final Set<String> NO_PLURAL =
      Set.of("is", "was", "has", "as", "its", "this", "us", "does", "vs", "versus", "thus");

  @Override
  public String name() {
    return "year";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || c == '\'';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher decade = line.match(DECADE, at);
    if (decade != null) {
      return Reading.phrase(decade.end(), decade(decade), at);
    }
    Matcher year = line.match(YEAR, at);
    if (year == null || isMoreThanDigits(line, year.end()) || !isYear(line, at, year.end())) {
      return null;
    }
    return Reading.phrase(year.end(), Numbers.year(Integer.parseInt(year.group())), at);
  }

  private static String decade(Matcher match) {
    String century = match.group("century");
    if (century == null) {
      return Numbers.plural(Numbers.cardinal(match.group("bare")));
    }
    int first = Integer.parseInt(century + match.group("decade"));
    return Numbers.plural(Numbers.year(first));
  }

  private static boolean isMoreThanDigits(Line line, int end) {
    return (line.at(end) == '.' || line.at(end) == ',' || line.at(end) == ':')
        && line.isDigit(end + 1);
  }

  private static boolean isYear(Line line, int at, int end) {
    String before = line.wordBefore(at).toLowerCase(Locale.ROOT);
    if (BEFORE_YEAR.contains(before)) {
      return true;
    }
    int year = Integer.parseInt(line.slice(at, end));
    if (year < 1900 || BEFORE_COUNT.contains(before)) {
      return false;
    }
    String after = line.isBlank(end) ? line.wordAfter(end) : "";
    boolean isPlural =
        after.endsWith("s")
            && !after.endsWith("ss")
            && !NO_PLURAL.contains(after)
            && after.equals(after.toLowerCase(Locale.ROOT));
    boolean isCount = isPlural && !DETERMINERS.contains(before);
    return !isCount && !AFTER_COUNT.contains(after);
  }
}
