package com.kaizencast.publish;

import com.kaizencast.episode.FeedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been published, so that identities never change: {@code feed/ledger.json}.
 *
 * @param showGuid the show's {@code podcast:guid}, assigned once; null before the first publication
 * @param lastBuild when the feed last changed; null before the first publication
 * @param feed the published feed; null before the first publication
 * @param cover the published cover; null before the first publication
 * @param entries newest first
 * @param retired files that the feed no longer names and that listeners may still be loading
 * @param retracted what the host has taken back; it stays out whatever its script says
 */
public record Ledger(
    @Nullable String showGuid,
    @Nullable Instant lastBuild,
    @Nullable Feed feed,
    @Nullable Cover cover,
    List<Entry> entries,
    List<Retired> retired,
    List<Retracted> retracted) {

  public static final Ledger EMPTY =
      new Ledger(null, null, null, null, List.of(), List.of(), List.of());

  public Ledger {
    entries = List.copyOf(entries);
    retired = List.copyOf(retired);
    // A ledger of an earlier version has none.
    retracted = retracted == null ? List.of() : List.copyOf(retracted);
  }

  /**
   * The ledger after an episode has been taken back.
   *
   * @param keepFiles whether listeners may finish loading it
   * @throws NoSuchElementException if there is no such episode
   */
  public Ledger retract(String slug, Instant at, boolean keepFiles) {
    Entry entry = ofSlug(entries.stream(), slug);
    List<Retired> files = new ArrayList<>(retired);
    if (keepFiles) {
      entry.item().paths().forEach(path -> files.add(new Retired(path, at.getEpochSecond())));
    }
    return new Ledger(
        showGuid,
        lastBuild,
        feed,
        cover,
        entries.stream().filter(e -> !isSame(e, entry)).toList(),
        files,
        Stream.concat(retracted.stream(), Stream.of(new Retracted(entry, at))).toList());
  }

  /**
   * The ledger after that has been taken back.
   *
   * @throws NoSuchElementException if there is no such episode
   */
  public Ledger undoRetraction(String slug) {
    Entry entry = ofSlug(retracted.stream().map(Retracted::entry), slug);
    return new Ledger(
        showGuid,
        lastBuild,
        feed,
        cover,
        Stream.concat(entries.stream(), Stream.of(entry)).toList(),
        retired,
        retracted.stream().filter(r -> !isSame(r.entry(), entry)).toList());
  }

  private static boolean isSame(Entry a, Entry b) {
    return a.item().guid().equals(b.item().guid());
  }

  private static Entry ofSlug(Stream<Entry> some, String slug) {
    List<Entry> all = some.toList();
    return all.stream()
        .filter(entry -> entry.item().episode().slug().equals(slug))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "there is no '"
                        + slug
                        + "'; there is "
                        + (all.isEmpty()
                            ? "none at all"
                            : all.stream()
                                .map(entry -> entry.item().episode().slug())
                                .collect(Collectors.joining(", ")))));
  }

  /** The same ledger with these files to be deleted later, and these episodes taken back. */
  public Ledger with(List<Retired> newRetired, List<Retracted> newRetracted) {
    return new Ledger(showGuid, lastBuild, feed, cover, entries, newRetired, newRetracted);
  }

  /**
   * The published feed.
   *
   * @param sha256 of all its pages, in their order
   * @param pages how many there are
   */
  public record Feed(String sha256, int pages) {}

  /**
   * An episode that the host has taken back.
   *
   * @param entry as it was published, for the host to take that back as well
   */
  public record Retracted(Entry entry, Instant at) {}

  /**
   * A published episode.
   *
   * @param script path of its script, empty if it is not known any more
   * @param scriptSha256 of the script it was made from, empty if not known
   * @param inputs digests of all that went into its audio, by name; empty if not known; {@link
   *     #IMPORTED} alone for an episode that was published elsewhere and has no script
   */
  public record Entry(
      FeedItem item, String script, String scriptSha256, Map<String, String> inputs) {
    /** The input that an imported episode has: where its audio was. */
    public static final String IMPORTED = "imported";

    public Entry {
      item.paths().forEach(Ledger::requirePublished);
      inputs = Map.copyOf(inputs);
    }

    /** Whether it came with a feed, and no script is to be expected. */
    public boolean cameFromElsewhere() {
      return inputs.containsKey(IMPORTED);
    }
  }

  /**
   * The published cover.
   *
   * @param path under the home folder
   * @param source digest of what it was made from
   */
  public record Cover(String path, String source) {
    public Cover {
      requirePublished(path);
    }
  }

  /**
   * A file to be deleted later.
   *
   * @param path under the home folder
   * @param sinceEpochSecond when the feed stopped naming it
   */
  public record Retired(String path, long sinceEpochSecond) {
    public Retired {
      requirePublished(path);
    }
  }

  /** Files are deleted by what is written here: it must not reach beyond them. */
  private static void requirePublished(String path) {
    if (!Companions.isPublishedPath(path)) {
      throw new IllegalArgumentException("no path of a published file: " + path);
    }
  }
}
