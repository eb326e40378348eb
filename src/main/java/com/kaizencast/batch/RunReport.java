package com.kaizencast.batch;

import com.kaizencast.publish.AtomicFile;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.LedgerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the last run did, as {@code .kaizencast/last-run.json}. A run that found nothing to do
 * leaves that of the one before.
 */
final class RunReport implements Consumer<BuildEvent> {

  /**
   * The file.
   *
   * @param startedAt by the clock of the run
   * @param failure why nothing was published; null if it was, or if the run was stopped
   * @param seconds how long each stage took
   * @param summary null if the run failed
   */
  private record LastRun(
      Instant startedAt,
      @Nullable String failure,
      Map<String, Double> seconds,
      List<Outcome> episodes,
      @Nullable BuildSummary summary) {}

  /**
   * What became of an episode.
   *
   * @param audioSeconds its length; 0 if it could not be rendered
   * @param reasons why it could not be rendered
   */
  private record Outcome(
      String slug, String title, double audioSeconds, long sizeBytes, List<String> reasons) {}

  private final Consumer<BuildEvent> next;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Outcome> episodes = new TreeMap<>();
  private String stage = "plan";
  private long since = System.nanoTime();

  /**
   * @param next gets all events as well
   */
  RunReport(Consumer<BuildEvent> next) {
    this.next = next;
  }

  @Override
  public synchronized void accept(BuildEvent event) {
    if (event instanceof BuildEvent.Started) {
      enter("render");
    } else if (event instanceof BuildEvent.Publishing) {
      enter("publish");
    } else if (event instanceof BuildEvent.Finished) {
      enter("prune");
    } else if (event instanceof BuildEvent.Rendered rendered) {
      episodes.put(
          rendered.slug(),
          new Outcome(
              rendered.slug(),
              rendered.title(),
              rendered.duration().toMillis() / 1000.0,
              rendered.sizeBytes(),
              List.of()));
    } else if (event instanceof BuildEvent.Failed failed) {
      episodes.put(
          failed.slug(), new Outcome(failed.slug(), failed.title(), 0, 0, failed.reasons()));
    }
    next.accept(event);
  }

  private void enter(String nextStage) {
    long now = System.nanoTime();
    seconds.merge(stage, seconds(now - since), Double::sum);
    stage = nextStage;
    since = now;
  }

  /** In whole milliseconds. */
  private static double seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0;
  }

  /** Leaves the file, if there is a folder for it. */
  synchronized void write(
      Home home, Instant startedAt, @Nullable BuildSummary summary, @Nullable Exception failure)
      throws IOException {
    enter("end");
    if (Files.isDirectory(home.state())) {
      AtomicFile.write(
          home.state().resolve("last-run.json"),
          LedgerFile.toJson(
              new LastRun(
                  startedAt,
                  failure == null ? null : String.valueOf(failure.getMessage()),
                  seconds,
                  new ArrayList<>(episodes.values()),
                  summary)));
    }
  }
}
