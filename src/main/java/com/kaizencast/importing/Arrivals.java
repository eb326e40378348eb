package com.kaizencast.importing;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.importing.Report.Line;
import com.kaizencast.importing.Report.Outcome;
import com.kaizencast.publish.Ledger;
import com.kaizencast.script.Schedule;
import com.kaizencast.script.ScriptDraft;
import com.kaizencast.script.Shelf;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what was found beside what is there: no slug twice, nothing again, nothing overwritten. */
final class Arrivals {

  private final Show show;
  private final Shelf shelf;
  private final Instant now;
  private final boolean dryRun;
  private final Set<String> slugs = new HashSet<>();
  private final Set<String> guids = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();
  private @Nullable LocalDate lastDay;

  Arrivals(Show show, Shelf shelf, Ledger ledger, Instant now, boolean dryRun) {
    this.show = show;
    this.shelf = shelf;
    this.now = now;
    this.dryRun = dryRun;
    for (Ledger.Entry entry : ledger.entries()) {
      slugs.add(entry.item().episode().slug());
      guids.add(entry.item().guid());
    }
    // What the host has taken back does not come again.
    for (Ledger.Retracted retracted : ledger.retracted()) {
      slugs.add(retracted.entry().item().episode().slug());
      guids.add(retracted.entry().item().guid());
    }
    Instant latest = shelf.latest();
    lastDay = latest == null ? null : LocalDate.ofInstant(latest, show.timeZone());
  }

  List<Line> lines() {
    return lines;
  }

  void add(Line line) {
    lines.add(line);
  }

  /** Whether an episode with that GUID is here, published or as a script. */
  boolean hasGuid(String guid) {
    return guids.contains(guid) || shelf.find(e -> guid.equals(e.guid())).isPresent();
  }

  /** A slug that nothing has yet, like the one given; it is taken from now on. */
  String freeSlug(String like) {
    String stem = like.isEmpty() ? "episode" : like;
    String slug = stem;
    for (int i = 2; slugs.contains(slug) || shelf.withSlug(slug).isPresent(); i++) {
      slug = stem + "-" + i;
    }
    slugs.add(slug);
    return slug;
  }

  /** Notes an episode that goes on as published. */
  void published(String guid) {
    guids.add(guid);
  }

  /** Writes a script, unless it is there or has mistakes. */
  void script(Found found) throws IOException {
    ScriptDraft draft = found.draft();
    String guid = draft.guid();
    Optional<String> there = there(found);
    if (there.isPresent() || (guid != null && guids.contains(guid))) {
      lines.add(new Line(Outcome.THERE, found.from(), draft.title(), there.orElse("the feed"), ""));
      return;
    }
    Instant date = found.dated() ? draft.publishedAt() : nextSlot();
    ScriptDraft placed = draft.with(date, freeSlug(draft.slug()));
    String why = found.why() + (found.dated() ? "" : "; no date, so it gets the show's next one");
    try {
      String file = dryRun ? shelf.note(placed) : shelf.add(placed);
      if (guid != null) {
        guids.add(guid);
      }
      lastDay = later(LocalDate.ofInstant(date, show.timeZone()));
      lines.add(new Line(Outcome.SCRIPT, found.from(), draft.title(), file, why));
    } catch (ScriptException e) {
      slugs.remove(placed.slug());
      ScriptProblem first = e.problems().get(0);
      lines.add(new Line(Outcome.REFUSED, found.from(), draft.title(), "", first.message()));
    } catch (FileAlreadyExistsException e) {
      lines.add(
          new Line(Outcome.THERE, found.from(), draft.title(), placed.file(show.timeZone()), ""));
    }
  }

  /** The file in which a script is already: by GUID, else by title and, if it is known, date. */
  private Optional<String> there(Found found) {
    ScriptDraft draft = found.draft();
    return shelf
        .find(episode -> isSame(episode, found) || isBrokenFileOf(episode, draft))
        .map(EpisodeScript::file);
  }

  private static boolean isSame(Episode episode, Found found) {
    ScriptDraft draft = found.draft();
    if (draft.guid() != null) {
      return draft.guid().equals(episode.guid());
    }
    return episode.title().equalsIgnoreCase(draft.title())
        && (!found.dated() || episode.publishedAt().equals(draft.publishedAt()));
  }

  /** A script with mistakes has no date. */
  private static boolean isBrokenFileOf(Episode episode, ScriptDraft draft) {
    return episode.publishedAt().equals(Instant.EPOCH) && episode.slug().equals(draft.slug());
  }

  private Instant nextSlot() {
    LocalDate today = LocalDate.ofInstant(now, show.timeZone());
    return Schedule.of(show.tags().updateFrequency())
        .next(lastDay, today)
        .atStartOfDay(show.timeZone())
        .toInstant();
  }

  private LocalDate later(LocalDate day) {
    return lastDay == null || day.isAfter(lastDay) ? day : lastDay;
  }
}
