package com.kaizencast.batch;

import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Leftovers;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Plan.Waiting;
import com.kaizencast.publish.Publication;
import com.kaizencast.publish.RenderStore;
import com.kaizencast.publish.RunLock;
import com.kaizencast.publish.Stamp;
import com.kaizencast.publish.Stamp.Published;
import com.kaizencast.publish.Verification;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.clustergen.VoiceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build from beginning to end: lock, plan, job, prune, summary. What is stale is decided before
 * Spring is started, and Spring is started only if there is something to do.
 */
public final class Build {

  /** Version of the program; part of what makes an episode stale. */
  public static final String VERSION = "0.1.0";

  private static final int PUBLISHED = 0;
  private static final int QUARANTINED = 3;
  private static final int STOPPED = 4;

  /**
   * What the command line says.
   *
   * @param home folder that holds {@code scripts/}
   * @param ffmpeg null: the bundled one
   * @param logLevel of the libraries: off, error, warn, info, debug or trace
   * @param verify whether all published files are read and compared with their digests
   * @param force whether the feed may lose more episodes than the show allows
   */
  public record Options(
      Path home,
      @Nullable Path ffmpeg,
      String logLevel,
      boolean verify,
      boolean force,
      InstantSource clock) {}

  private final Home home;
  private final String logLevel;
  private final boolean verify;
  private final boolean force;
  private final Instant now;
  private final RunReport events;
  private final Drain drain;
  private final Ffmpeg ffmpeg;
  private final VoiceFolder voices;
  private final List<ScriptProblem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param drain ends the run early when somebody asks for it
   */
  public Build(Options options, Consumer<BuildEvent> events, Drain drain) {
    this.home = new Home(options.home());
    this.logLevel = options.logLevel();
    this.verify = options.verify();
    this.force = options.force();
    this.now = options.clock().instant();
    this.events = new RunReport(events);
    this.drain = drain;
    this.voices = new VoiceFolder(home.voices());
    this.ffmpeg =
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
      throws ScriptException,
          ToolException,
          IOException,
          InterruptedException,
          RunLock.HeldException {
    if (!Files.isDirectory(home.scripts())) {
      ShowReader.read(home.root());
    }
    RunLock lock = RunLock.take(home, now);
    try (lock) {
      return reported();
    }
  }

  private BuildSummary reported()
      throws ScriptException, ToolException, IOException, InterruptedException {
    boolean isIdle = false;
    BuildSummary summary = null;
    Exception failure = null;
    try {
      Stamp stamp = new Stamp(home);
      String inputs = stamp.inputs(VERSION + "\n" + ffmpeg.identity());
      Published unchanged = verify ? null : stamp.unchanged(inputs, now).orElse(null);
      isIdle = unchanged != null;
      summary =
          unchanged == null
              ? run(stamp, inputs)
              : summary(PUBLISHED, unchanged, 0, unchanged.episodes(), false, Set.of());
      return summary;
    } catch (ScriptException
        | ToolException
        | IOException
        | InterruptedException
        | RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      if (!isIdle) {
        report(summary, failure);
      }
    }
  }

  private void report(@Nullable BuildSummary summary, @Nullable Exception failure) {
    try {
      events.write(home, now, summary, failure);
    } catch (IOException e) {
      // A full disk, say; a report is not worth the run, and the run has said how it went.
      if (failure != null) {
        failure.addSuppressed(e);
      }
    }
  }

  private BuildSummary run(Stamp stamp, String stampInputs)
      throws ScriptException, ToolException, IOException, InterruptedException {
    Survey survey = survey(verify, UnaryOperator.identity());
    Plan plan = survey.plan();
    BuildOutcomes outcomes = new BuildOutcomes(events);
    FeedPublisher publisher = publisher(survey, outcomes);
    publisher.refuseLargeRemoval();
    prepareFolders();
    DiskSpace.check(
        plan, home, BuildJob.THREADS, folder -> Files.getFileStore(folder).getUsableSpace());
    survey.cover().publish(home);
    if (!plan.stale().isEmpty()) {
      // A mistake in the music is the show's, not an episode's.
      EpisodeScript first = plan.stale().get(0).script();
      survey.framing().soundtrack(survey.speakers().of(first).sampleRateHz());
    }
    boolean isDone = true;
    if (!plan.stale().isEmpty() || publisher.wouldChange()) {
      isDone = runJob(survey, publisher, outcomes);
    }
    return finish(stamp, stampInputs, survey, outcomes, publisher.sitePaths(), isDone);
  }

  private Survey survey(boolean byDigest, UnaryOperator<Ledger> change)
      throws ScriptException, ToolException, IOException {
    Survey survey = Survey.of(home, ffmpeg, voices, now, byDigest, change);
    problems.addAll(survey.problems());
    warnings.addAll(survey.warnings());
    return survey;
  }

  private FeedPublisher publisher(Survey survey, BuildOutcomes outcomes) throws IOException {
    return new FeedPublisher(
        home,
        survey.plan(),
        survey.ledger(),
        survey.cover().published(),
        outcomes,
        Removals.from(home, survey.show(), survey.ledger(), force),
        survey.byDigest(),
        now);
  }

  /** What {@link #run} would do at this moment. Writes nothing and does not wait for a run. */
  public PlanReport plan() throws ScriptException, ToolException, IOException {
    String running = null;
    try {
      RunLock.requireFree(home);
    } catch (RunLock.HeldException e) {
      running = e.getMessage();
    }
    Survey survey = survey(verify, UnaryOperator.identity());
    FeedPublisher publisher = publisher(survey, new BuildOutcomes(events));
    return PlanReport.of(
        survey.plan(),
        problems,
        warnings,
        Leftovers.find(home, survey.ledger()),
        publisher.removed(),
        publisher.wouldChange(),
        running);
  }

  /**
   * Takes an episode out of the feed, or back into it, and publishes nothing else that is new.
   *
   * @param change of the ledger
   * @param dryRun whether nothing is written
   * @return how many episodes are in the feed then
   * @throws NoSuchElementException if the ledger has no such episode
   */
  public int republish(UnaryOperator<Ledger> change, boolean dryRun)
      throws ScriptException, ToolException, IOException, RunLock.HeldException {
    if (dryRun) {
      return survey(false, change).ledger().entries().size();
    }
    RunLock lock = RunLock.take(home, now);
    try (lock) {
      Survey survey = survey(false, change);
      prepareFolders();
      survey.cover().publish(home);
      Ledger published = publisher(survey, new BuildOutcomes(events)).publish();
      Leftovers.delete(home, published);
      LedgerFile.copy(home);
      return published.entries().size();
    }
  }

  /** Returns whether it came to its end. */
  private boolean runJob(Survey survey, FeedPublisher publisher, BuildOutcomes outcomes)
      throws ToolException, IOException {
    Plan plan = survey.plan();
    EpisodeRenderer renderer =
        new EpisodeRenderer(
            home,
            plan,
            survey.narrator(),
            survey.speakers(),
            survey.framing(),
            new EpisodeFile(ffmpeg, home.temp()),
            survey.pictures(),
            outcomes);
    JobRun job = new JobRun(home, logLevel, now, drain);
    events.accept(new BuildEvent.Started(plan.stale().size()));
    try {
      return job.run(plan, renderer, publisher, outcomes);
    } finally {
      warnings.addAll(job.warnings());
      events.accept(new BuildEvent.Finished());
    }
  }

  /** Makes the folders and takes away what dead runs have left where nobody looks. */
  private void prepareFolders() throws IOException {
    Files.createDirectories(home.audio());
    Files.createDirectories(home.feed());
    Files.createDirectories(home.temp());
    deleteAll(home.temp(), file -> true);
    for (Path folder : List.of(home.state(), home.state().resolve("ffmpeg"))) {
      if (Files.isDirectory(folder)) {
        deleteAll(
            folder, file -> String.valueOf(file.getFileName()).matches(".*\\.part|owner.*\\.tmp"));
      }
    }
  }

  private static void deleteAll(Path folder, Predicate<Path> which) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(which).toList()) {
        Files.delete(file);
      }
    }
  }

  private BuildSummary finish(
      Stamp stamp,
      String stampInputs,
      Survey survey,
      BuildOutcomes outcomes,
      List<String> site,
      boolean isDone)
      throws IOException {
    Plan plan = survey.plan();
    plan.warnings().forEach(warning -> warnings.add(warning.toString()));
    outcomes.warnings().values().forEach(list -> list.forEach(w -> warnings.add(w.toString())));
    warnings.addAll(outcomes.feedWarnings());
    Set<String> failed = new TreeSet<>(outcomes.failed().keySet());
    for (Quarantined quarantined : plan.quarantined()) {
      problems.addAll(quarantined.problems());
      failed.add(quarantined.file());
    }
    outcomes.failed().values().forEach(problems::addAll);
    Ledger ledger = Objects.requireNonNullElse(outcomes.published(), survey.ledger());
    int exitCode = STOPPED;
    if (isDone) {
      exitCode = problems.stream().anyMatch(ScriptProblem::isError) ? QUARANTINED : PUBLISHED;
      new RenderStore(home).clear();
      Leftovers.delete(home, ledger);
      LedgerFile.copy(home);
      Verification verification = new Verification(home, survey.show().nightly().verifyDays());
      if (survey.byDigest()) {
        verification.done(now);
      }
      if (exitCode == PUBLISHED && plan.kept().stream().allMatch(Ledger.Entry::cameFromElsewhere)) {
        List<String> outputs = outputs(ledger);
        outputs.addAll(site);
        stamp.write(
            stampInputs,
            nextDue(survey, ledger, verification),
            Published.of(ledger, plan),
            outputs);
      }
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

  /** When there is something to do though no file has changed. */
  private @Nullable Instant nextDue(Survey survey, Ledger ledger, Verification verification)
      throws IOException {
    Duration keep = Duration.ofDays(survey.show().nightly().keepAudioDays());
    return Stream.of(
            survey.plan().waiting().stream().map(Waiting::dueAt),
            ledger.retired().stream().map(file -> Publication.endOf(file, keep)),
            Stream.ofNullable(verification.nextDue(now)))
        .flatMap(Function.identity())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<String> outputs(Ledger ledger) {
    List<String> outputs = new ArrayList<>();
    outputs.add(home.root().relativize(home.ledgerFile()).toString());
    int pages = ledger.feed() == null ? 1 : ledger.feed().pages();
    for (int page = 1; page <= pages; page++) {
      outputs.add(FeedWriter.path(page));
    }
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
