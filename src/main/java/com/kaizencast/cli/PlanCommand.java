package com.kaizencast.cli;

import com.kaizencast.batch.Build;
import com.kaizencast.batch.Drain;
import com.kaizencast.batch.PlanReport;
import com.kaizencast.publish.Plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Prints what a build would do, and what subscribers would see of it. */
@Command(
    name = "plan",
    description = "Prints what a build would do at this moment; writes nothing.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  kaizencast plan", "  kaizencast plan --json"})
final class PlanCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Mixin private BuildOptions options = new BuildOptions();

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    PlanReport plan = new Build(options.of(cli), event -> {}, new Drain()).plan();
    if (plan.running() != null) {
      cli.err().println(Printable.of(plan.running()));
    }
    plan.warnings().forEach(warning -> cli.err().println(Printable.of(warning)));
    plan.quarantined()
        .forEach(
            bad -> bad.problems().forEach(problem -> cli.err().println(Printable.of(problem))));
    if (cli.json()) {
      cli.out().println(plan.toJson());
    } else {
      lines(plan).forEach(line -> cli.out().println(Printable.of(line)));
    }
    return plan.quarantined().isEmpty() ? ExitCode.OK : ExitCode.QUARANTINED;
  }

  private static List<String> lines(PlanReport plan) {
    List<String> lines = new ArrayList<>();
    for (PlanReport.Item item : plan.episodes()) {
      String name = (item.number() == null ? "" : item.number() + " ") + item.slug();
      if (item.renamedFrom() != null) {
        lines.add("renamed      " + name + ": " + item.renamedFrom() + " is now " + item.file());
      }
      if (item.change() != Change.UNCHANGED) {
        lines.add(
            (item.change() == Change.NEW ? "new          " : "changed      ")
                + name
                + (item.reasons().isEmpty() ? "" : ": " + String.join(", ", item.reasons()))
                + (item.render() ? "" : " (rendered already)"));
      }
    }
    long unchanged = plan.episodes().stream().filter(i -> i.change() == Change.UNCHANGED).count();
    lines.add("unchanged    " + unchanged + " episodes");
    for (PlanReport.Due due : plan.waiting()) {
      lines.add(
          due.dueAt() == null
              ? "draft        " + due.file()
              : "waiting      " + due.file() + ": due " + due.dueAt());
    }
    plan.quarantined().forEach(bad -> lines.add("quarantined  " + bad.file()));
    plan.gone().forEach(gone -> lines.add("gone         " + gone.slug() + ": stays in the feed"));
    plan.retracted()
        .forEach(
            withheld ->
                lines.add(
                    "retracted    "
                        + withheld.file()
                        + ": 'kaizencast retract --undo "
                        + withheld.slug()
                        + "' publishes it again"));
    plan.leftovers().forEach(path -> lines.add("leftover     " + path + ": is deleted"));
    plan.removed().forEach(title -> lines.add("removed      " + title));
    lines.add("subscribers see:");
    plan.subscribersSee().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
