package com.kaizencast.publish;

import static java.util.stream.Collectors.toSet;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.publish.Ledger.Entry;
import com.kaizencast.publish.Ledger.Retired;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the feed is going to hold after a run, and the ledger that goes with it. */
public final class Publication {

  /** How long a listener may still be loading files that the feed has stopped naming. */
  private static final Duration GRACE = Duration.ofDays(7);

  private final Home home;
  private final Ledger before;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param rendered the audio that this run made, by digest of its inputs; an episode without audio
   *     stays as it was published before, or out
   */
  public Publication(Home home, Ledger before, Plan plan, Map<String, Rendered> rendered) {
    this.home = home;
    this.before = before;
    for (Planned planned : plan.episodes()) {
      Rendered audio =
          planned.rendered() != null ? planned.rendered() : rendered.get(planned.digest());
      if (audio != null) {
        entries.add(entry(planned, audio));
      } else if (planned.previous() != null) {
        entries.add(planned.previous());
      }
    }
    entries.addAll(plan.kept());
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.item().episode().publishedAt())
            .reversed()
            .thenComparing(entry -> entry.item().guid()));
  }

  private static Entry entry(Planned planned, Rendered audio) {
    EpisodeScript script = planned.script();
    return new Entry(
        new FeedItem(
            Objects.requireNonNull(script.episode().guid()),
            script.episode(),
            audio.audio(),
            script.notesHtml(),
            audio.chapters(),
            audio.companions()),
        script.file(),
        script.sha256(),
        planned.inputs());
  }

  /** Newest first; only episodes whose audio is there, and only companions that are there. */
  public List<FeedItem> items() {
    return entries.stream()
        .map(Entry::item)
        .filter(item -> RenderStore.isThere(home, item.audio()))
        .map(
            item ->
                item.with(
                    item.companions().stream()
                        .filter(file -> RenderStore.isThere(home, file))
                        .toList()))
        .toList();
  }

  /**
   * The ledger to go with the feed.
   *
   * @param lastBuild when the feed last changed
   */
  public Ledger ledger(String showGuid, Instant lastBuild, Ledger.Cover cover, Instant now) {
    Set<String> named = named();
    named.add(cover.path());
    List<Retired> retired =
        new ArrayList<>(before.retired().stream().filter(r -> !named.contains(r.path())).toList());
    Set<String> known = retired.stream().map(Retired::path).collect(toSet());
    List<String> dropped =
        new ArrayList<>(before.entries().stream().flatMap(e -> e.item().paths().stream()).toList());
    if (before.cover() != null) {
      dropped.add(before.cover().path());
    }
    for (String path : dropped) {
      if (!named.contains(path) && known.add(path)) {
        retired.add(new Retired(path, now.getEpochSecond()));
      }
    }
    retired.removeIf(r -> isOver(r, now) && !Files.exists(home.published(r.path())));
    return new Ledger(showGuid, lastBuild, cover, entries, retired);
  }

  /** Deletes what was retired long enough ago. */
  public static void prune(Home home, Ledger ledger, Instant now) throws IOException {
    for (Retired retired : ledger.retired()) {
      if (isOver(retired, now)) {
        Files.deleteIfExists(home.published(retired.path()));
      }
    }
  }

  private static boolean isOver(Retired retired, Instant now) {
    return Instant.ofEpochSecond(retired.sinceEpochSecond()).plus(GRACE).isBefore(now);
  }

  private Set<String> named() {
    return entries.stream().flatMap(entry -> entry.item().paths().stream()).collect(toSet());
  }
}
