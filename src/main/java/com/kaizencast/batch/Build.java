package com.kaizencast.batch;

import com.kaizencast.audio.AudioEncoder;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Plan.Waiting;
import com.kaizencast.publish.Planner;
import com.kaizencast.publish.RunLock;
import com.kaizencast.publish.Sha256;
import com.kaizencast.publish.Stamp;
import com.kaizencast.publish.Stamp.Published;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build from beginning to end: lock, plan, job, summary. What is stale is decided before Spring
 * is started, and Spring is started only if there is something to do.
 */
public final class Build {

  /** Version of the program; part of what makes an episode stale. */
  public static final String VERSION = "0.1.0";

  private static final int PUBLISHED = 0;
  private static final int QUARANTINED = 3;

  /**
   * What the command line says.
   *
   * @param home folder that holds {@code scripts/}
   * @param ffmpeg null: the bundled one
   * @param verbose whether libraries may log
   */
  public record Options(Path home, @Nullable Path ffmpeg, boolean verbose, InstantSource clock) {}

  private final Home home;
  private final boolean verbose;
  private final Instant now;
  private final Consumer<BuildEvent> events;
  private final AudioEncoder encoder;
  private final VoiceFolder voices;
  private final List<ScriptProblem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  public Build(Options options, Consumer<BuildEvent> events) {
    this.home = new Home(options.home());
    this.verbose = options.verbose();
    this.now = options.clock().instant();
    this.events = events;
    this.voices = new VoiceFolder(home.voices());
    this.encoder =
        options.ffmpeg() == null
            ? Ffmpeg.bundled(home.state().resolve("ffmpeg"))
            : Ffmpeg.system(options.ffmpeg());
  }

  /**
   * Does all there is to do.
   *
   * @throws ScriptException if the show itself has mistakes; nothing is published then
   * @throws ToolException if no episode can be made; nothing is published then
   */
  public BuildSummary run()
      throws ScriptException, ToolException, IOException, RunLock.HeldException {
    if (!Files.isDirectory(home.scripts())) {
      ShowReader.read(home.root());
    }
    RunLock lock = RunLock.take(home, now);
    try (lock) {
      Stamp stamp = new Stamp(home);
      String inputs = stamp.inputs(VERSION + "\n" + encoder.identity());
      Published unchanged = stamp.unchanged(inputs, now).orElse(null);
      if (unchanged != null) {
        return summary(PUBLISHED, unchanged, 0, unchanged.episodes(), false, Set.of());
      }
      return run(stamp, inputs);
    }
  }

  private BuildSummary run(Stamp stamp, String stampInputs)
      throws ScriptException, ToolException, IOException {
    Show show = ShowReader.read(home.root(), Voices.names(voices));
    Speakers speakers = new Speakers(voices, show.voice());
    List<LexiconEntry> lexicon = LexiconReader.read(home.root());
    Narrator narrator = new Narrator(lexicon);
    prepareFolders();
    Ledger ledger = ledger(show);
    Cover cover = Cover.prepare(home, show, ledger.cover(), problems);
    Pictures pictures = new Pictures(home, show, cover);
    Plan plan = plan(show, speakers, lexicon, ledger, pictures);

    BuildOutcomes outcomes = new BuildOutcomes(events);
    FeedPublisher publisher =
        new FeedPublisher(home, plan, ledger, cover.published(), outcomes, now);
    if (!plan.stale().isEmpty() || publisher.wouldChange()) {
      EpisodeRenderer renderer =
          new EpisodeRenderer(
              home,
              plan,
              narrator,
              speakers,
              new EpisodeFile(encoder, home.temp()),
              pictures,
              outcomes);
      events.accept(new BuildEvent.Started(plan.stale().size()));
      try {
        warnings.addAll(new JobRun(home, verbose, now).run(plan, renderer, publisher, outcomes));
      } finally {
        events.accept(new BuildEvent.Finished());
      }
    }
    return finish(stamp, stampInputs, plan, outcomes, ledger);
  }

  /** Makes the folders and empties the one for temporary files. */
  private void prepareFolders() throws IOException {
    Files.createDirectories(home.audio());
    Files.createDirectories(home.feed());
    Files.createDirectories(home.temp());
    try (Stream<Path> left = Files.list(home.temp())) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  private PublishedFeed publishedFeed(Show show) throws IOException, UnreadableFeedException {
    return FeedReader.readAll(
        Files.readAllBytes(home.feedFile()),
        url -> {
          Path page = home.feed().resolve(url.substring(url.lastIndexOf('/') + 1));
          boolean isOurs = url.equals(show.publicUrl() + "feed/" + page.getFileName());
          return isOurs && Files.isRegularFile(page) ? Files.readAllBytes(page) : null;
        });
  }

  /** The ledger; where it is lost or damaged, one made of the published feed. */
  private Ledger ledger(Show show) throws IOException {
    Ledger ledger = LedgerFile.read(home.ledgerFile()).orElse(null);
    if (ledger != null || !Files.exists(home.feedFile())) {
      return ledger == null ? Ledger.EMPTY : ledger;
    }
    try {
      Ledger rebuilt = LostLedger.of(publishedFeed(show), show, home);
      warnings.add("warning: " + home.ledgerFile() + " was lost; it is rebuilt from the feed");
      return rebuilt;
    } catch (UnreadableFeedException e) {
      warnings.add("warning: ledger and feed can't be read; they are made anew: " + e.getMessage());
      return Ledger.EMPTY;
    }
  }

  private Plan plan(
      Show show, Speakers speakers, List<LexiconEntry> lexicon, Ledger ledger, Pictures pictures)
      throws ToolException, IOException {
    List<String> voiceNames = Voices.names(voices);
    IdentityHashMap<EpisodeScript, String> spokenBy = new IdentityHashMap<>();
    List<EpisodeScript> valid = new ArrayList<>();
    List<Quarantined> invalid = new ArrayList<>();
    ScriptFolder folder = ScriptFolder.read(home.root());
    for (ScriptFile file : folder.files()) {
      try {
        EpisodeScript script = ScriptReader.read(file, show, voiceNames);
        spokenBy.put(script, speakers.identity(script));
        valid.add(script);
      } catch (ScriptException e) {
        invalid.add(new Quarantined(file.name(), e.problems()));
      } catch (ToolException e) {
        // Of the show's own voice this would be every script's.
        Voices.identity(show.voice(), voices);
        SourcePosition top = new SourcePosition(file.name(), 1, 1);
        ScriptProblem problem = ScriptProblem.error(top, String.valueOf(e.getMessage()));
        invalid.add(new Quarantined(file.name(), List.of(problem)));
      }
    }
    for (ScriptProblem problem : folder.problems()) {
      invalid.add(new Quarantined(problem.position().file(), List.of(problem)));
    }
    Map<String, String> inputs =
        Map.of(
            "program", VERSION,
            "encoder", encoder.identity(),
            "loudness", show.audio().toString(),
            "show",
                String.join(
                    "\n",
                    show.title(),
                    show.author(),
                    show.language(),
                    show.timeZone().getId(),
                    String.valueOf(show.distribution().privatePath() != null)));
    return new Planner(
            home,
            show,
            ledger,
            inputs,
            script ->
                Map.of(
                    "voice", Objects.requireNonNull(spokenBy.get(script)),
                    "lexicon", usedEntries(lexicon, script),
                    "picture", pictures.source(script)),
            now)
        .plan(valid, invalid);
  }

  /** The digest of the lexicon entries whose term is somewhere in the script. */
  private static String usedEntries(List<LexiconEntry> lexicon, EpisodeScript script) {
    String text = script.notesHtml().toLowerCase(Locale.ROOT);
    return Sha256.of(
        lexicon.stream()
            .filter(entry -> text.contains(entry.term().toLowerCase(Locale.ROOT)))
            .map(LexiconEntry::toString)
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private BuildSummary finish(
      Stamp stamp, String stampInputs, Plan plan, BuildOutcomes outcomes, Ledger before)
      throws IOException {
    plan.warnings().forEach(warning -> warnings.add(warning.toString()));
    outcomes.warnings().values().forEach(list -> list.forEach(w -> warnings.add(w.toString())));
    warnings.addAll(outcomes.feedWarnings());
    Set<String> failed = new TreeSet<>(outcomes.failed().keySet());
    for (Quarantined quarantined : plan.quarantined()) {
      problems.addAll(quarantined.problems());
      failed.add(quarantined.file());
    }
    outcomes.failed().values().forEach(problems::addAll);
    Ledger ledger = Objects.requireNonNullElse(outcomes.published(), before);
    int exitCode = problems.stream().anyMatch(ScriptProblem::isError) ? QUARANTINED : PUBLISHED;
    if (exitCode == PUBLISHED && plan.kept().isEmpty()) {
      stamp.write(stampInputs, nextDue(plan), Published.of(ledger, plan), outputs(ledger));
    }
    int rendered = outcomes.rendered().size();
    return summary(
        exitCode,
        Published.of(ledger, plan),
        rendered,
        plan.episodes().size() - plan.stale().size(),
        outcomes.feedChanged(),
        failed);
  }

  private static @Nullable Instant nextDue(Plan plan) {
    return plan.waiting().stream()
        .map(Waiting::dueAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<String> outputs(Ledger ledger) {
    List<String> outputs = new ArrayList<>();
    outputs.add(home.root().relativize(home.ledgerFile()).toString());
    outputs.add(home.root().relativize(home.feedFile()).toString());
    if (ledger.cover() != null) {
      outputs.add(ledger.cover().path());
    }
    ledger.entries().forEach(entry -> outputs.addAll(entry.item().paths()));
    return outputs;
  }

  private BuildSummary summary(
      int exitCode,
      Published published,
      int rendered,
      int unchanged,
      boolean changed,
      Set<String> failed) {
    return new BuildSummary(
        exitCode,
        rendered,
        unchanged,
        failed.size(),
        published.waiting(),
        published.episodes(),
        (double) published.length().toMillis() / Duration.ofMinutes(1).toMillis(),
        home.feedFile().toString(),
        changed,
        problems.stream().map(ScriptProblem::toString).toList(),
        warnings);
  }
}
