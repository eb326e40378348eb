package com.kaizencast.narration.words;

import java.util.regex.Matcher;

/** How a number may be written, with a sign, thousands separators and a decimal part. */
final class NumberShape {

  /** Groups {@code sign}, {@code whole} and {@code fraction}; of bounded length. */
  static final String NUMBER =
      "(?<sign>[+\\u2212-])?(?<whole>\\d{1,3}(?:,\\d{3}){1,4}(?!\\d|,\\d)|\\d{1,15}(?!\\d))"
          + "(?:\\.(?<fraction>\\d{1,15})(?!\\d))?";

  private NumberShape() {}

  /** The number in words. */
  static String say(Matcher match) {
    String sign = match.group("sign");
    String whole = match.group("whole").replace(",", "");
    String fraction = match.group("fraction");
    String said = fraction == null ? Numbers.cardinal(whole) : Numbers.decimal(whole, fraction);
    return sign == null ? said : (sign.equals("+") ? "plus " : "minus ") + said;
  }

  /** Whether exactly one of something is meant. */
  static boolean isOne(Matcher match) {
    return match.group("whole").equals("1") && match.group("fraction") == null;
  }
}
