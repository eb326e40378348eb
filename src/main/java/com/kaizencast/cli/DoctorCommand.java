package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.publish.LedgerFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks whether everything is there that a build needs. */
@Command(
    name = "doctor",
    description = {
      "Looks whether all is there that a build needs: Java, voice, ffmpeg, folders, disk,",
      "locale, time zone, show.yaml and scripts; with --online, whether the published feed",
      "and its audio can be had as apps want them."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast doctor",
      "  kaizencast doctor --online --json",
      "Exit code 1 if something is broken."
    })
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Option(names = "--online", description = "Ask for the feed at its public address, too.")
  private boolean online;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Findings findings = new Findings();
    new Checkup(cli, findings).run();
    if (online) {
      new OnlineCheckup(cli.home(), findings).run();
    }
    List<Findings.Finding> all = findings.all();
    if (cli.json()) {
      cli.out().println(new String(LedgerFile.toJson(Map.of("checks", all)), UTF_8));
    } else {
      all.forEach(finding -> cli.out().println(Printable.of(line(finding))));
      cli.out()
          .println(
              findings.broken() == 0
                  ? "All is well."
                      + (online ? "" : " 'kaizencast doctor --online' asks the web, too.")
                  : findings.broken() + " to mend");
    }
    return findings.broken() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String line(Findings.Finding finding) {
    return String.format(
        Locale.ROOT,
        "%-6s  %-12s  %s%s",
        finding.state().name().toLowerCase(Locale.ROOT),
        finding.what(),
        finding.said(),
        finding.remedy().isEmpty() ? "" : "; " + finding.remedy());
  }
}
