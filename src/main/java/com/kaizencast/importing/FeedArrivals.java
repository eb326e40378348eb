package com.kaizencast.importing;

import com.kaizencast.audio.Mp3Info;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.feed.ForeignFeed;
import com.kaizencast.feed.HtmlMarkdown;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.PublishedFeed.Item;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.feed.gate.FeedRule;
import com.kaizencast.feed.gate.PublishedFiles;
import com.kaizencast.importing.Report.Line;
import com.kaizencast.importing.Report.Outcome;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.Sha256;
import com.kaizencast.script.ScriptDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of a feed. One with audio goes on as published, under its GUID, date and number, its
 * audio where it is or brought here; one without becomes a script.
 */
final class FeedArrivals {

  private static final long MOST_BYTES_OF_AUDIO = 2L << 30;

  /** Types that feeds give and no app knows, and what they mean. */
  private static final Map<String, String> TYPES =
      Map.of(
          "audio/mp3", "audio/mpeg",
          "audio/x-mp3", "audio/mpeg",
          "audio/x-mpeg", "audio/mpeg",
          "audio/mpeg3", "audio/mpeg",
          "audio/m4a", "audio/x-m4a",
          "audio/aac", "audio/x-m4a");

  private static final Map<String, String> TYPE_OF_EXTENSION =
      Map.of("mp3", "audio/mpeg", "m4a", "audio/x-m4a", "mp4", "video/mp4", "m4v", "video/x-m4v");

  private final Home home;
  private final Show show;
  private final Arrivals arrivals;
  private final Import.Options options;
  private final @Nullable Web web;
  private final List<Ledger.Entry> entries = new ArrayList<>();
  private final Set<String> audioUrls = new HashSet<>();
  private final Map<String, String> guids = new HashMap<>();

  /**
   * @param web null: nothing is fetched
   */
  FeedArrivals(Home home, Show show, Arrivals arrivals, Import.Options options, @Nullable Web web) {
    this.home = home;
    this.show = show;
    this.arrivals = arrivals;
    this.options = options;
    this.web = web;
  }

  /** Takes over what is new, oldest first; the entries for the ledger. */
  List<Ledger.Entry> take(ForeignFeed feed) throws IOException, InterruptedException {
    List<Item> items = dated(feed.feed().items());
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      boolean guessed = feed.feed().items().get(i).publishedAt() == null;
      String from = "item " + (i + 1) + (guessed ? " (date of its neighbour)" : "");
      if (item.publishedAt() == null) {
        refuse(from, item, "it has no date that can be read, nor has the one before it");
      } else if (!item.guid().isEmpty()
          && !item.audioUrl().equals(guids.computeIfAbsent(item.guid(), g -> item.audioUrl()))) {
        refuse(from, item, "it has the GUID of another item, and apps show only one of the two");
      } else if (arrivals.hasGuid(item.guid()) && !item.guid().isEmpty()) {
        arrivals.add(new Line(Outcome.THERE, from, item.title(), "", item.guid()));
      } else if (item.audioUrl().isEmpty()) {
        script(from, item);
      } else {
        episode(from, item);
      }
    }
    return entries;
  }

  /** An item without a date comes right after the older one beside it, or before the newer one. */
  private static List<Item> dated(List<Item> items) {
    List<Item> dated = new ArrayList<>(items);
    for (int i = dated.size() - 1; i >= 0; i--) {
      Instant older = i + 1 < dated.size() ? dated.get(i + 1).publishedAt() : null;
      Instant newer = i > 0 ? dated.get(i - 1).publishedAt() : null;
      if (dated.get(i).publishedAt() == null && older != null) {
        dated.set(i, dated.get(i).at(older.plusSeconds(1)));
      } else if (dated.get(i).publishedAt() == null && newer != null) {
        dated.set(i, dated.get(i).at(newer.minusSeconds(1)));
      }
    }
    return dated;
  }

  private void refuse(String from, Item item, String why) {
    arrivals.add(new Line(Outcome.REFUSED, from, title(item), "", why));
  }

  private static String title(Item item) {
    String line = HtmlMarkdown.plain(item.title());
    if (line.isEmpty()) {
      line = item.summary().lines().findFirst().orElse("");
    }
    return line.isEmpty() ? "Untitled" : line.substring(0, Math.min(line.length(), 255));
  }

  private static String slug(Item item) {
    String path = item.pageUrl().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.html?$", "");
    String slug = path.matches("https?://[^/]+") ? "" : ScriptDraft.slug(last);
    return slug.isEmpty() || slug.matches("[0-9-]+") ? ScriptDraft.slug(title(item)) : slug;
  }

  private void script(String from, Item item) throws IOException {
    String html = item.notesHtml().isEmpty() ? item.description() : item.notesHtml();
    String base = item.pageUrl().isEmpty() ? show.website().toString() : item.pageUrl();
    String guid = item.guid().isEmpty() ? item.pageUrl() : item.guid();
    arrivals.script(
        new Found(
            new ScriptDraft(
                title(item),
                Objects.requireNonNull(item.publishedAt()),
                slug(item),
                guid.matches("[\\x21-\\x7E]{1,255}") ? guid : null,
                item.number(),
                item.season(),
                null,
                item.type(),
                item.explicit(),
                options.asDrafts(),
                false,
                HtmlMarkdown.of(html, base)),
            true,
            from,
            "a post without audio"));
  }

  private void episode(String from, Item item) throws IOException, InterruptedException {
    if (!item.audioUrl().matches("(?i)https?://.+")) {
      refuse(
          from,
          item,
          "its audio '"
              + item.audioUrl()
              + "' is no whole address; import the feed from where it is published");
      return;
    }
    if (!audioUrls.add(item.audioUrl())) {
      refuse(from, item, "its audio is that of another item");
      return;
    }
    Episode episode =
        new Episode(
            arrivals.freeSlug(slug(item)),
            title(item),
            item.guid(),
            item.number(),
            item.season(),
            item.summary(),
            Objects.requireNonNull(item.publishedAt()),
            item.type(),
            item.explicit(),
            false,
            null);
    AudioFile audio;
    try {
      audio = options.download() && web != null ? here(episode, item) : elsewhere(item);
    } catch (IOException e) {
      refuse(from, item, String.valueOf(e.getMessage()));
      return;
    }
    String notes = item.notesHtml().isEmpty() ? item.description() : item.notesHtml();
    FeedItem whole =
        new FeedItem(item.guid(), episode, audio, notes, item.chapters(), companions(item));
    FeedItem bare = new FeedItem(item.guid(), episode, audio, notes, List.of());
    List<String> broken = broken(whole);
    FeedItem kept = broken.isEmpty() ? whole : bare;
    if (!broken.isEmpty()) {
      broken = broken(bare);
    }
    if (!broken.isEmpty()) {
      refuse(from, item, String.join("; ", broken));
      return;
    }
    entries.add(new Ledger.Entry(kept, "", "", Map.of(Ledger.Entry.IMPORTED, item.audioUrl())));
    arrivals.published(item.guid());
    arrivals.add(new Line(Outcome.EPISODE, from, episode.title(), audio.path(), "it has audio"));
  }

  /** The rules that the published feed would break with this item, apart from its files. */
  private List<String> broken(FeedItem item) {
    List<String> broken = new ArrayList<>();
    byte[] feed =
        FeedWriter.write(
                show,
                "00000000-0000-5000-8000-000000000000",
                "feed/cover.png",
                List.of(item),
                item.episode().publishedAt())
            .pages()
            .get(0)
            .bytes();
    try {
      for (FeedGate.Violation violation : FeedGate.check(feed, PublishedFiles.ELSEWHERE)) {
        boolean bySelf = violation.rule() != FeedRule.SERIAL_NUMBERS;
        if (violation.isError() && bySelf) {
          broken.add(violation.detail() + " (" + violation.rule().text() + ")");
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("no file was to be read", e);
    }
    return broken;
  }

  private AudioFile elsewhere(Item item) throws IOException, InterruptedException {
    String type = type(item);
    long size = item.audioBytes();
    if (size <= 0 && web != null) {
      size =
          web.ask("HEAD", item.audioUrl(), Map.of(), 0)
              .headers()
              .firstValueAsLong("Content-Length")
              .orElse(0);
    }
    if (size <= 0) {
      throw new IOException(
          "the feed does not say how many bytes its audio has"
              + (web == null
                  ? "; import the feed by its address, or with --download"
                  : ", nor does its server"));
    }
    return new AudioFile(
        item.audioUrl(),
        type,
        size,
        Objects.requireNonNullElse(item.duration(), Duration.ZERO),
        0,
        "");
  }

  private static String type(Item item) {
    String given = item.audioType().toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    String path = item.audioUrl().replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    String extension = path.substring(path.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(given, given);
    return type.contains("/") && !type.equals("application/octet-stream")
        ? type
        : TYPE_OF_EXTENSION.getOrDefault(extension, type);
  }

  /** Brings the audio here, byte for byte. */
  private AudioFile here(Episode episode, Item item) throws IOException, InterruptedException {
    if (options.dryRun()) {
      return elsewhere(item);
    }
    String type = type(item);
    String extension = type.equals("audio/mpeg") ? "mp3" : type.equals("audio/x-m4a") ? "m4a" : "";
    if (extension.isEmpty()) {
      throw new IOException(type + " is no type of audio that can be brought here");
    }
    Files.createDirectories(home.audio());
    Files.createDirectories(home.temp());
    Path part = Files.createTempFile(home.temp(), "import", ".part");
    try {
      Objects.requireNonNull(web).download(item.audioUrl(), part, MOST_BYTES_OF_AUDIO);
      Duration duration = Objects.requireNonNullElse(item.duration(), Duration.ZERO);
      int bitRate = 0;
      if (extension.equals("mp3")) {
        Mp3Info info = Mp3Info.read(part);
        if (info.defect() != null) {
          throw new IOException(item.audioUrl() + " is no sound MP3 file: " + info.defect());
        }
        duration = info.duration();
        bitRate = info.bitRateKbps();
      }
      String sha384 = Sha256.sha384(part);
      LocalDate day = LocalDate.ofInstant(episode.publishedAt(), show.timeZone());
      String name = day + "-" + episode.slug() + "." + sha384.substring(0, 8) + "." + extension;
      long size = Files.size(part);
      Files.move(part, home.audio().resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new AudioFile("audio/" + name, type, size, duration, bitRate, sha384);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What stands beside the audio stays where it is. */
  private static List<CompanionFile> companions(Item item) {
    List<CompanionFile> companions = new ArrayList<>();
    for (PublishedFeed.Link link : item.links()) {
      String type = link.mediaType().toLowerCase(Locale.ROOT);
      boolean picture = type.startsWith("image/");
      if (picture && !link.url().toLowerCase(Locale.ROOT).matches("[^?#]*\\.(jpe?g|png)")) {
        continue;
      }
      Kind kind =
          picture
              ? Kind.PICTURE
              : type.equals("application/json+chapters") ? Kind.CHAPTERS : Kind.TRANSCRIPT;
      companions.add(new CompanionFile(kind, link.url(), type, 0, ""));
    }
    return companions;
  }
}
