package com.kaizencast.cli;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.Show;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.script.Schedule;
import com.kaizencast.script.ScriptDraft;
import com.kaizencast.script.Shelf;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the beginning of a script. */
@Command(
    name = "new",
    description = {
      "Writes a script to fill in: title, date, number and slug are set, and it is a draft.",
      "The date is the next one of the show's update-frequency. The text is that of",
      "scripts/.template.md, if there is one; {title}, {show} and {host} stand for names."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast new \"Why we write decisions down\"",
      "  kaizencast new --date 2024-06-14 --slug why-we-write \"Why we write decisions down\""
    })
final class NewCommand implements Callable<Integer> {

  private static final String TEMPLATE =
      """
      Welcome to *{show}*. I'm {host}, and today's show is about …

      ## The first thing to know

      …

      ## One thing to try

      …

      I'm {host}. Thank you for listening to *{show}*.
      """;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  @ParentCommand private @Nullable Cli parent;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TITLE", description = "The title of the episode.")
  private String title = "";

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "When it is due, like 2024-06-14 (default: the next date of the show).")
  private @Nullable LocalDate date;

  @Option(
      names = "--slug",
      paramLabel = "SLUG",
      description = "Its name in files and addresses (default: made of the title).")
  private @Nullable String slug;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Home home = new Home(cli.home());
    Show show = ShowReader.read(home.root());
    String line = title.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.length() > 255) {
      throw wrong("a title has 1 to 255 characters");
    }
    String name = slug == null ? ScriptDraft.slug(line) : slug;
    if (!name.equals(ScriptDraft.slug(name)) || name.isEmpty()) {
      throw wrong(
          slug == null
              ? "the title gives no slug of letters a to z; add --slug"
              : "a slug has lower-case letters, digits and single hyphens, like '"
                  + ScriptDraft.slug(name)
                  + "'");
    }
    Shelf shelf = Shelf.read(home.root(), show);
    Optional<String> taken = shelf.withSlug(name);
    if (taken.isPresent()) {
      throw wrong(
          "'" + name + "' is the slug of " + taken.get() + "; choose another one with --slug");
    }
    ScriptDraft draft = draft(cli, home, show, shelf, line, name);
    String file = shelf.add(draft);
    cli.out()
        .println(
            Printable.of(
                file
                    + ": "
                    + DAY.format(LocalDate.ofInstant(draft.publishedAt(), show.timeZone()))
                    + ", number "
                    + draft.number()));
    cli.out().println("Write its text, then hear it: kaizencast preview " + name);
    cli.out().println("It is published with the next build once 'draft: true' is gone.");
    return ExitCode.OK;
  }

  private ScriptDraft draft(Cli cli, Home home, Show show, Shelf shelf, String line, String name)
      throws IOException {
    ZoneId zone = show.timeZone();
    Optional<Episode> latest =
        shelf.scripts().stream()
            .map(EpisodeScript::episode)
            .filter(episode -> episode.publishedAt().equals(shelf.latest()))
            .findFirst();
    LocalDate last =
        latest.map(episode -> LocalDate.ofInstant(episode.publishedAt(), zone)).orElse(null);
    LocalDate day = date;
    if (day == null) {
      LocalDate today = LocalDate.ofInstant(cli.clock().instant(), zone);
      day = Schedule.of(show.tags().updateFrequency()).next(last, today);
    }
    LocalTime time =
        latest
            .map(episode -> episode.publishedAt().atZone(zone).toLocalTime())
            .orElse(LocalTime.MIN);
    return new ScriptDraft(
        line,
        day.atTime(time).atZone(zone).toInstant(),
        name,
        null,
        nextNumber(home, shelf),
        latest.map(Episode::season).orElse(null),
        null,
        EpisodeType.FULL,
        null,
        true,
        false,
        body(home, show, line));
  }

  /** Beyond those that are taken, and those that scripts without one are going to get. */
  private static int nextNumber(Home home, Shelf shelf) throws IOException {
    int last = 0;
    Set<String> published = new HashSet<>();
    for (Ledger.Entry entry : LedgerFile.read(home.ledgerFile()).orElse(Ledger.EMPTY).entries()) {
      Episode episode = entry.item().episode();
      last = Math.max(last, Objects.requireNonNullElse(episode.number(), 0));
      published.add(episode.slug());
    }
    int unnumbered = 0;
    for (EpisodeScript script : shelf.scripts()) {
      Episode episode = script.episode();
      if (episode.number() != null) {
        last = Math.max(last, episode.number());
      } else if (episode.type() == EpisodeType.FULL && !published.contains(episode.slug())) {
        unnumbered++;
      }
    }
    return last + unnumbered + 1;
  }

  private static String body(Home home, Show show, String title) throws IOException {
    Path own = home.scripts().resolve(".template.md");
    String template = Files.isRegularFile(own) ? Files.readString(own) : TEMPLATE;
    return template
        .replace("{title}", title)
        .replace("{show}", show.title())
        .replace("{host}", show.author());
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
