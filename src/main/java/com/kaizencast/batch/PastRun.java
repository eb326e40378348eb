package com.kaizencast.batch;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run as the job repository remembers it. Runs that found nothing to do are not there.
 *
 * @param number of the job's instance: one for each plan on its way into the feed
 * @param attempt counts from 1; more than one if the first did not come to its end
 * @param startedAt by the clock of the machine
 * @param seconds from start to end; null if it was killed
 * @param status COMPLETED, STOPPED (asked to), FAILED (or killed)
 * @param rendered episodes
 * @param failed episodes that could not be rendered, or whose script has mistakes
 * @param published episodes in the feed, 0 if it was not published
 */
public record PastRun(
    long number,
    int attempt,
    @Nullable LocalDateTime startedAt,
    @Nullable Double seconds,
    String status,
    long rendered,
    long failed,
    long published) {}
