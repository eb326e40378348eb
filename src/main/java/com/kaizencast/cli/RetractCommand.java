package com.kaizencast.cli;

import com.kaizencast.batch.Build;
import com.kaizencast.batch.Drain;
import com.kaizencast.publish.Ledger;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes an episode out of the feed on purpose. */
@Command(
    name = "retract",
    description = {
      "Takes a published episode out of the feed at once and keeps it out.",
      "Its script stays where it is; the next builds pass it over until that is undone."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast retract first-steps --dry-run",
      "  kaizencast retract first-steps",
      "  kaizencast retract --undo first-steps"
    })
final class RetractCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Parameters(paramLabel = "SLUG", description = "The episode's slug, as 'plan' prints it.")
  private String slug = "";

  @Option(names = "--undo", description = "Publish a retracted episode again, as it was.")
  private boolean undo;

  @Option(names = "--dry-run", description = "Say what would happen; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--purge",
      description = "Delete its files at once, not after the days that show.yaml keeps them.")
  private boolean purge;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Instant now = cli.clock().instant();
    UnaryOperator<Ledger> change =
        ledger -> undo ? ledger.undoRetraction(slug) : ledger.retract(slug, now, !purge);
    int left;
    try {
      left =
          new Build(new BuildOptions().of(cli), event -> {}, new Drain()).republish(change, dryRun);
    } catch (NoSuchElementException e) {
      cli.err()
          .println(
              Printable.of(
                  (undo ? "retracted episodes: " : "published episodes: ") + e.getMessage()));
      return ExitCode.USAGE;
    }
    cli.out()
        .println(
            (dryRun ? "would be " : "")
                + (undo ? "published again: " : "retracted: ")
                + slug
                + "; "
                + left
                + " episodes "
                + (dryRun ? "would be in the feed" : "are in the feed"));
    if (!undo) {
      cli.out().println("'kaizencast retract --undo " + slug + "' takes that back");
    }
    return ExitCode.OK;
  }
}
