package com.kaizencast.batch;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore.Rendered;
import com.kaizencast.speech.SpeechException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What became of the stale episodes; written to by the render threads. */
final class BuildOutcomes {

  private final Consumer<BuildEvent> events;
  private final Map<String, Rendered> rendered = new ConcurrentHashMap<>();
  private final Map<String, List<ScriptProblem>> failed = new ConcurrentSkipListMap<>();
  private final Map<String, List<ScriptProblem>> warnings = new ConcurrentSkipListMap<>();
  private volatile @Nullable ToolException toolFailure;
  private volatile @Nullable Ledger published;
  private volatile boolean changed;
  private volatile List<String> feedWarnings = List.of();

  BuildOutcomes(Consumer<BuildEvent> events) {
    this.events = events;
  }

  void rendered(Planned planned, Rendered result, List<ScriptProblem> itsWarnings) {
    rendered.put(planned.digest(), result);
    if (!itsWarnings.isEmpty()) {
      warnings.put(planned.script().file(), itsWarnings);
    }
    events.accept(
        new BuildEvent.Rendered(
            planned.script().episode().slug(),
            planned.script().episode().title(),
            result.audio().duration(),
            result.audio().sizeBytes()));
  }

  /** Notes why an episode could not be rendered. */
  void failed(Planned planned, Exception cause) {
    String file = planned.script().file();
    List<ScriptProblem> problems;
    if (cause instanceof ScriptException mistakes) {
      problems = mistakes.problems();
    } else if (cause instanceof SpeechException unsaid) {
      problems = List.of(unsaid.problem());
    } else {
      problems =
          List.of(
              ScriptProblem.error(
                  new SourcePosition(file, 1, 1), String.valueOf(cause.getMessage())));
    }
    if (cause instanceof ToolException tool) {
      toolFailure = tool;
    }
    failed.put(file, problems);
    events.accept(
        new BuildEvent.Failed(
            planned.script().episode().slug(),
            planned.script().episode().title(),
            problems.stream().map(ScriptProblem::toString).toList()));
  }

  void published(Ledger ledger, boolean feedChanged, List<String> itsWarnings) {
    published = ledger;
    changed = feedChanged;
    feedWarnings = itsWarnings;
  }

  void publishing() {
    events.accept(new BuildEvent.Publishing());
  }

  /** By digest of the inputs. */
  Map<String, Rendered> rendered() {
    return rendered;
  }

  /** Reasons by script file. */
  Map<String, List<ScriptProblem>> failed() {
    return failed;
  }

  /** Of the rendered episodes, by script file. */
  Map<String, List<ScriptProblem>> warnings() {
    return warnings;
  }

  /** The last failure of a tool, if one failed. */
  @Nullable ToolException toolFailure() {
    return toolFailure;
  }

  /** What is published; null if nothing had to be. */
  @Nullable Ledger published() {
    return published;
  }

  boolean feedChanged() {
    return changed;
  }

  List<String> feedWarnings() {
    return feedWarnings;
  }
}
