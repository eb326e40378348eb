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
              + "?(?<zulu>Z)?(?![\\p{L}\\p{N}_:])");
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
      String said = full(match) + half(match) + (match.group("zulu") == null ? "" : " U T C");
      return Reading.phrase(match.end(), start > at ? "at " + said : said, at);
    }
    match = line.match(HOUR, start);
    return match == null
        ? null
        : Reading.phrase(match.end(), Numbers.cardinal(number(match, "hour")) + half(match), at);
  }

  private static String full(Matcher match) {
    int hour = number(match, "hour");
    int minute = number(match, "minute");
    String said = hourAndMinute(hour, minute, match.group("half") != null);
    if (match.group("second") == null) {
      return said;
    }
    int second = number(match, "second");
    return said + " and " + Numbers.cardinal(second) + (second == 1 ? " second" : " seconds");
  }

  private static String hourAndMinute(int hour, int minute, boolean hasHalf) {
    if (minute > 0) {
      String minutes = (minute < 10 ? "oh " : "") + Numbers.cardinal(minute);
      return Numbers.cardinal(hour) + " " + minutes;
    }
    if (hasHalf) {
      return Numbers.cardinal(hour);
    }
    if (hour == 0 || hour == 24) {
      return "midnight";
    }
    return Numbers.cardinal(hour) + (hour <= 12 ? " o'clock" : " hundred");
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
