package com.kaizencast.batch;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore.Rendered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.springframework.batch.core.listener.SkipListener;

/** What became of the stale episodes; written to by the render threads. */
final class BuildOutcomes implements SkipListener<Planned, Planned> {

  private final Consumer<BuildEvent> events;
  private final Map<String, Rendered> rendered = new ConcurrentHashMap<>();
  private final Map<String, List<String>> failed = new ConcurrentSkipListMap<>();
  private volatile boolean published;

  BuildOutcomes(Consumer<BuildEvent> events) {
    this.events = events;
  }

  void succeeded(Planned planned, Rendered result) {
    rendered.put(planned.digest(), result);
    events.accept(
        new BuildEvent.Rendered(
            planned.script().episode().slug(),
            planned.script().episode().title(),
            result.audio().duration()));
  }

  @Override
  public void onSkipInProcess(Planned planned, Throwable failure) {
    Throwable cause = EpisodeRenderer.unwrapped(failure);
    List<String> reasons =
        cause instanceof ScriptException mistakes
            ? mistakes.problems().stream().map(ScriptProblem::toString).toList()
            : List.of(planned.script().file() + ":1:1: " + cause.getMessage());
    failed.put(planned.script().file(), reasons);
    events.accept(
        new BuildEvent.Failed(
            planned.script().episode().slug(), planned.script().episode().title(), reasons));
  }

  /** By digest of the inputs. */
  Map<String, Rendered> rendered() {
    return rendered;
  }

  /** Reasons by script file. */
  Map<String, List<String>> failed() {
    return failed;
  }

  void feedWritten(boolean changed) {
    published = changed;
  }

  boolean feedChanged() {
    return published;
  }
}
