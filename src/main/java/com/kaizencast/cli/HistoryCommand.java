package com.kaizencast.cli;

import com.kaizencast.batch.JobHistory;
import com.kaizencast.batch.PastRun;
import com.kaizencast.publish.LedgerFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Prints the runs that the job repository remembers. */
@Command(
    name = "history",
    description = "Prints the last runs that had something to do, newest first.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  kaizencast history", "  kaizencast history -n 100 --json"})
final class HistoryCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  @ParentCommand private @Nullable Cli parent;

  @Option(
      names = {"-n", "--most"},
      paramLabel = "COUNT",
      defaultValue = "20",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int most;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    List<PastRun> runs = JobHistory.read(cli.home(), most);
    if (cli.json()) {
      cli.out().println(new String(LedgerFile.toJson(runs), StandardCharsets.UTF_8));
    } else {
      runs.forEach(run -> cli.out().println(line(run)));
    }
    return ExitCode.OK;
  }

  private static String line(PastRun run) {
    LocalDateTime start = run.startedAt();
    return String.format(
        Locale.ROOT,
        "%d.%d  %s  %s  %s: %d rendered, %d failed, %s",
        run.number(),
        run.attempt(),
        start == null ? "not started" : TIME.format(start),
        run.seconds() == null ? "no end" : String.format(Locale.ROOT, "%.1f s", run.seconds()),
        run.status(),
        run.rendered(),
        run.failed(),
        run.published() == 0 ? "not published" : run.published() + " in the feed");
  }
}
