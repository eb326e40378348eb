package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day. */
final class ClockTime implements WordClass {

  private static final String HALF = "(?: ?(?<half>am|pm|AM|PM|a\\.m\\.|p\\.m\\.))";
  private static final Pattern FULL =
      Pattern.compile(
          "(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d)(?:\\.\\d{1,9})?)?"
              + HALF
              + "?(?<zulu>Z)?(?![\\p{L}\\p{N}_]|:\\d)");
  private static final Pattern HOUR =
      Pattern.compile("(?<hour>1[0-2]|0?[1-9])" + HALF + "(?![\\p{L}\\p{N}_])");

  @Override
  public String name() {
    return "time";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || c == 'T';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    // The T between the date and the time of ISO 8601.
    int start = line.at(at) == 'T' && line.isDigit(at - 1) ? at + 1 : at;
    if (start == at && !line.startsHere(at)) {
      return null;
    }
    Matcher match = line.match(FULL, start);
    if (match != null) {
      String said =
          (start > at ? "at " : "") + full(match) + (match.group("zulu") == null ? "" : " U T C");
      return Reading.phrase(match.end(), said + (isLabel(line, at, match.end()) ? "," : ""), at);
    }
    match = line.match(HOUR, start);
    return match == null
        ? null
        : Reading.phrase(match.end(), Numbers.cardinal(number(match, "hour")) + half(match), at);
  }

  /** Before what happened at that time, as in the list of a log. */
  private static boolean isLabel(Line line, int at, int end) {
    return at == line.from()
        && line.isBlank(end)
        && line.isCapital(end + 1)
        && !line.isCapital(end + 2);
  }

  private static String full(Matcher match) {
    int hour = number(match, "hour");
    int minute = number(match, "minute");
    String half = half(match);
    // A leading zero or an hour after noon shows the clock of 24 hours; it is said by the other.
    boolean isMorning = match.group("hour").startsWith("0");
    if (half.isEmpty() && (isMorning || hour > 12)) {
      half = isMorning || hour == 24 ? " A M" : " P M";
    }
    if (hour % 24 == 0 && minute == 0 && match.group("second") == null) {
      return "midnight";
    }
    String said = hourAndMinute(hour, minute, half);
    if (match.group("second") == null) {
      return said + half;
    }
    int second = number(match, "second");
    return said
        + " and "
        + Numbers.cardinal(second)
        + (second == 1 ? " second" : " seconds")
        + half;
  }

  private static String hourAndMinute(int hour, int minute, String half) {
    String said = Numbers.cardinal(hour % 12 == 0 ? 12 : hour % 12);
    if (minute > 0) {
      return said + (minute < 10 ? " oh " : " ") + Numbers.cardinal(minute);
    }
    return half.isEmpty() ? said + " o'clock" : said;
  }

  private static String half(Matcher match) {
    String half = match.group("half");
    if (half == null) {
      return "";
    }
    return half.startsWith("a") || half.startsWith("A") ? " A M" : " P M";
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }
}
