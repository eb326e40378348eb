package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.batch.BuildSummary;
import com.kaizencast.publish.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures of a run for node_exporter's textfile collector, in Prometheus' text format. */
final class Metrics {

  private static final String SUCCESS = "kaizencast_last_success_timestamp_seconds";

  private static final Pattern LAST_SUCCESS =
      Pattern.compile("(?m)^" + SUCCESS + " ([0-9]{1,12})$");

  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  /**
   * Writes them; the time of the last success stays what it was if this run is none.
   *
   * @param summary null if the run failed
   */
  static void write(
      Path file, Instant start, double seconds, int exitCode, @Nullable BuildSummary summary)
      throws IOException {
    Metrics metrics = new Metrics();
    metrics.gauge("kaizencast_last_run_timestamp_seconds", "Start of the last run.", start(start));
    boolean isPublished = exitCode == ExitCode.OK || exitCode == ExitCode.QUARANTINED;
    String success = isPublished ? start(start) : lastSuccess(file);
    if (success != null) {
      metrics.gauge(SUCCESS, "Start of the last run that left a good feed.", success);
    }
    metrics.gauge(
        "kaizencast_last_run_duration_seconds",
        "How long the last run took.",
        String.format(Locale.ROOT, "%.3f", seconds));
    metrics.gauge("kaizencast_last_run_exit_code", "How it ended.", Integer.toString(exitCode));
    if (summary != null) {
      metrics.head("kaizencast_last_run_episodes", "What became of the episodes.");
      metrics.line("kaizencast_last_run_episodes{state=\"rendered\"}", summary.rendered());
      metrics.line("kaizencast_last_run_episodes{state=\"unchanged\"}", summary.unchanged());
      metrics.line("kaizencast_last_run_episodes{state=\"failed\"}", summary.failed());
      metrics.line("kaizencast_last_run_episodes{state=\"waiting\"}", summary.waiting());
      metrics.head("kaizencast_feed_episodes", "Episodes in the feed.");
      metrics.line("kaizencast_feed_episodes", summary.episodes());
      metrics.gauge(
          "kaizencast_feed_audio_seconds",
          "Length of all episodes in the feed.",
          String.format(Locale.ROOT, "%.0f", summary.minutes() * 60));
    }
    // The collector reads *.prom alone, so never the file in the making.
    AtomicFile.write(file, metrics.text.toString().getBytes(UTF_8));
  }

  private static String start(Instant start) {
    return Long.toString(start.getEpochSecond());
  }

  private static @Nullable String lastSuccess(Path file) throws IOException {
    try {
      Matcher success = LAST_SUCCESS.matcher(Files.readString(file, UTF_8));
      return success.find() ? success.group(1) : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private void gauge(String name, String help, String value) {
    head(name, help);
    text.append(name).append(' ').append(value).append('\n');
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void line(String series, int value) {
    text.append(series).append(' ').append(value).append('\n');
  }
}
