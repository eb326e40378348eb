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
   * A file beside the audio, under the address and with the type that the feed gives it: a
   * transcript, chapters, a picture.
   */
  public record Link(String url, String mediaType) {}

  /**
   * An episode as it was published.
   *
   * @param guid where the feed has none, the address of the audio
   * @param description plain text or HTML, as the feed has it
   * @param notesHtml HTML, not sanitised
   * @param pageUrl of the page about it, empty if not known
   * @param audioUrl as the feed has it
   * @param audioBytes 0 if not known
   * @param audioBitRateKbps 0 if not known
   * @param audioSha384 lower-case hex
   * @param chapters Podlove simple chapters
   */
  public record Item(
      String guid,
      String title,
      @Nullable Instant publishedAt,
      String description,
      String notesHtml,
      String pageUrl,
      String audioUrl,
      long audioBytes,
      String audioType,
      int audioBitRateKbps,
      @Nullable String audioSha384,
      @Nullable Duration duration,
      @Nullable Integer number,
      @Nullable Integer season,
      EpisodeType type,
      @Nullable Boolean explicit,
      List<Chapter> chapters,
      List<Link> links) {

    public Item {
      chapters = List.copyOf(chapters);
      links = List.copyOf(links);
    }

    /** The same item with a date. */
    public Item at(Instant date) {
      return new Item(
          guid,
          title,
          date,
          description,
          notesHtml,
          pageUrl,
          audioUrl,
          audioBytes,
          audioType,
          audioBitRateKbps,
          audioSha384,
          duration,
          number,
          season,
          type,
          explicit,
          chapters,
          links);
    }

    /** The same item with its addresses in another form; its GUID never changes. */
    Item located(String newPageUrl, String newAudioUrl, List<Link> newLinks) {
      return new Item(
          guid,
          title,
          publishedAt,
          description,
          notesHtml,
          newPageUrl,
          newAudioUrl,
          audioBytes,
          audioType,
          audioBitRateKbps,
          audioSha384,
          duration,
          number,
          season,
          type,
          explicit,
          chapters,
          newLinks);
    }

    /**
     * The description without what {@link FeedWriter} puts behind a summary, or, if it is HTML, its
     * text.
     */
    public String summary() {
      return ShowNotes.summary(description);
    }
  }
}
