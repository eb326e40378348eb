package com.kaizencast.cli;

import com.kaizencast.batch.HomeFiles;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.feed.gate.FeedGate.Violation;
import com.kaizencast.feed.gate.PublishedFiles;
import com.kaizencast.importing.Web;
import com.kaizencast.narration.Narration;
import com.kaizencast.publish.Home;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what is wrong or remarkable with scripts, show and lexicon, without rendering. */
@Command(
    name = "check",
    description = "Prints all problems and warnings of show, lexicon and scripts; renders nothing.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast check",
      "  kaizencast check scripts/2024-03-08-first-steps.md",
      "  kaizencast check --feed https://example.com/podcast/feed/feed.xml"
    })
final class CheckCommand implements Callable<Integer> {

  /** Words a minute with pauses, as the default voice speaks technical prose. */
  private static final double WORDS_A_MINUTE = 160;

  @ParentCommand private @Nullable Cli parent;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts (default: all).")
  private List<Path> files = List.of();

  @Option(
      names = "--feed",
      paramLabel = "FILE|URL",
      description = "Check a feed instead: a file, or an address that begins with http.")
  private @Nullable String feed;

  private @Nullable FreeTtsSynthesizer voice;
  private int errors;
  private int warnings;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    if (feed != null) {
      return checkFeed(cli, feed);
    }
    Desk desk = Desk.open(cli.home());
    if (files.isEmpty()) {
      ScriptFolder folder = ScriptFolder.read(cli.home().toAbsolutePath().normalize());
      tell(cli, folder.problems());
      for (ScriptFile file : folder.files()) {
        check(cli, desk, () -> desk.read(file));
      }
    } else {
      for (Path file : files) {
        check(cli, desk, () -> desk.read(file));
      }
    }
    cli.out().println(errors + " errors, " + warnings + " warnings");
    if (errors == 0 && cli.isTerminal()) {
      cli.out().println("Next: kaizencast preview SLUG to hear one, kaizencast to publish");
    }
    return errors > 0 ? ExitCode.QUARANTINED : ExitCode.OK;
  }

  /** The files are looked at too where the feed is that of the show in the home folder. */
  private static int checkFeed(Cli cli, String feed) throws Exception {
    boolean isRemote = Web.isAddress(feed);
    byte[] bytes =
        isRemote
            ? Web.trusting(feed).load(feed, FeedReader.MAX_BYTES).body()
            : Files.readAllBytes(Path.of(feed));
    int errors = 0;
    List<Violation> violations =
        FeedGate.check(bytes, isRemote ? PublishedFiles.ELSEWHERE : files(cli));
    for (Violation violation : violations) {
      errors += violation.isError() ? 1 : 0;
      cli.out()
          .println(Printable.of(feed + ":" + (violation.isError() ? "" : "warning: ") + violation));
    }
    cli.out().println(errors + " errors, " + (violations.size() - errors) + " warnings");
    return errors > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private static PublishedFiles files(Cli cli) throws IOException {
    Home home = new Home(cli.home());
    try {
      Show show = ShowReader.read(home.root());
      return new HomeFiles(home, show);
    } catch (ScriptException e) {
      return PublishedFiles.ELSEWHERE;
    }
  }

  private interface Reading {
    EpisodeScript read() throws ScriptException, IOException;
  }

  private void check(Cli cli, Desk desk, Reading reading) throws ToolException, IOException {
    try {
      EpisodeScript script = reading.read();
      Narration narration = desk.narrator().narrate(script);
      List<ScriptProblem> found = new ArrayList<>(script.warnings());
      found.addAll(narration.problems());
      found.addAll(narration.remarks());
      found.addAll(narration.namesUnknownTo(voice(desk, script)::knows));
      tell(cli, found);
      long words =
          narration.sections().stream()
              .flatMap(section -> section.texts().stream())
              .mapToLong(text -> text.words().size())
              .sum();
      cli.out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s: %d words, about %.1f minutes",
                  Printable.of(script.file()),
                  words,
                  words / WORDS_A_MINUTE));
    } catch (ScriptException e) {
      tell(cli, e.problems());
    }
  }

  private FreeTtsSynthesizer voice(Desk desk, EpisodeScript script)
      throws ToolException, IOException {
    FreeTtsSynthesizer opened = voice == null ? desk.voice(script) : voice;
    voice = opened;
    return opened;
  }

  private void tell(Cli cli, List<ScriptProblem> problems) {
    for (ScriptProblem problem : problems) {
      if (problem.isError()) {
        errors++;
      } else {
        warnings++;
      }
      cli.out().println(Complaint.of(problem.toString(), cli.isTerminal()));
    }
  }
}
