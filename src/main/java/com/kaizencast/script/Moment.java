package com.kaizencast.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an episode is due, as a host writes it: a date, or a date and time with or without an
 * offset, ISO 8601 with {@code T} or a blank between them.
 *
 * <p>Without an offset the show's time zone holds. A date alone is the start of that day. A local
 * time that a change of clocks leaves out moves forward by what was left out; one that comes twice
 * is the first.
 */
final class Moment {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
              + " ?([Zz]|[-+][0-9]{2}(?::?[0-9]{2})?)?)?");

  private Moment() {}

  static Form<Instant> form(ZoneId zone) {
    return scalar -> read(scalar.value().strip(), zone);
  }

  static Instant read(String text, ZoneId zone) throws Form.Wrong {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new Form.Wrong(
          "is "
              + Forms.quoted(text)
              + ", which is no date; write it like 2024-03-08 or 2024-03-08T09:00+08:00");
    }
    try {
      LocalDate date = LocalDate.parse(parts.group(1));
      if (date.getYear() < 1990 || date.getYear() > 2200) {
        throw new Form.Wrong("is " + text + "; the year goes from 1990 to 2200");
      }
      if (parts.group(2) == null) {
        return date.atStartOfDay(zone).toInstant();
      }
      LocalDateTime time = date.atTime(LocalTime.parse(parts.group(2)));
      String offset = parts.group(3);
      if (offset == null) {
        return time.atZone(zone).toInstant();
      }
      return time.toInstant(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      throw new Form.Wrong("is " + text + ", and there is no such day or time; correct it");
    }
  }
}
