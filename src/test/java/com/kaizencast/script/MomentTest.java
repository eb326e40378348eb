package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2024-03-08, Asia/Hong_Kong, 2024-03-07T16:00:00Z",
    "2024-03-08, UTC, 2024-03-08T00:00:00Z",
    "2024-02-29, America/New_York, 2024-02-29T05:00:00Z",
    "2024-03-08T09:30, Asia/Hong_Kong, 2024-03-08T01:30:00Z",
    "2024-03-08 09:30:15, Asia/Hong_Kong, 2024-03-08T01:30:15Z",
    "2024-03-08T09:30:15.5, UTC, 2024-03-08T09:30:15.500Z",
    "2024-03-08T09:30Z, Asia/Hong_Kong, 2024-03-08T09:30:00Z",
    "2024-03-08t09:30z, Asia/Hong_Kong, 2024-03-08T09:30:00Z",
    "2024-03-08T09:30+05:30, Asia/Hong_Kong, 2024-03-08T04:00:00Z",
    "2024-03-08 09:30:00 -0800, Asia/Hong_Kong, 2024-03-08T17:30:00Z",
    "2024-03-08 09:30 +08, UTC, 2024-03-08T01:30:00Z",
    "1990-01-01, UTC, 1990-01-01T00:00:00Z",
    "2200-12-31, UTC, 2200-12-31T00:00:00Z",
    // Clocks went from 02:00 to 03:00: what is left out moves forward by the hour.
    "2024-03-31T02:30, Europe/Berlin, 2024-03-31T01:30:00Z",
    // Clocks went from 03:00 back to 02:00: the first of the two.
    "2024-10-27T02:30, Europe/Berlin, 2024-10-27T00:30:00Z",
    // Clocks went from 00:00 to 01:00: the day starts at one.
    "2024-03-31, Asia/Beirut, 2024-03-30T22:00:00Z",
    // The island had no 30 December: it moved across the date line.
    "2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z",
  })
  void isReadInItsZone(String text, String zone, Instant moment) throws Exception {
    assertThat(Moment.read(text, ZoneId.of(zone))).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-3-8",
        "20240308",
        "08.03.2024",
        "2024-03-08T",
        "2024-03-08T9:30",
        "2024-03-08T09:30 CET",
        "٢٠٢٤-٠٣-٠٨",
        "2024-03-08T09:30+8",
        "2024-02-30",
        "2024-00-01",
        "2024-03-08T24:00",
        "2024-03-08T23:59:60",
        "2024-03-08T09:30+19:00",
        "0000-01-01",
        "9999-01-01",
      })
  void isRejectedWhereItIsNone(String text) {
    assertThatThrownBy(() -> Moment.read(text, ZoneId.of("UTC")))
        .isInstanceOf(Form.Wrong.class)
        .hasMessageContaining(text);
  }
}
