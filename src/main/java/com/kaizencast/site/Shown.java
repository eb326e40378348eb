package com.kaizencast.site;

import com.kaizencast.episode.Episode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, dates and times as a listener reads them. */
final class Shown {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Shown() {}

  static String date(Instant instant, ZoneId zone) {
    return DATE.format(LocalDate.ofInstant(instant, zone));
  }

  static String isoDate(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone).toString();
  }

  /** Minutes, rounded, at least one; from an hour on hours too. */
  static String length(Duration duration) {
    long minutes = Math.max(1, Math.round(duration.toMillis() / 60_000.0));
    return minutes < 60
        ? minutes + " min"
        : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  /** A place in the audio: {@code 1:35} or {@code 1:02:03}, cut to whole seconds. */
  static String clock(Duration time) {
    String seconds = twoDigits(time.toSecondsPart());
    return time.toHours() > 0
        ? time.toHours() + ":" + twoDigits(time.toMinutesPart()) + ":" + seconds
        : time.toMinutes() + ":" + seconds;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** Seconds with as many of three decimals as it takes. */
  static String seconds(Duration time) {
    return java.math.BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Megabytes with one decimal. */
  static String size(long bytes) {
    long tenths = Math.max(1, Math.round(bytes / 100_000.0));
    return tenths / 10 + "." + tenths % 10 + " MB";
  }

  /** What an episode is called beside its title; empty if there is nothing to say. */
  static String label(Episode episode) {
    String number = episode.number() == null ? "" : "Episode " + episode.number();
    String season = episode.season() == null ? "" : "Season " + episode.season();
    return switch (episode.type()) {
      case TRAILER -> "Trailer";
      case BONUS -> "Bonus";
      case FULL -> season.isEmpty() || number.isEmpty() ? season + number : season + ", " + number;
    };
  }
}
