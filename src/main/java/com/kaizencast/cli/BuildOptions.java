package com.kaizencast.cli;

import picocli.CommandLine.Option;

/** What can be said to a build, with or without its name. */
final class BuildOptions {

  @Option(
      names = "--verify",
      description = "Read all published files, compare them with their digests, mend what differs.")
  boolean verify;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long episodes at work may go on after SIGTERM or Ctrl-C (default:"
              + " ${DEFAULT-VALUE}).")
  int graceSeconds = 20;
}
