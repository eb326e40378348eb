package com.kaizencast.batch;

import static java.util.stream.Collectors.toCollection;

import com.kaizencast.audio.AudioEncoder;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Plan.Waiting;
import com.kaizencast.publish.Planner;
import com.kaizencast.publish.Publication;
import com.kaizencast.publish.RenderStore;
import com.kaizencast.publish.RunLock;
import com.kaizencast.publish.Sha256;
import com.kaizencast.publish.Stamp;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build from beginning to end: lock, plan, job, summary. What is stale is decided before Spring is
 * started, and Spring is started only if there is something to do.
 */
public final class Build {

  /** Version of the program; part of what makes an episode stale. */
  public static final String VERSION = "0.1.0";

  /**
   * What the command line says.
   *
   * @param home folder that holds {@code scripts/}
   * @param ffmpeg null: the bundled one
   * @param verbose whether libraries may log
   */
  public record Options(
      Path home, @Nullable Path ffmpeg, boolean verbose, InstantSource clock) {}

  private final Home home;
  private final Options options;
  private final Instant now;
  private final Consumer<BuildEvent> events;
  private final AudioEncoder encoder;
  private final List<String> warnings = new ArrayList<>();

  public Build(Options options, Consumer<BuildEvent> events) {
    this.home = new Home(options.home());
    this.options = options;
    this.now = options.clock().instant();
    this.events = events;
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
    try (RunLock lock = RunLock.take(home, now)) {
      Stamp stamp = new Stamp(home);
      String inputs = stamp.inputs(VERSION + "\n" + encoder.identity());
      if (stamp.holds(inputs, now)) {
        Ledger ledger = LedgerFile.read(home.ledgerFile()).orElse(Ledger.EMPTY);
        return summary(ledger, ledger.entries().size(), 0, 0, false, List.of());
      }
      return run(stamp, inputs);
    }
  }

  private BuildSummary run(Stamp stamp, String stampInputs)
      throws ScriptException, ToolException, IOException {
    Show show = ShowReader.read(home.root());
    List<LexiconEntry> lexicon = LexiconReader.read(home.root());
    prepareFolders();
    Ledger ledger = ledger();
    Cover cover = new Covers(home, show, ledger).prepare();
    Narrator narrator = new Narrator(lexicon);
    Plan plan = plan(show, ledger, cover, narrator);

    BuildOutcomes outcomes = new BuildOutcomes(events);
    FeedPublisher publisher = new FeedPublisher(home, plan, ledger, cover, outcomes, now);
    if (!plan.stale().isEmpty() || publisher.wouldChange()) {
      EpisodeRenderer renderer =
          new EpisodeRenderer(
              home, plan, narrator, () -> voice(show), encoder, cover.embedded(), outcomes);
      events.accept(new BuildEvent.Started(plan.stale().size()));
      warnings.addAll(
          new JobRun(home, options.verbose(), now).run(plan, renderer, publisher, outcomes));
      events.accept(new BuildEvent.Finished());
    }
    return finish(stamp, stampInputs, plan, publisher, outcomes, cover);
  }
}
