package com.kaizencast.batch;

import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guards the feed against a run that would take much out of it: an address that was changed, a
 * folder that was lost, a ledger that is another show's. What the host has retracted does not
 * count.
 */
final class Removals {

  private static final Pattern GUID = Pattern.compile("<guid [^>]*>([^<]*)</guid>");

  private final Map<String, String> published;
  private final int mostPercent;
  private final boolean force;

  /**
   * @param published titles by GUID
   */
  private Removals(Map<String, String> published, int mostPercent, boolean force) {
    this.published = published;
    this.mostPercent = mostPercent;
    this.force = force;
  }

  /**
   * Looks what the published feed has; where there is none that can be read, the ledger counts.
   *
   * @param force whether everything is allowed
   */
  static Removals from(Home home, Show show, Ledger ledger, boolean force) throws IOException {
    Map<String, String> published = new LinkedHashMap<>();
    try {
      if (!Files.exists(home.feedFile())) {
        return new Removals(published, show.nightly().largestRemovalPercent(), force);
      }
      published.putAll(byLedger(Survey.feedOf(ledger, home), ledger));
      if (published.isEmpty()) {
        PublishedFeed feed = Survey.publishedFeed(home, show);
        feed.items().forEach(item -> published.put(item.guid(), item.title()));
      }
    } catch (UnreadableFeedException e) {
      for (Ledger.Entry entry : ledger.entries()) {
        published.put(entry.item().guid(), entry.item().episode().title());
      }
    }
    ledger.retracted().forEach(retracted -> published.remove(retracted.entry().item().guid()));
    return new Removals(published, show.nightly().largestRemovalPercent(), force);
  }

  /**
   * The ledger's titles of the episodes in a feed, by GUID; empty if it does not know them all.
   *
   * @param feed the published one, if it is to the byte the one that was written with the ledger
   */
  private static Map<String, String> byLedger(@Nullable String feed, Ledger ledger) {
    Set<String> guids = new HashSet<>();
    Matcher guid = GUID.matcher(feed == null ? "" : feed);
    while (guid.find()) {
      guids.add(guid.group(1));
    }
    Map<String, String> titles = new LinkedHashMap<>();
    for (Ledger.Entry entry : ledger.entries()) {
      if (guids.remove(escaped(entry.item().guid()))) {
        titles.put(entry.item().guid(), entry.item().episode().title());
      }
    }
    return guids.isEmpty() ? titles : Map.of();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Titles of the episodes that would leave the feed if these stayed in it. */
  List<String> titles(Set<String> guids) {
    Map<String, String> removed = new LinkedHashMap<>(published);
    removed.keySet().removeAll(guids);
    return new ArrayList<>(removed.values());
  }

  /**
   * Lets a feed of these episodes pass or not.
   *
   * @throws ToolException if it would lack too many of those that are published
   */
  void check(Set<String> guids) throws ToolException {
    List<String> removed = titles(guids);
    if (!force && removed.size() * 100 > mostPercent * published.size()) {
      throw new ToolException(
          "feed",
          "this run would remove "
              + removed.size()
              + " of "
              + published.size()
              + " episodes from the feed ("
              + String.join("; ", removed.subList(0, Math.min(5, removed.size())))
              + (removed.size() > 5 ? "; …" : "")
              + "), and show.yaml allows "
              + mostPercent
              + " % (nightly: largest-removal); if it is meant, run it with --force",
          false,
          null);
    }
  }
}
