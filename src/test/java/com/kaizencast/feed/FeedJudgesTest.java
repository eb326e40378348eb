package com.kaizencast.feed;

import static com.kaizencast.feed.FeedExamples.item;
import static com.kaizencast.feed.FeedExamples.items;
import static com.kaizencast.feed.FeedExamples.show;
import static com.kaizencast.feed.FeedExamples.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.Distribution;
import com.kaizencast.episode.Show.PodcastTags;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What feed parsers that nobody here wrote make of our feeds. */
class FeedJudgesTest {

  private static final String BASE = "https://cdn.example.com/tales/";
  private static final List<String> TITLES =
      List.of(
          "Q&A: a < b > c \"d\" 'e'",
          "Smile 😀 family 👨‍👩‍👧",
          "改善不断 · 持續改進",
          "שלום: مرحبا بالعالم",
          "İstanbul, Łódź, Ünïcödé");

  @TempDir Path folder;

  private JsonNode podcastparser(String xml) throws Exception {
    OutsideJudge python = new OutsideJudge("python3", "python3-podcastparser").required();
    String interpreter = "/usr/bin/python3";
    OutsideJudge.require(
        new OutsideJudge(interpreter, "").ask("-c", "import podcastparser").exitCode() == 0,
        "podcastparser is missing: apt-get install " + python.debianPackage());
    Path file = Files.writeString(folder.resolve("feed.xml"), xml);
    String said =
        new OutsideJudge(interpreter, "").askOk(".ci/judges/read_podcast.py", file.toString());
    return JsonMapper.shared().readTree(said);
  }

  private JsonNode partytime(String xml) throws Exception {
    return partytime(xml, 0);
  }

  private JsonNode partytime(String xml, int warnings) throws Exception {
    OutsideJudge node = new OutsideJudge("node", "nodejs").required();
    OutsideJudge.require(
        Files.isDirectory(Path.of(".ci/judges/node_modules/podcast-partytime")),
        "podcast-partytime is missing: npm ci --prefix .ci/judges --ignore-scripts");
    Path file = Files.writeString(folder.resolve("feed.xml"), xml);
    String said = node.askOk(".ci/judges/partytime.js", file.toString()).strip();
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines).as("warnings and feed").hasSize(warnings + 1);
    return JsonMapper.shared().readTree(lines.get(warnings));
  }

  private static String feedOfOddTitles() {
    List<FeedItem> items = new ArrayList<>();
    for (String title : TITLES) {
      items.add(item(items.size() + 1, title, title, "<p>" + title.replace("<", "&lt;") + "</p>"));
    }
    return write(show(TITLES.get(0), TITLES.get(2)), items).pages().get(0).xml();
  }

  @Test
  void podcastparserReadsAllOfIt() throws Exception {
    JsonNode feed = podcastparser(feedOfOddTitles());

    assertThat(feed.get("title").asString()).isEqualTo(TITLES.get(0));
    assertThat(feed.get("description").asString()).isEqualTo(TITLES.get(2));
    assertThat(feed.get("link").asString()).isEqualTo("https://example.com/show");
    assertThat(feed.get("language").asString()).isEqualTo("en-GB");
    assertThat(feed.get("cover_url").asString()).isEqualTo(BASE + FeedExamples.COVER);
    assertThat(feed.get("itunes_author").asString()).isEqualTo("Ada Example");
    assertThat(feed.get("itunes_owner").get("email").asString()).isEqualTo("ada@example.com");
    assertThat(feed.get("itunes_categories").toString())
        .isEqualTo("[[\"Business\",\"Management\"]]");
    assertThat(feed.get("explicit").asBoolean()).isFalse();
    assertThat(feed.get("episodes")).hasSize(TITLES.size());
    for (int i = 0; i < TITLES.size(); i++) {
      JsonNode episode = feed.get("episodes").get(TITLES.size() - 1 - i);
      assertThat(episode.get("title").asString()).isEqualTo(TITLES.get(i));
      assertThat(episode.get("description").asString().replace("\u2060", ""))
          .startsWith(TITLES.get(i));
      assertThat(episode.get("guid").asString()).isEqualTo("guid-" + (i + 1));
      assertThat(episode.get("total_time").asInt()).isEqualTo(60);
      assertThat(episode.get("number").asInt()).isEqualTo(i + 1);
      assertThat(episode.get("enclosures").get(0).get("file_size").asLong()).isEqualTo(1_234_567);
      assertThat(episode.get("enclosures").get(0).get("mime_type").asString())
          .isEqualTo("audio/mpeg");
      assertThat(episode.get("chapters")).hasSize(3);
      assertThat(episode.get("chapters").get(1).get("title").asString()).isEqualTo("Middle & more");
      assertThat(episode.get("episode_art_url").asString())
          .isEqualTo(BASE + "feed/episode-" + (i + 1) + ".0123abcd.png");
    }
  }

  @Test
  void partytimeReadsAllOfItWithoutAWarning() throws Exception {
    JsonNode feed = partytime(feedOfOddTitles());

    assertThat(feed.get("title").asString()).isEqualTo(TITLES.get(0));
    assertThat(feed.get("guid").asString()).isEqualTo(FeedExamples.SHOW_GUID);
    assertThat(feed.get("locked").asBoolean()).isTrue();
    assertThat(feed.get("medium").asString()).isEqualTo("podcast");
    assertThat(feed.get("license").get("identifier").asString()).isEqualTo("cc-by-4.0");
    assertThat(feed.get("podcastPeople").get(0).get("name").asString()).isEqualTo("Ada Example");
    assertThat(feed.get("ttl").asInt()).isEqualTo(60);
    assertThat(feed.get("pubsub").get("self").asString()).isEqualTo(BASE + FeedWriter.PATH);
    assertThat(feed.get("lastBuildDate").asString()).isEqualTo("2024-03-09T10:00:00.000Z");
    assertThat(feed.get("items")).hasSize(TITLES.size());
    for (int i = 0; i < TITLES.size(); i++) {
      JsonNode item = feed.get("items").get(TITLES.size() - 1 - i);
      assertThat(item.get("title").asString()).isEqualTo(TITLES.get(i));
      assertThat(item.get("duration").asInt()).isEqualTo(60);
      assertThat(item.get("enclosure").get("length").asLong()).isEqualTo(1_234_567);
      assertThat(item.get("podcastSeason").get("number").asInt()).isEqualTo(2);
      assertThat(item.get("podcastEpisode").get("number").asInt()).isEqualTo(i + 1);
      assertThat(item.get("podcastTranscripts")).hasSize(4);
      assertThat(item.get("podcastChapters").get("url").asString())
          .isEqualTo(BASE + "feed/episode-" + (i + 1) + ".json");
      JsonNode alternative = item.get("alternativeEnclosures").get(0);
      assertThat(alternative.get("default").asBoolean()).isTrue();
      assertThat(alternative.get("integrity").get("value").asString()).startsWith("sha384-");
    }
  }

  @Test
  void bothReadEveryTagOfAShow() throws Exception {
    Show show =
        show(
            new PodcastTags(
                false,
                List.of(
                    new Show.Person(
                        "Ada & Co", "host", "cast", URI.create("https://ada.example/"), null),
                    new Show.Person("Bo", "editor", "audio post-production", null, null)),
                new Show.Location("Hong Kong", "geo:22.3,114.2", "R913110"),
                new Show.Funding(URI.create("https://give.example/?a=1&b=2"), "Give & take"),
                "podcast",
                new Show.UpdateFrequency("Every other Friday", "FREQ=WEEKLY;INTERVAL=2"),
                "episode-1",
                true,
                true),
            new Distribution(
                2,
                URI.create("https://hub.example.org/"),
                URI.create("https://new.example.org/feed.xml"),
                true,
                true,
                null));
    for (WrittenFeed.Page page : write(show, items(5)).pages()) {
      JsonNode feed = partytime(page.xml());

      assertThat(feed.get("locked").asBoolean()).isFalse();
      assertThat(feed.get("podcastPeople")).hasSize(2);
      assertThat(feed.get("podcastFunding").get(0).get("url").asString())
          .isEqualTo("https://give.example/?a=1&b=2");
      assertThat(feed.get("podcastLocation").get("osm").asString()).isEqualTo("R913110");
      assertThat(feed.get("trailers").get(0).get("url").asString())
          .isEqualTo(BASE + "audio/2024-01-01-episode-1.0123abcd.mp3");
      assertThat(feed.get("pubsub").get("hub").asString()).isEqualTo("https://hub.example.org/");
      assertThat(feed.get("itunesBlock").asBoolean()).isTrue();
      assertThat(feed.get("itunesComplete").asBoolean()).isTrue();
      assertThat(feed.get("itunesNewFeedUrl").asString())
          .isEqualTo("https://new.example.org/feed.xml");
      assertThat(podcastparser(page.xml()).get("new_url").asString())
          .isEqualTo("https://new.example.org/feed.xml");
    }
  }

  @Test
  void bothReadAShowWithoutEpisodes() throws Exception {
    String xml = write(show(), List.of()).pages().get(0).xml();

    assertThat(podcastparser(xml).get("episodes")).isEmpty();
    // It warns that there are none.
    assertThat(partytime(xml, 1).get("items")).isEmpty();
  }

  @Test
  void bothReadThreeHundredEpisodes() throws Exception {
    Show show = show(PodcastTags.of("Ada"), new Distribution(300, null, null, false, false, null));
    String xml = write(show, items(300)).pages().get(0).xml();

    assertThat(podcastparser(xml).get("episodes")).hasSize(300);
    assertThat(partytime(xml).get("items")).hasSize(300);
  }
}
