package com.kaizencast.feed;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.Distribution;
import com.kaizencast.episode.Show.PodcastTags;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Shows and episodes to make feeds of. */
final class FeedExamples {

  static final String SHOW_GUID = "9b024349-ccf0-5f69-a609-6b82873eab3c";
  static final String COVER = "feed/cover.0123abcd.png";
  static final Instant LAST_BUILD = Instant.parse("2024-03-09T10:00:00Z");
  static final String SHA_384 =
      "a3f5b2c4d6e8f00112233445566778899aabbccddeeff00123456789abcdef012fedcba9876543210f1e2d3c4b5a6978";

  private FeedExamples() {}

  static Show show() {
    return show("Tales & Tools", "A show about tools & tales.");
  }

  static Show show(String title, String description) {
    return show(title, description, PodcastTags.of("Ada Example"), Distribution.DEFAULT);
  }

  static Show show(PodcastTags tags, Distribution distribution) {
    return show("Tales & Tools", "A show about tools & tales.", tags, distribution);
  }

  private static Show show(
      String title, String description, PodcastTags tags, Distribution distribution) {
    return new Show(
        title,
        description,
        "Ada Example",
        new Show.Owner("Ada Example", "ada@example.com"),
        "en-GB",
        URI.create("https://example.com/show"),
        URI.create("https://cdn.example.com/tales/"),
        new Show.Category("Business", "Management"),
        false,
        Show.Type.EPISODIC,
        "© 2024 Ada Example",
        "CC-BY-4.0",
        ZoneId.of("Europe/London"),
        null,
        null,
        new Show.VoiceSettings("kevin16", null, null, null),
        new Show.AudioSettings(-19, -1, 64),
        tags,
        Show.Sound.DEFAULT,
        distribution,
        Show.Nightly.DEFAULT);
  }

  static FeedItem item(int number) {
    return item(number, "Episode " + number, "About number " + number + ".", "<p>Notes</p>");
  }

  static FeedItem item(int number, String title, String summary, String notesHtml) {
    return new FeedItem(
        "guid-" + number,
        episode(number, title, summary, Instant.parse("2024-01-01T06:30:00Z")),
        audio("audio/2024-01-01-episode-" + number + ".0123abcd.mp3", Duration.ofMillis(59_500)),
        notesHtml,
        List.of(
            new Chapter(Duration.ZERO, "Welcome", null),
            new Chapter(Duration.ofMillis(12_345), "Middle & more", URI.create("https://x.org/")),
            new Chapter(Duration.ofMillis(50_001), "End", null)),
        List.of(
            companion(CompanionFile.Kind.TRANSCRIPT, "feed/episode-" + number + ".vtt", "text/vtt"),
            companion(
                CompanionFile.Kind.TRANSCRIPT,
                "feed/episode-" + number + ".srt",
                "application/x-subrip"),
            companion(
                CompanionFile.Kind.TRANSCRIPT,
                "feed/episode-" + number + ".words.json",
                "application/json"),
            companion(
                CompanionFile.Kind.TRANSCRIPT, "feed/episode-" + number + ".html", "text/html"),
            companion(
                CompanionFile.Kind.CHAPTERS,
                "feed/episode-" + number + ".json",
                "application/json+chapters"),
            companion(
                CompanionFile.Kind.PICTURE,
                "feed/episode-" + number + ".0123abcd.png",
                "image/png")));
  }

  static Episode episode(int number, String title, String summary, Instant first) {
    return new Episode(
        "episode-" + number,
        title,
        "guid-" + number,
        number,
        2,
        summary,
        first.plus(Duration.ofDays(number)),
        EpisodeType.FULL,
        null,
        false,
        null);
  }

  static AudioFile audio(String path, Duration duration) {
    return new AudioFile(path, "audio/mpeg", 1_234_567, duration, 64, SHA_384);
  }

  static List<FeedItem> items(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(FeedExamples::item).toList();
  }

  static WrittenFeed write(Show show, List<FeedItem> items) {
    return FeedWriter.write(show, SHOW_GUID, COVER, items, LAST_BUILD);
  }

  static String xml(Show show, FeedItem... items) {
    return write(show, List.of(items)).pages().get(0).xml();
  }

  private static CompanionFile companion(CompanionFile.Kind kind, String path, String mediaType) {
    return new CompanionFile(kind, path, mediaType, 1000, "ab".repeat(32));
  }
}
