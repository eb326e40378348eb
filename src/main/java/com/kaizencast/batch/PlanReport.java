package com.kaizencast.batch;

import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Change;
import com.kaizencast.publish.Plan.Planned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan for people and machines to read.
 *
 * @param running who is at work at this moment, so that the plan may be old already
 * @param episodes that are to be in the feed and have a script, in the order of publication
 * @param gone episodes that stay in the feed though their script is not there
 * @param retracted scripts that are withheld since the host has retracted their episodes
 * @param leftovers files to be deleted
 * @param removed titles of episodes that leave the feed
 * @param feedChanges whether the feed changes
 * @param subscribersSee a line for each thing that subscribers notice
 */
public record PlanReport(
    @Nullable String running,
    List<Item> episodes,
    List<Due> waiting,
    List<Mistakes> quarantined,
    List<Gone> gone,
    List<Plan.Withheld> retracted,
    List<String> leftovers,
    List<String> removed,
    boolean feedChanges,
    List<String> subscribersSee,
    List<String> warnings) {

  public PlanReport {
    episodes = List.copyOf(episodes);
    waiting = List.copyOf(waiting);
    quarantined = List.copyOf(quarantined);
    gone = List.copyOf(gone);
    retracted = List.copyOf(retracted);
    leftovers = List.copyOf(leftovers);
    removed = List.copyOf(removed);
    subscribersSee = List.copyOf(subscribersSee);
    warnings = List.copyOf(warnings);
  }

  /**
   * An episode.
   *
   * @param reasons names of what makes it stale: script, show, lexicon, voice, program, encoder, …;
   *     {@code "files"} if published files are missing or altered, {@code "ledger"} if what it was
   *     made of is not known
   * @param renamedFrom what its script was called
   * @param render whether its audio is to be made
   */
  public record Item(
      String slug,
      String title,
      @Nullable Integer number,
      String file,
      Change change,
      List<String> reasons,
      @Nullable String renamedFrom,
      boolean render) {
    public Item {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A script that waits.
   *
   * @param dueAt null for a draft
   */
  public record Due(String file, String title, @Nullable Instant dueAt) {}

  /** A script that is quarantined. */
  public record Mistakes(String file, List<String> problems) {
    public Mistakes {
      problems = List.copyOf(problems);
    }
  }

  /** An episode without a script. */
  public record Gone(String slug, String title) {}

  static PlanReport of(
      Plan plan,
      List<ScriptProblem> problems,
      List<String> warnings,
      List<String> leftovers,
      List<String> removed,
      boolean wouldChange,
      @Nullable String running) {
    List<Mistakes> mistakes = new ArrayList<>();
    problems.forEach(p -> mistakes.add(new Mistakes(p.position().file(), List.of(p.toString()))));
    plan.quarantined()
        .forEach(
            q ->
                mistakes.add(
                    new Mistakes(
                        q.file(), q.problems().stream().map(ScriptProblem::toString).toList())));
    boolean feedChanges = wouldChange || plan.stale().stream().anyMatch(PlanReport::isHeardAgain);
    return new PlanReport(
        running,
        plan.episodes().stream().map(PlanReport::item).toList(),
        plan.waiting().stream().map(w -> new Due(w.file(), w.title(), w.dueAt())).toList(),
        mistakes,
        plan.gone().stream()
            .map(e -> new Gone(e.item().episode().slug(), e.item().episode().title()))
            .toList(),
        plan.withheld(),
        leftovers,
        removed,
        feedChanges,
        subscribersSee(plan, removed, feedChanges),
        Stream.concat(warnings.stream(), plan.warnings().stream().map(ScriptProblem::toString))
            .toList());
  }

  private static Item item(Planned planned) {
    return new Item(
        planned.script().episode().slug(),
        planned.script().episode().title(),
        planned.script().episode().number(),
        planned.script().file(),
        planned.change(),
        planned.reasons(),
        planned.isRenamed() && planned.previous() != null ? planned.previous().script() : null,
        planned.rendered() == null);
  }

  /** What is mended comes out with the same bytes and the same address. */
  private static boolean isHeardAgain(Planned planned) {
    return planned.change() == Change.NEW
        || !Set.of("files", "ledger").containsAll(planned.reasons());
  }

  private static List<String> subscribersSee(Plan plan, List<String> removed, boolean feedChanges) {
    List<String> lines = new ArrayList<>();
    for (Planned planned : plan.episodes()) {
      Integer number = planned.script().episode().number();
      String name =
          (number == null ? "" : number + " ") + "'" + planned.script().episode().title() + "'";
      if (planned.change() == Change.NEW) {
        lines.add("new episode " + name);
      } else if (planned.change() == Change.CHANGED && isHeardAgain(planned)) {
        lines.add(
            "episode "
                + name
                + " is downloaded again ("
                + String.join(", ", planned.reasons())
                + ")");
      }
    }
    removed.forEach(title -> lines.add("episode '" + title + "' leaves the feed"));
    if (lines.isEmpty()) {
      lines.add(feedChanges ? "other words in the feed, no new audio" : "nothing");
    }
    return lines;
  }

  public String toJson() {
    return new String(LedgerFile.toJson(this), StandardCharsets.UTF_8);
  }
}
