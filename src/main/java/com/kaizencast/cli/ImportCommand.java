package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.importing.Import;
import com.kaizencast.importing.Report;
import com.kaizencast.importing.Report.Line;
import com.kaizencast.importing.Report.Outcome;
import com.kaizencast.publish.LedgerFile;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings in what was written or published elsewhere. */
@Command(
    name = "import",
    description = {
      "Makes scripts of what was written elsewhere, and takes over what was published.",
      "SOURCE is a folder of posts (Hugo, Jekyll, MkDocs, Gatsby), an RSS or Atom feed",
      "(a file or an address), or the text of a whole site, in which it finds the scripts.",
      "Episodes of a podcast feed keep GUID, date, number and the address of their audio.",
      "Nothing is overwritten, and importing again changes nothing."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast import --dry-run https://example.com/feed.xml",
      "  kaizencast import --download https://example.com/podcast.rss",
      "  kaizencast import --site https://blog.example.com/ ../blog/content/posts",
      "  kaizencast import site-crawl.txt"
    })
final class ImportCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Parameters(paramLabel = "SOURCE", description = "A file, a folder, or an address.")
  private String source = "";

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(names = "--draft", description = "Make every script a draft.")
  private boolean asDrafts;

  @Option(
      names = "--download",
      description = "Bring the audio here, where its old address is going to end.")
  private boolean download;

  @Option(
      names = "--allow-private",
      description = "Load from addresses of this machine or of a local network, too.")
  private boolean allowPrivate;

  @Option(
      names = "--site",
      paramLabel = "URL",
      description = "What a folder of posts is published under (default: the show's website).")
  private @Nullable URI site;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Import.Options options =
        new Import.Options(
            cli.home(), dryRun, asDrafts, download, allowPrivate, site, cli.clock().instant());
    Report report;
    try {
      report = new Import(options).run(source);
    } catch (UnreadableFeedException e) {
      cli.complain(source + ": no feed: " + e.getMessage());
      return ExitCode.FAILED;
    }
    report.remarks().forEach(remark -> cli.complain("warning: " + remark));
    if (cli.json()) {
      cli.out().println(new String(LedgerFile.toJson(report), UTF_8));
    } else {
      report.lines().forEach(line -> cli.out().println(Printable.of(text(line))));
      cli.out().println(summary(report));
    }
    return report.count(Outcome.REFUSED) > 0 ? ExitCode.QUARANTINED : ExitCode.OK;
  }

  private static String text(Line line) {
    String what =
        switch (line.outcome()) {
          case SCRIPT -> "script";
          case EPISODE -> "episode";
          case THERE -> "there";
          case PASSED_OVER -> "passed over";
          case REFUSED -> "REFUSED";
        };
    return String.format(
        Locale.ROOT,
        "%-11s  %s: %s%s%s",
        what,
        line.from(),
        line.title(),
        line.file().isEmpty() ? "" : " -> " + line.file(),
        line.why().isEmpty() ? "" : " (" + line.why() + ")");
  }

  private String summary(Report report) {
    String counts =
        String.format(
            Locale.ROOT,
            "%s%d scripts, %d episodes as published, %d there already, %d passed over, %d refused",
            dryRun ? "would bring: " : "",
            report.count(Outcome.SCRIPT),
            report.count(Outcome.EPISODE),
            report.count(Outcome.THERE),
            report.count(Outcome.PASSED_OVER),
            report.count(Outcome.REFUSED));
    if (dryRun) {
      return counts + "\nThe same without --dry-run does it.";
    }
    if (report.count(Outcome.SCRIPT) > 0) {
      return counts + "\nNext: kaizencast check, then kaizencast preview SLUG, then kaizencast";
    }
    return report.count(Outcome.EPISODE) > 0
        ? counts + "\nNext: kaizencast, which publishes the feed with them"
        : counts;
  }
}
