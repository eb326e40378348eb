package com.kaizencast.script;

import com.kaizencast.episode.Show.UpdateFrequency;
import java.time.LocalDate;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** The days on which a show has new episodes: the recurrence rule of its update frequency. */
public final class Schedule {

  /** A daily rule from the oldest date there can be stays below this. */
  private static final int MOST_DAYS = 100_000;

  private final @Nullable RecurrenceRule rule;

  private Schedule(@Nullable RecurrenceRule rule) {
    this.rule = rule;
  }

  /** That of a show; without a rule, or with one that makes no sense, any day will do. */
  public static Schedule of(@Nullable UpdateFrequency frequency) {
    if (frequency == null || frequency.rrule() == null) {
      return new Schedule(null);
    }
    try {
      return new Schedule(new RecurrenceRule(frequency.rrule()));
    } catch (InvalidRecurrenceRuleException e) {
      return new Schedule(null);
    }
  }

  /**
   * The next day for an episode.
   *
   * @param last that of the episode before, from which the rule goes on (RFC 5545, section 3.3.10);
   *     null if there is none
   * @return after the last one and not before today; without a rule, today
   */
  public LocalDate next(@Nullable LocalDate last, LocalDate today) {
    if (rule == null) {
      return today;
    }
    LocalDate start = last == null ? today : last;
    RecurrenceRuleIterator days =
        rule.iterator(
            new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    for (int i = 0; i < MOST_DAYS && days.hasNext(); i++) {
      DateTime next = days.nextDateTime();
      LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (!day.isBefore(today) && (last == null || day.isAfter(last))) {
        return day;
      }
    }
    return today;
  }
}
