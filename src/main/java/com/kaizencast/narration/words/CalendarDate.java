package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day: ISO 8601, American, European, or with the name of the month. */
final class CalendarDate implements WordClass {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final String MONTH =
      "(?<month>January|February|March|April|May|June|July|August|September|October|November"
          + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?";
  private static final String YEAR = "(?<year>(?:1[1-9]|20)\\d\\d)";

  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})([-/])(?<month>\\d\\d)\\2(?<day>\\d\\d)(?=T\\d\\d:|"
              + NumberShape.END
              + ")");
  private static final Pattern ISO_MONTH =
      Pattern.compile("(?<year>(?:19|20)\\d\\d)-(?<month>0[1-9]|1[0-2])(?!-)" + NumberShape.END);
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<one>\\d{1,2})([/.])(?<other>\\d{1,2})\\2(?<year>(?:19|20)\\d\\d)" + NumberShape.END);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          MONTH
              + " (?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?:[-\\u2013](?<last>[0-3]?\\d)(?:st|nd|rd|th)?)?"
              + "(?:,? "
              + YEAR
              + "(?!\\d|,\\d|\\.\\d))?(?![\\p{L}\\p{N}:%/]|[.,]\\d)");
  private static final Pattern MONTH_AND_YEAR =
      Pattern.compile(MONTH + ",? " + YEAR + NumberShape.END);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)? "
              + MONTH
              + "(?:,? "
              + YEAR
              + "(?!\\d|,\\d|\\.\\d))?"
              + NumberShape.END);

  @Override
  public String name() {
    return "date";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || "JFMASOND".indexOf(c) >= 0;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    return line.isDigit(at) ? numeric(line, at) : named(line, at);
  }

  private static @Nullable Reading numeric(Line line, int at) {
    Matcher match = line.match(ISO, at);
    if (match != null) {
      return inOnePiece(match, number(match, "month"), number(match, "day"), at);
    }
    match = line.match(NUMERIC, at);
    if (match != null) {
      int one = number(match, "one");
      int other = number(match, "other");
      boolean isMonthFirst = match.group(2).equals("/") ? one <= 12 : other > 12;
      return isMonthFirst ? inOnePiece(match, one, other, at) : inOnePiece(match, other, one, at);
    }
    match = line.match(ISO_MONTH, at);
    if (match != null) {
      int year = number(match, "year");
      // 2011-12 is a school year, not a month.
      return number(match, "month") == (year + 1) % 100
          ? null
          : Reading.phrase(
              match.end(), MONTHS.get(number(match, "month") - 1) + " " + Numbers.year(year), at);
    }
    match = line.match(DAY_FIRST, at);
    if (match == null || !isDay(number(match, "day"))) {
      return null;
    }
    boolean hasArticle = line.wordBefore(at).equals("the");
    List<Said> said = new ArrayList<>();
    said.addAll(
        Said.phrase((hasArticle ? "" : "the ") + Numbers.ordinal(number(match, "day")), at));
    said.addAll(Said.phrase("of " + month(match), match.start("month")));
    addYear(said, match, "");
    return Reading.of(match.end(), said);
  }

  private static @Nullable Reading named(Line line, int at) {
    Matcher match = line.match(MONTH_FIRST, at);
    if (match != null && isDay(number(match, "day"))) {
      List<Said> said = new ArrayList<>(Said.phrase(month(match), at));
      boolean hasYear = match.group("year") != null;
      String day = Numbers.ordinal(number(match, "day"));
      String last = match.group("last");
      if (last != null) {
        day += " to " + Numbers.ordinal(Long.parseLong(last));
      }
      said.addAll(Said.phrase(day + (hasYear ? "," : ""), match.start("day")));
      addYear(said, match, "");
      return Reading.of(match.end(), said);
    }
    match = line.match(MONTH_AND_YEAR, at);
    if (match == null) {
      return null;
    }
    List<Said> said = new ArrayList<>(Said.phrase(month(match), at));
    addYear(said, match, "");
    return Reading.of(match.end(), said);
  }

  private static void addYear(List<Said> said, Matcher match, String before) {
    if (match.group("year") != null) {
      said.addAll(Said.phrase(before + Numbers.year(number(match, "year")), match.start("year")));
    }
  }

  private static @Nullable Reading inOnePiece(Matcher match, int month, int day, int at) {
    if (month < 1 || month > 12 || !isDay(day)) {
      return null;
    }
    return Reading.phrase(
        match.end(),
        MONTHS.get(month - 1)
            + " "
            + Numbers.ordinal(day)
            + ", "
            + Numbers.year(number(match, "year")),
        at);
  }

  private static boolean isDay(int day) {
    return day >= 1 && day <= 31;
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }

  private static String month(Matcher match) {
    String start = match.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
    return MONTHS.stream()
        .filter(month -> month.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
