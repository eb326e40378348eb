package com.kaizencast.benchmark;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.feed.WrittenFeed;
import com.kaizencast.feed.WrittenFeed.Page;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.feed.gate.PublishedFiles;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Leftovers;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Planner;
import com.kaizencast.publish.Publication;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What publishing costs, phase by phase: prints a name, a tab and CPU seconds on each line. */
public final class Growth {

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private Growth() {}

  /**
   * @param args a home folder that is published, and the number of rounds
   */
  public static void main(String[] args) throws Exception {
    Growth growth = new Growth();
    Home home = new Home(Path.of(args[0]));
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      growth.round(home);
    }
    growth.seconds.forEach(
        (phase, values) -> System.out.println(phase + "\t" + Race.median(values)));
  }

  private void round(Home home) throws Exception {
    Show show = ShowReader.read(home.root());
    Instant now = Instant.now();
    Ledger ledger =
        time("reading the ledger", () -> LedgerFile.read(home.ledgerFile()).orElseThrow());
    List<EpisodeScript> scripts =
        time(
            "reading the scripts",
            () -> {
              List<EpisodeScript> all = new ArrayList<>();
              for (ScriptFile file : ScriptFolder.read(home.root()).files()) {
                all.add(ScriptReader.read(file, show));
              }
              return all;
            });
    Map<String, String> common = new TreeMap<>(ledger.entries().get(0).inputs());
    common.keySet().removeAll(Set.of("script", "number", "date"));
    Plan plan =
        time(
            "plan",
            () ->
                new Planner(home, show, ledger, common, script -> Map.of(), now, false)
                    .plan(scripts, List.of()));
    if (!plan.stale().isEmpty()) {
      throw new IllegalStateException("stale: " + plan.stale().get(0).reasons());
    }
    Publication publication = new Publication(home, ledger, plan, Map.of(), Set.of());
    String cover = Objects.requireNonNull(ledger.cover()).path();
    WrittenFeed feed =
        time(
            "feed", () -> FeedWriter.write(show, plan.showGuid(), cover, publication.items(), now));
    time(
        "gate",
        () -> {
          for (Page page : feed.pages()) {
            FeedGate.check(page.bytes(), asPublished(home, show));
          }
          return null;
        });
    Ledger after =
        time(
            "ledger",
            () -> publication.ledger(plan.showGuid(), now, ledger.feed(), ledger.cover(), now));
    time("writing the ledger", () -> LedgerFile.toJson(after));
    time(
        "prune",
        () -> {
          Leftovers.delete(home, after);
          return null;
        });
  }

  /** As a run sees files that are not its own: there, and of the length that the feed says. */
  private static PublishedFiles asPublished(Home home, Show show) {
    return new PublishedFiles() {
      @Override
      public @Nullable Path find(String url) {
        return home.find(show, url);
      }

      @Override
      public boolean isToBeRead(Path file) {
        return false;
      }
    };
  }

  private <T> T time(String phase, Callable<T> work) throws Exception {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T result = work.call();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    seconds.computeIfAbsent(phase, name -> new ArrayList<>()).add((end - start) / 1e9);
    return result;
  }
}
