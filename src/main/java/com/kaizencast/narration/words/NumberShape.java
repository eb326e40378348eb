package com.kaizencast.narration.words;

import java.util.regex.Matcher;

/** How a number may be written, with a sign, thousands separators and a decimal part. */
final class NumberShape {

  /** What may not follow a number or unit. */
  static final String END = "(?![\\p{L}\\p{N}_])";

  /** Groups {@code sign}, {@code whole} and {@code fraction}; of bounded length. */
  static final String NUMBER =
      "(?<sign>[+\\u2212-])?(?:(?<whole>\\d{1,3}(?:,\\d{3}){1,4}(?!\\d|,\\d)|\\d{1,15}+(?!\\d))"
          + "(?:\\.(?<fraction>\\d{1,15}+)(?!\\d|\\.\\d))?|\\.(?<bare>\\d{1,15}+)(?!\\d|\\.\\d))";

  private NumberShape() {}

  /** Whether a number with a sign or a leading point may begin here. */
  static boolean mayStart(Line line, int at) {
    if (line.isDigit(at)) {
      return line.startsHere(at);
    }
    char before = line.at(at - 1);
    return before == ' ' || before == '(' || before == '=' || before == '"' || before == '[';
  }

  static boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || c == '+' || c == '-' || c == '.';
  }

  /** The number in words. */
  static String say(Matcher match) {
    String sign = match.group("sign");
    String said = unsigned(match);
    return sign == null ? said : (sign.equals("+") ? "plus " : "minus ") + said;
  }

  private static String unsigned(Matcher match) {
    String bare = match.group("bare");
    if (bare != null) {
      return "point " + Numbers.digits(bare);
    }
    String whole = match.group("whole").replace(",", "");
    String fraction = match.group("fraction");
    if (fraction != null) {
      return Numbers.decimal(whole, fraction);
    }
    boolean isCode = whole.length() > 1 && whole.startsWith("0");
    return isCode ? Numbers.digits(whole) : Numbers.cardinal(whole);
  }

  /** Whether exactly one of something is meant. */
  static boolean isOne(Matcher match) {
    return "1".equals(match.group("whole")) && match.group("fraction") == null;
  }

  /** Offset of the first digit or point. */
  static int start(Matcher match) {
    return match.group("bare") == null ? match.start("whole") : match.start("bare");
  }
}
