package com.kaizencast.feed;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.EpisodeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was published; what it does not say, or does not say right, is null or empty.
 *
 * @param guid the show's {@code podcast:guid}
 * @param image address of the cover
 * @param lastBuild when the feed says it last changed
 * @param next address of the page with older items (RFC 5005, section 3)
 * @param items those with audio, in the order of the feed
 */
public record PublishedFeed(
    @Nullable String guid,
    String title,
    @Nullable String image,
    @Nullable Instant lastBuild,
    @Nullable String next,
    List<Item> items) {

  public PublishedFeed {
    items = List.copyOf(items);
  }

  /**
   * An episode as it was published.
   *
   * @param guid where the feed has none, the address of the audio
   * @param description plain text or HTML, as the feed has it
   * @param notesHtml HTML, not sanitised
   * @param audioUrl as the feed has it
   * @param audioBytes 0 if not known
   * @param chapters Podlove simple chapters
   */
  public record Item(
      String guid,
      String title,
      @Nullable Instant publishedAt,
      String description,
      String notesHtml,
      String audioUrl,
      long audioBytes,
      String audioType,
      @Nullable Duration duration,
      @Nullable Integer number,
      @Nullable Integer season,
      EpisodeType type,
      @Nullable Boolean explicit,
      @Nullable String image,
      List<Chapter> chapters) {
    public Item {
      chapters = List.copyOf(chapters);
    }
  }
}
