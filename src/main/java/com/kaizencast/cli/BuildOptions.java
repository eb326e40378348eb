package com.kaizencast.cli;

import com.kaizencast.batch.Build;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said to a build, with or without its name. */
final class BuildOptions {

  @Option(
      names = "--verify",
      description = "Read all published files, compare them with their digests, mend what differs.")
  boolean verify;

  @Option(
      names = "--force",
      description = "Publish even if more leaves the feed than show.yaml allows.")
  boolean force;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write figures for node_exporter's textfile collector (*.prom) into this file.")
  @Nullable Path metrics;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long episodes at work may go on after SIGTERM or Ctrl-C (default:"
              + " ${DEFAULT-VALUE}).")
  int graceSeconds = 20;

  Build.Options of(Cli cli) {
    return new Build.Options(cli.home(), cli.ffmpeg(), cli.logLevel(), verify, force, cli.clock());
  }
}
