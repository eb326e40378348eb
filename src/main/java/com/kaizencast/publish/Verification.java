package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When all published files were last compared with their digests. */
public final class Verification {

  private final Path file;
  private final Duration period;

  /**
   * @param days between one and the next; 0: it is never due
   */
  public Verification(Home home, int days) {
    this.file = home.state().resolve("verified");
    this.period = Duration.ofDays(days);
  }

  /** When it is next due; null: never. */
  public @Nullable Instant nextDue(Instant now) throws IOException {
    if (period.isZero()) {
      return null;
    }
    try {
      Instant last = Instant.parse(Files.readString(file, UTF_8).strip());
      // A clock that was ahead once must not put it off for ever.
      return last.isAfter(now) ? now : last.plus(period);
    } catch (IOException | DateTimeException e) {
      return now;
    }
  }

  public void done(Instant now) throws IOException {
    AtomicFile.write(file, (now + "\n").getBytes(UTF_8));
  }
}
