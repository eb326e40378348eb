package com.kaizencast.publish;

import static java.util.stream.Collectors.toSet;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.publish.Ledger.Entry;
import com.kaizencast.publish.Ledger.Retired;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the feed is going to hold after a run, and the ledger that goes with it. */
public final class Publication {

  private final Home home;
  private final Ledger before;

  /** How long a listener may still be loading files that the feed has stopped naming. */
  private final Duration keep;

  private final List<Entry> entries = new ArrayList<>();
  private @Nullable List<FeedItem> items;

  /**
   * @param rendered the audio that this run made, by digest of its inputs; an episode without audio
   *     stays as it was published before, or out
   * @param left script files whose episodes stay so in any case
   */
  public Publication(
      Home home, Ledger before, Plan plan, Map<String, Rendered> rendered, Set<String> left) {
    this.home = home;
    this.before = before;
    this.keep = Duration.ofDays(plan.show().nightly().keepAudioDays());
    for (Planned planned : plan.episodes()) {
      Rendered audio =
          planned.rendered() != null ? planned.rendered() : rendered.get(planned.digest());
      if (audio != null && !left.contains(planned.script().file())) {
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
    List<FeedItem> all = items;
    if (all == null) {
      all =
          entries.stream()
              .map(Entry::item)
              .filter(item -> RenderStore.isThere(home, item.audio()))
              .map(
                  item ->
                      item.with(
                          item.companions().stream()
                              .filter(file -> RenderStore.isThere(home, file))
                              .toList()))
              .toList();
      items = all;
    }
    return all;
  }

  /**
   * The ledger to go with the feed.
   *
   * @param lastBuild when the feed last changed
   */
  public Ledger ledger(
      String showGuid, Instant lastBuild, Ledger.Feed feed, Ledger.Cover cover, Instant now) {
    Set<String> named = named();
    named.add(cover.path());
    List<Retired> retired = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Retired file : before.retired()) {
      // A clock that was ahead once must not keep files for ever.
      Retired since =
          new Retired(file.path(), Math.min(file.sinceEpochSecond(), now.getEpochSecond()));
      if (!named.contains(file.path()) && known.add(file.path())) {
        retired.add(since);
      }
    }
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
    retired.removeIf(file -> !endOf(file, keep).isAfter(now));
    return new Ledger(showGuid, lastBuild, feed, cover, entries, retired, before.retracted());
  }

  /** When a retired file may go. */
  public static Instant endOf(Retired file, Duration keep) {
    return Instant.ofEpochSecond(file.sinceEpochSecond()).plus(keep);
  }

  private Set<String> named() {
    return entries.stream().flatMap(entry -> entry.item().paths().stream()).collect(toSet());
  }
}
