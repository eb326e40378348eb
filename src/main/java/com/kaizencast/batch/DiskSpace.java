package com.kaizencast.batch;

import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Planned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the disk has room for what a plan makes. The estimates are upper bounds: 0.09 seconds of
 * speech for each character of a script was the most that was measured, with a text full of
 * numbers; prose has 0.07.
 */
final class DiskSpace {

  private static final double SECONDS_PER_CHARACTER = 0.12;

  /** Disclosure, intro and outro. */
  private static final double SECONDS_BESIDES = 120;

  /** Picture, transcripts, chapters; 400 KB were measured for 18 minutes. */
  private static final long COMPANION_BYTES = 1_000_000;

  /** 16-bit samples at the 16 kHz of the voices. */
  private static final long SAMPLE_BYTES_PER_SECOND = 32_000;

  /** Feed, ledger, job repository; and the encoder, where it has to be unpacked. */
  private static final long RESERVE_BYTES = 16_000_000;

  private static final long ENCODER_BYTES = 80_000_000;

  private DiskSpace() {}

  /** How much room a disk has. */
  @FunctionalInterface
  interface Free {
    long bytes(Path folder) throws IOException;
  }

  /**
   * How much a plan needs at most.
   *
   * @param threads how many episodes are made at once
   */
  static long needed(Plan plan, Home home, int threads) {
    long finished = 0;
    long largestTemporary = 0;
    int bytesPerSecond = plan.show().audio().bitRateKbps() * 125;
    for (Planned planned : plan.stale()) {
      double seconds =
          SECONDS_BESIDES + SECONDS_PER_CHARACTER * planned.script().notesHtml().length();
      finished += (long) (seconds * bytesPerSecond) + COMPANION_BYTES;
      // The samples, what is encoded of them, and that once more with its tag.
      largestTemporary =
          Math.max(
              largestTemporary, (long) (seconds * (SAMPLE_BYTES_PER_SECOND + 2L * bytesPerSecond)));
    }
    boolean isUnpacked = Files.isDirectory(home.state().resolve("ffmpeg"));
    return finished
        + largestTemporary * Math.min(threads, plan.stale().size())
        + RESERVE_BYTES
        + (isUnpacked || plan.stale().isEmpty() ? 0 : ENCODER_BYTES);
  }

  /**
   * Makes sure of it before anything is begun.
   *
   * @throws ToolException if there is too little room
   */
  static void check(Plan plan, Home home, int threads, Free free)
      throws ToolException, IOException {
    long needed = needed(plan, home, threads);
    long there = free.bytes(home.root());
    if (there < needed) {
      throw new ToolException(
          "disk",
          "rendering "
              + plan.stale().size()
              + " episodes may need "
              + megabytes(needed)
              + " MB, and "
              + home.root()
              + " has "
              + megabytes(there)
              + " MB left; make room",
          false,
          null);
    }
  }

  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }
}
