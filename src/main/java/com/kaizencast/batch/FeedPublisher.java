package com.kaizencast.batch;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.feed.WrittenFeed;
import com.kaizencast.feed.WrittenFeed.Page;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.feed.gate.FeedGate.Violation;
import com.kaizencast.feed.gate.PublishedFiles;
import com.kaizencast.publish.AtomicFile;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Change;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.Publication;
import com.kaizencast.publish.RenderStore.Rendered;
import com.kaizencast.publish.Sha256;
import com.kaizencast.publish.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Swaps the feed for a new one, last of all, if there is anything new to say. */
final class FeedPublisher {

  private static final String LEFT =
      ":1:1: warning: the script was written to during this run; it is left for the next one";

  private final Home home;
  private final Plan plan;
  private final Ledger before;
  private final Ledger.Cover cover;
  private final BuildOutcomes outcomes;
  private final Removals removals;
  private final boolean byDigest;
  private final Instant now;
  private List<String> sitePaths = List.of();

  /**
   * @param byDigest whether pages are compared that are known to be up to date
   */
  FeedPublisher(
      Home home,
      Plan plan,
      Ledger before,
      Ledger.Cover cover,
      BuildOutcomes outcomes,
      Removals removals,
      boolean byDigest,
      Instant now) {
    this.home = home;
    this.plan = plan;
    this.before = before;
    this.cover = cover;
    this.outcomes = outcomes;
    this.removals = removals;
    this.byDigest = byDigest;
    this.now = now;
  }

  private @Nullable Draft withoutNewAudio;

  /**
   * A feed and the ledger that goes with it.
   *
   * @param site the show's page, by path
   */
  private record Draft(
      WrittenFeed feed, Ledger ledger, Set<String> guids, Map<String, SiteFolder.Page> site) {}

  /** The files of the show's page as last drafted, under the home folder. */
  List<String> sitePaths() {
    return sitePaths;
  }

  /** Titles of the episodes that would leave the feed even if all goes well. */
  List<String> removed() {
    return removals.titles(guidsAfter());
  }

  /**
   * Looks at what would leave the feed, before anything is done.
   *
   * @throws ToolException if it is more than the show allows
   */
  void refuseLargeRemoval() throws ToolException {
    removals.check(guidsAfter());
  }

  /** What would be in the feed if all goes well. */
  private Set<String> guidsAfter() {
    Set<String> guids = new HashSet<>();
    plan.episodes().forEach(e -> guids.add(String.valueOf(e.script().episode().guid())));
    new Publication(home, before, plan, Map.of(), Set.of())
        .items()
        .forEach(item -> guids.add(item.guid()));
    return guids;
  }

  /** Whether publishing without any new audio would change a published file. */
  boolean wouldChange() throws IOException {
    Draft draft = draft(Map.of(), Set.of());
    return !isWritten(draft.feed())
        || new SiteFolder(home, byDigest).wouldChange(draft.site())
        || !Arrays.equals(LedgerFile.toJson(draft.ledger()), bytes(home.ledgerFile()));
  }

  /**
   * Writes the ledger, then the show's page, then the feed. A run that is killed in between has
   * decided what is published and when, and the next one only carries it out.
   *
   * @return what is published now
   * @throws ToolException if nothing could be rendered because of a tool, or if the feed breaks a
   *     rule: the old one stays
   */
  Ledger publish() throws IOException, ToolException {
    outcomes.publishing();
    ToolException broken = outcomes.toolFailure();
    if (broken != null && outcomes.rendered().isEmpty()) {
      throw broken;
    }
    Set<String> left = changedSinceRead();
    Draft draft = draft(outcomes.rendered(), left);
    removals.check(draft.guids());
    refuseBroken(draft.feed());
    boolean isSwapped = !isWritten(draft.feed());
    AtomicFile.write(home.ledgerFile(), LedgerFile.toJson(draft.ledger()));
    SiteFolder site = new SiteFolder(home, byDigest);
    List<String> foreign = site.write(draft.site());
    // Older pages first: the feed that apps load never names a page that is not there.
    List<Page> pages = new ArrayList<>(draft.feed().pages());
    Collections.reverse(pages);
    for (Page page : pages) {
      AtomicFile.write(home.published(page.path()), page.bytes());
    }
    site.keepOnly(draft.site());
    List<String> warnings = new ArrayList<>(draft.feed().warnings());
    for (String path : foreign) {
      warnings.add(path + " is not the program's: it stays; move it, or write 'page: false'");
    }
    left.forEach(file -> warnings.add(file + LEFT));
    outcomes.published(draft.ledger(), isSwapped, warnings);
    return draft.ledger();
  }

  /**
   * Scripts that are no longer what this run has read, of the episodes that are new or changed: who
   * writes slowly may have been met between two pieces.
   */
  private Set<String> changedSinceRead() throws IOException {
    Set<String> changed = new TreeSet<>();
    for (Planned planned : plan.episodes()) {
      EpisodeScript script = planned.script();
      if (planned.change() != Change.UNCHANGED) {
        byte[] now = bytes(home.root().resolve(script.file()));
        if (now == null || !Sha256.of(now).equals(script.sha256())) {
          changed.add(script.file());
        }
      }
    }
    return changed;
  }

  /** Reads the feed as it is going to be, with the eyes of those who load it. */
  private void refuseBroken(WrittenFeed feed) throws ToolException, IOException {
    Set<Path> asPublished = new HashSet<>();
    // One that was made of the feed knows nothing of the files.
    boolean isRebuilt = before.feed() == null;
    for (Ledger.Entry entry : isRebuilt ? List.<Ledger.Entry>of() : before.entries()) {
      entry.item().paths().forEach(path -> asPublished.add(home.published(path)));
    }
    if (before.cover() != null) {
      asPublished.add(home.published(before.cover().path()));
    }
    for (Rendered made : outcomes.rendered().values()) {
      asPublished.remove(home.published(made.audio().path()));
      made.companions().forEach(file -> asPublished.remove(home.published(file.path())));
    }
    HomeFiles ours = new HomeFiles(home, plan.show());
    PublishedFiles files =
        new PublishedFiles() {
          @Override
          public @Nullable Path find(String url) {
            return ours.find(url);
          }

          @Override
          public List<Chapter> chapters(Path file) throws IOException {
            return ours.chapters(file);
          }

          @Override
          public boolean isToBeRead(Path file) {
            return !asPublished.contains(file);
          }
        };
    List<String> broken = new ArrayList<>();
    for (Page page : feed.pages()) {
      FeedGate.check(page.bytes(), files).stream()
          .filter(Violation::isError)
          .forEach(violation -> broken.add(page.path() + ":" + violation));
    }
    if (!broken.isEmpty()) {
      throw new ToolException(
          "feed",
          "the feed as it would be breaks rules, so the published one stays:\n"
              + String.join("\n", broken)
              + "\na damaged file is made anew by the next run if you delete it",
          false,
          null);
    }
  }

  /** What is asked twice where nothing is rendered is made once. */
  private Draft draft(Map<String, Rendered> rendered, Set<String> left) throws IOException {
    Draft draft = rendered.isEmpty() && left.isEmpty() ? withoutNewAudio : null;
    if (draft == null) {
      draft = newDraft(rendered, left);
      withoutNewAudio = rendered.isEmpty() && left.isEmpty() ? draft : null;
    }
    return draft;
  }

  private Draft newDraft(Map<String, Rendered> rendered, Set<String> left) throws IOException {
    Publication publication = new Publication(home, before, plan, rendered, left);
    Instant built = Objects.requireNonNullElse(before.lastBuild(), now);
    WrittenFeed feed =
        FeedWriter.write(plan.show(), plan.showGuid(), cover.path(), publication.items(), built);
    String digest = digest(feed);
    if (isNew(feed, digest) && !built.equals(now)) {
      built = now;
      feed = feed.builtAt(now);
      digest = digest(feed);
    }
    Map<String, SiteFolder.Page> site =
        ShowPages.of(home, plan.show(), cover.path(), publication.items());
    sitePaths = List.copyOf(site.keySet());
    return new Draft(
        feed,
        publication.ledger(
            plan.showGuid(), built, new Ledger.Feed(digest, feed.pages().size()), cover, now),
        publication.items().stream().map(FeedItem::guid).collect(Collectors.toSet()),
        site);
  }

  private boolean isNew(WrittenFeed feed, String digest) throws IOException {
    return before.feed() == null ? !isWritten(feed) : !before.feed().sha256().equals(digest);
  }

  private static String digest(WrittenFeed feed) {
    return Sha256.of(feed.pages().stream().map(Page::xml).collect(Collectors.joining()));
  }

  /** Whether the published files are those of this feed. */
  private boolean isWritten(WrittenFeed feed) throws IOException {
    for (Page page : feed.pages()) {
      if (!Arrays.equals(page.bytes(), bytes(home.published(page.path())))) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
