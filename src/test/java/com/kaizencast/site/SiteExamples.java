package com.kaizencast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Paragraph;
import com.kaizencast.episode.Paragraph.Word;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.Distribution;
import com.kaizencast.episode.Show.PodcastTags;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shows and episodes to make pages of. */
final class SiteExamples {

  static final String BASE = "https://cdn.example.com/tales/";

  private SiteExamples() {}

  static Show show(Distribution distribution) {
    return show("Tales & <Tools>", "en-GB", distribution);
  }

  static Show show(String title, String language, Distribution distribution) {
    return new Show(
        title,
        "A show about tools & tales.",
        "Ada Example",
        new Show.Owner("Ada Example", "ada@example.com"),
        language,
        URI.create("https://example.com/show"),
        URI.create(BASE),
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
        PodcastTags.of("Ada Example"),
        Show.Sound.DEFAULT,
        distribution,
        Show.Nightly.DEFAULT);
  }

  static EpisodePage page(int number, String title) {
    return page(number, title, "What number " + number + " is about.");
  }

  static EpisodePage page(int number, String title, String summary) {
    Episode episode =
        new Episode(
            "tale-" + number,
            title,
            "guid-" + number,
            number,
            null,
            summary,
            Instant.parse("2024-01-01T23:30:00Z").plus(Duration.ofDays(number)),
            EpisodeType.FULL,
            null,
            false,
            null);
    FeedItem item =
        new FeedItem(
            "guid-" + number,
            episode,
            new AudioFile(
                "audio/tale-" + number + ".0123abcd.mp3",
                "audio/mpeg",
                1_234_567,
                Duration.ofMillis(125_500),
                64,
                ""),
            "",
            List.of(
                new Chapter(Duration.ZERO, "Hello", null),
                new Chapter(Duration.ofMillis(62_750), "<Middle>", URI.create("https://x.org/"))),
            List.of(
                companion(Kind.TRANSCRIPT, "vtt", "text/vtt"),
                companion(Kind.PICTURE, "png", "image/png"),
                companion(Kind.WORDS, "words.vtt", "text/vtt")));
    return new EpisodePage(
        item,
        "<p>Notes with <a href=\"https://example.org/\">a link</a> and <img src=\""
            + BASE
            + "feed/x.png\" alt=\"\" /></p>",
        List.of(
            new Paragraph(true, List.of(new Word("Hello", 200))),
            new Paragraph(
                false,
                List.of(
                    new Word("It's", 1_000), new Word("a <b> &", 1_234), new Word("c.", 62_800)))),
        IntStream.range(0, 480).map(i -> i % 100).boxed().toList());
  }

  private static CompanionFile companion(Kind kind, String extension, String mediaType) {
    return new CompanionFile(
        kind, "feed/episodes/x.0123abcd." + extension, mediaType, 1000, "ab".repeat(32));
  }

  /** Newest first. */
  static List<EpisodePage> pages(int count) {
    return IntStream.iterate(count, i -> i > 0, i -> i - 1)
        .mapToObj(i -> page(i, "Tale " + i))
        .toList();
  }

  static Map<String, byte[]> site(Show show, List<EpisodePage> pages) {
    Map<FeedItem, EpisodePage> media = new LinkedHashMap<>();
    pages.forEach(page -> media.put(page.item(), page));
    Map<String, byte[]> site = new LinkedHashMap<>();
    new Site(show, "feed/feed.xml", "feed/cover.0123abcd.png")
        .files(pages.stream().map(EpisodePage::item).toList(), media::get)
        .forEach((path, file) -> site.put(path, file.bytes().get()));
    return site;
  }

  static String text(Map<String, byte[]> site, String path) {
    byte[] bytes = site.get(path);
    if (bytes == null) {
      throw new AssertionError("no " + path + " in " + site.keySet());
    }
    return new String(bytes, UTF_8);
  }
}
