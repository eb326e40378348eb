package com.kaizencast.transcript;

/** Times written as the formats have them; the same in every locale. */
final class Clock {

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Clock() {}

  /** {@code 00:00:01.234}, with more digits from the hundredth hour on. */
  static String full(long ms, char decimalMark) {
    return padded(ms / HOUR, 2)
        + ":"
        + padded(ms / MINUTE % 60, 2)
        + ":"
        + padded(ms / SECOND % 60, 2)
        + decimalMark
        + padded(ms % SECOND, 3);
  }

  /** {@code 0:01} or {@code 1:00:01}, cut to whole seconds. */
  static String brief(long ms) {
    String seconds = ":" + padded(ms / SECOND % 60, 2);
    return ms < HOUR
        ? ms / MINUTE + seconds
        : ms / HOUR + ":" + padded(ms / MINUTE % 60, 2) + seconds;
  }

  /** {@code 1.234}: seconds as a number. */
  static String seconds(long ms) {
    return ms / SECOND + "." + padded(ms % SECOND, 3);
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
