package com.kaizencast.cli;

import com.kaizencast.batch.Build;
import com.kaizencast.batch.BuildSummary;
import com.kaizencast.batch.Drain;
import com.kaizencast.publish.RunLock;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Renders what is stale and publishes the feed. */
@Command(
    name = "build",
    description = "Renders what is stale and publishes the feed.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  kaizencast build", "  kaizencast build --json --home DIR"})
final class BuildCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Mixin private BuildOptions options = new BuildOptions();

  BuildCommand() {}

  BuildCommand(Cli parent, BuildOptions options) {
    this.parent = parent;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Drain drain = new Drain();
    cli.stopOnSignal(drain::request, drain::cut, Duration.ofSeconds(options.graceSeconds));
    long start = System.nanoTime();
    BuildSummary summary;
    try {
      ConsoleProgress progress = new ConsoleProgress(cli.err(), cli::isTerminal);
      summary = new Build(options.of(cli), progress, drain).run();
    } catch (Exception e) {
      if (!(e instanceof RunLock.HeldException)) {
        measure(cli, start, ExitCode.of(e), null);
      }
      throw e;
    }
    measure(cli, start, summary.exitCode(), summary);
    summary.warnings().forEach(warning -> cli.complain(warning));
    summary.quarantined().forEach(reason -> cli.complain(reason));
    cli.out().println(cli.json() ? summary.toJson() : text(summary));
    if (summary.changed() && !cli.json() && cli.isTerminal()) {
      cli.out().println("Next: kaizencast serve, to see and hear what subscribers get");
    }
    return summary.exitCode();
  }

  private void measure(Cli cli, long start, int exitCode, @Nullable BuildSummary summary)
      throws IOException {
    if (options.metrics != null) {
      double seconds = (System.nanoTime() - start) / 1e9;
      Metrics.write(options.metrics, cli.clock().instant(), seconds, exitCode, summary);
    }
  }

  static String text(BuildSummary summary) {
    String counts =
        String.format(
            Locale.ROOT,
            "%d episodes, %.1f minutes: %d rendered, %d unchanged, %d failed, %d waiting",
            summary.episodes(),
            summary.minutes(),
            summary.rendered(),
            summary.unchanged(),
            summary.failed(),
            summary.waiting());
    return counts
        + "\nfeed: "
        + Printable.of(summary.feed())
        + (summary.changed() ? "" : " (unchanged)")
        + (summary.exitCode() == ExitCode.STOPPED
            ? "\nstopped as asked; the next run goes on from here"
            : "");
  }
}
