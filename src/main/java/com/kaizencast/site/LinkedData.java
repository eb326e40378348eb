package com.kaizencast.site;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Show and episodes in the words of schema.org, as JSON-LD. */
final class LinkedData {

  private final Show show;
  private final Addresses addresses;

  LinkedData(Show show, Addresses addresses) {
    this.show = show;
    this.addresses = addresses;
  }

  String series(String cover) {
    Map<String, @Nullable Object> series = new LinkedHashMap<>();
    series.put("@context", "https://schema.org");
    series.putAll(seriesInBrief());
    series.put("description", show.description());
    series.put("image", addresses.of(cover));
    series.put("webFeed", addresses.feed());
    series.put("inLanguage", show.language());
    Map<String, @Nullable Object> author = new LinkedHashMap<>();
    author.put("@type", "Person");
    author.put("name", show.author());
    series.put("author", author);
    series.put("sameAs", show.website().toASCIIString());
    return Json.of(series);
  }

  private Map<String, @Nullable Object> seriesInBrief() {
    Map<String, @Nullable Object> series = new LinkedHashMap<>();
    series.put("@type", "PodcastSeries");
    series.put("name", show.title());
    series.put("url", addresses.of(Site.INDEX));
    return series;
  }

  String episode(FeedItem item, String picture) {
    Episode episode = item.episode();
    AudioFile audio = item.audio();
    String url = addresses.of(item.pagePath());
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "PodcastEpisode");
    data.put("name", episode.title());
    data.put("url", url);
    data.put("datePublished", episode.publishedAt().toString());
    data.put("description", episode.summary());
    data.put("image", addresses.of(picture));
    data.put("inLanguage", show.language());
    data.put("episodeNumber", episode.number());
    data.put("timeRequired", duration(audio.duration()));
    Map<String, @Nullable Object> media = new LinkedHashMap<>();
    media.put("@type", "AudioObject");
    media.put("contentUrl", addresses.of(audio.path()));
    media.put("encodingFormat", audio.mediaType());
    media.put("contentSize", Long.toString(audio.sizeBytes()));
    media.put("duration", duration(audio.duration()));
    data.put("associatedMedia", media);
    data.put("hasPart", item.chapters().isEmpty() ? null : clips(item, url));
    data.put("partOfSeries", seriesInBrief());
    return Json.of(data);
  }

  private static List<Object> clips(FeedItem item, String url) {
    List<Object> clips = new ArrayList<>();
    List<Chapter> chapters = item.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      Duration end =
          i + 1 < chapters.size() ? chapters.get(i + 1).start() : item.audio().duration();
      Map<String, @Nullable Object> clip = new LinkedHashMap<>();
      clip.put("@type", "Clip");
      clip.put("name", chapter.title());
      clip.put("startOffset", new BigDecimal(Shown.seconds(chapter.start())));
      clip.put("endOffset", new BigDecimal(Shown.seconds(end)));
      clip.put("url", url + "#t=" + Shown.seconds(chapter.start()));
      clips.add(clip);
    }
    return clips;
  }

  /** ISO 8601, whole seconds. */
  private static String duration(Duration duration) {
    return Duration.ofSeconds(duration.toSeconds()).toString();
  }

  /** An address as text; empty if there is none. */
  static String text(@Nullable URI uri) {
    return uri == null ? "" : uri.toASCIIString();
  }
}
