package com.kaizencast.publish;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.publish.RenderStore.Rendered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run is going to do, decided before anything is done.
 *
 * @param showGuid the show's {@code podcast:guid}
 * @param episodes valid and due, in the order of publication
 * @param waiting valid and not due
 * @param quarantined scripts with mistakes
 * @param kept published episodes that have no valid script now; they stay in the feed
 * @param withheld scripts of episodes that the host has retracted
 * @param warnings for the host to read, about everything that is not quarantined
 */
public record Plan(
    Show show,
    String showGuid,
    List<Planned> episodes,
    List<Waiting> waiting,
    List<Quarantined> quarantined,
    List<Ledger.Entry> kept,
    List<Withheld> withheld,
    List<ScriptProblem> warnings) {

  public Plan {
    episodes = List.copyOf(episodes);
    waiting = List.copyOf(waiting);
    quarantined = List.copyOf(quarantined);
    kept = List.copyOf(kept);
    withheld = List.copyOf(withheld);
    warnings = List.copyOf(warnings);
  }

  /** What is to be done with an episode. */
  public enum Change {
    NEW,
    CHANGED,
    UNCHANGED
  }

  /**
   * An episode that is to be in the feed.
   *
   * @param script with the identity it is published under
   * @param inputs digests of all that goes into its audio, by name
   * @param reasons names of the inputs that differ from the published ones, if it changed
   * @param rendered its audio; null: to be rendered
   * @param previous as published so far
   */
  public record Planned(
      EpisodeScript script,
      Map<String, String> inputs,
      Change change,
      List<String> reasons,
      @Nullable Rendered rendered,
      Ledger.@Nullable Entry previous) {
    public Planned {
      inputs = Map.copyOf(inputs);
      reasons = List.copyOf(reasons);
    }

    /** Whether its script has another name than the one it was published from. */
    public boolean isRenamed() {
      return previous != null
          && !previous.script().isEmpty()
          && !previous.script().equals(script.file());
    }

    /** The digest of all inputs. */
    public String digest() {
      return digestOf(inputs);
    }
  }

  /**
   * A script that is not due.
   *
   * @param dueAt null for a draft
   */
  public record Waiting(String file, String title, @Nullable Instant dueAt) {}

  /** A script whose episode is retracted. */
  public record Withheld(String file, String slug, Instant retractedAt) {}

  /** A script with mistakes. */
  public record Quarantined(String file, List<ScriptProblem> problems) {
    public Quarantined {
      problems = List.copyOf(problems);
    }
  }

  /** Name of an episode's audio file before its digest, ASCII only. */
  public String baseName(Planned planned) {
    Episode episode = planned.script().episode();
    return LocalDate.ofInstant(episode.publishedAt(), show.timeZone()) + "-" + episode.slug();
  }

  /** Of all that is to be in the feed: equal plans publish the same. */
  public String digest() {
    return Sha256.of(
        Stream.concat(
                episodes.stream()
                    .map(e -> e.script().episode().guid() + " " + e.digest() + " " + e.change()),
                kept.stream().map(entry -> entry.item().guid()))
            .collect(Collectors.joining("\n")));
  }

  /** Those of the kept ones whose script is not there at all. */
  public List<Ledger.Entry> gone() {
    return kept.stream()
        .filter(entry -> quarantined.stream().noneMatch(q -> q.file().equals(entry.script())))
        .toList();
  }

  public List<Planned> stale() {
    return episodes.stream().filter(e -> e.rendered() == null).toList();
  }

  static String digestOf(Map<String, String> inputs) {
    return Sha256.of(
        new TreeMap<>(inputs)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n")));
  }
}
