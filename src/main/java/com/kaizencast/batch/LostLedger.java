package com.kaizencast.batch;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.PublishedPath;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.publish.Companions;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.script.ScriptDraft;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ledger made of the published feed, in place of one that was lost. */
final class LostLedger {

  private static final Pattern AUDIO_NAME =
      Pattern.compile(
          "(?:.*/)?audio/[0-9]{4}-[0-9]{2}-[0-9]{2}-([a-z0-9-]+)\\.[0-9a-f]{8}\\.(?:mp3|m4a)");

  private LostLedger() {}

  /**
   * Identities, dates and files are as published; what the audio was made of is not known.
   *
   * @param feed with the items of all its pages
   */
  static Ledger of(PublishedFeed feed, Show show, Home home) throws IOException {
    String base = show.publicUrl().toASCIIString();
    List<Ledger.Entry> entries = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (PublishedFeed.Item item : feed.items()) {
      String url = item.audioUrl();
      boolean isOurs = url.startsWith(base);
      if (isOurs
          ? Companions.isPublishedPath(url.substring(base.length()))
          : PublishedPath.isElsewhere(url)) {
        entries.add(entry(item, isOurs ? base : "", slug(item, slugs), home));
      }
    }
    Ledger.Cover cover =
        feed.image() == null || !feed.image().startsWith(base)
            ? null
            : new Ledger.Cover(feed.image().substring(base.length()), "");
    return new Ledger(feed.guid(), feed.lastBuild(), null, cover, entries, List.of(), List.of());
  }

  /** That of the file's name, else one made of the title; none twice. */
  private static String slug(PublishedFeed.Item item, Set<String> taken) {
    Matcher name = AUDIO_NAME.matcher(item.audioUrl());
    String stem = name.matches() ? name.group(1) : ScriptDraft.slug(item.title());
    String slug = stem.isEmpty() ? "unknown" : stem;
    for (int i = 2; !taken.add(slug); i++) {
      slug = (stem.isEmpty() ? "unknown" : stem) + "-" + i;
    }
    return slug;
  }

  /**
   * @param base what the addresses of the item's files begin with; empty if they are elsewhere
   */
  private static Ledger.Entry entry(PublishedFeed.Item item, String base, String slug, Home home)
      throws IOException {
    String audioPath = item.audioUrl().substring(base.length());
    Episode episode =
        new Episode(
            slug,
            item.title(),
            item.guid(),
            item.number(),
            item.season(),
            item.summary(),
            Objects.requireNonNullElse(item.publishedAt(), Instant.EPOCH),
            item.type(),
            item.explicit(),
            false,
            null);
    AudioFile audio =
        new AudioFile(
            audioPath,
            item.audioType(),
            item.audioBytes(),
            Objects.requireNonNullElse(item.duration(), Duration.ZERO),
            item.audioBitRateKbps(),
            Objects.requireNonNullElse(item.audioSha384(), ""));
    List<CompanionFile> companions = new ArrayList<>();
    for (PublishedFeed.Link link : item.links()) {
      if (base.isEmpty()) {
        companions.add(
            new CompanionFile(kind(link.mediaType()), link.url(), link.mediaType(), 0, ""));
      } else if (link.url().startsWith(base)) {
        CompanionFile file =
            Companions.find(
                home,
                kind(link.mediaType()),
                link.url().substring(base.length()),
                link.mediaType());
        if (file != null) {
          companions.add(file);
        }
      }
    }
    return new Ledger.Entry(
        new FeedItem(item.guid(), episode, audio, item.notesHtml(), item.chapters(), companions),
        "",
        "",
        base.isEmpty() ? Map.of(Ledger.Entry.IMPORTED, item.audioUrl()) : Map.of());
  }

  private static CompanionFile.Kind kind(String mediaType) {
    if (mediaType.startsWith("image/")) {
      return CompanionFile.Kind.PICTURE;
    }
    return mediaType.equals("application/json+chapters")
        ? CompanionFile.Kind.CHAPTERS
        : CompanionFile.Kind.TRANSCRIPT;
  }
}
