package com.kaizencast.batch;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.publish.Ledger;
import java.time.Duration;
import java.time.Instant;
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
  static Ledger of(PublishedFeed feed, Show show) {
    String base = show.publicUrl().toString();
    List<Ledger.Entry> entries =
        feed.items().stream()
            .filter(item -> item.audioUrl().startsWith(base))
            .map(item -> entry(item, base))
            .toList();
    Ledger.Cover cover =
        feed.image() == null || !feed.image().startsWith(base)
            ? null
            : new Ledger.Cover(feed.image().substring(base.length()), "");
    return new Ledger(feed.guid(), feed.lastBuild(), cover, entries, List.of());
  }

  private static Ledger.Entry entry(PublishedFeed.Item item, String base) {
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
            Objects.requireNonNullElse(item.audioSha256(), ""));
    List<CompanionFile> companions =
        item.links().stream()
            .filter(link -> link.url().startsWith(base))
            .map(link -> new CompanionFile(link.url().substring(base.length()), link.mediaType()))
            .toList();
    return new Ledger.Entry(
        new FeedItem(item.guid(), episode, audio, item.notesHtml(), item.chapters(), companions),
        "",
        "",
        Map.of());
  }
}
