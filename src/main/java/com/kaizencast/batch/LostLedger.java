package com.kaizencast.batch;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.publish.Companions;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ledger made of the published feed, in place of one that was lost. */
final class LostLedger {

  private static final Pattern AUDIO_NAME =
      Pattern.compile("audio/[0-9]{4}-[0-9]{2}-[0-9]{2}-([a-z0-9-]+)\\.[0-9a-f]{8}\\.mp3");

  private LostLedger() {}

  /**
   * Identities, dates and files are as published; what the audio was made of is not known.
   *
   * @param feed with the items of all its pages
   */
  static Ledger of(PublishedFeed feed, Show show, Home home) throws IOException {
    String base = show.publicUrl().toASCIIString();
    List<Ledger.Entry> entries = new ArrayList<>();
    for (PublishedFeed.Item item : feed.items()) {
      String url = item.audioUrl();
      if (url.startsWith(base) && Companions.isPublishedPath(url.substring(base.length()))) {
        entries.add(entry(item, base, home));
      }
    }
    Ledger.Cover cover =
        feed.image() == null || !feed.image().startsWith(base)
            ? null
            : new Ledger.Cover(feed.image().substring(base.length()), "");
    return new Ledger(feed.guid(), feed.lastBuild(), null, cover, entries, List.of(), List.of());
  }

  private static Ledger.Entry entry(PublishedFeed.Item item, String base, Home home)
      throws IOException {
    String audioPath = item.audioUrl().substring(base.length());
    Matcher name = AUDIO_NAME.matcher(audioPath);
    String slug = name.matches() ? name.group(1) : "unknown";
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
      if (link.url().startsWith(base)) {
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
        Map.of());
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
