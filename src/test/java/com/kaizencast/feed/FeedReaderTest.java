package com.kaizencast.feed;

import static com.kaizencast.feed.FeedExamples.item;
import static com.kaizencast.feed.FeedExamples.items;
import static com.kaizencast.feed.FeedExamples.show;
import static com.kaizencast.feed.FeedExamples.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.Distribution;
import com.kaizencast.episode.Show.PodcastTags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final String BASE = "https://cdn.example.com/tales/";

  @Test
  void readsBackWhatWasPublished() throws Exception {
    String title = "Q&A: <你好> 😀";
    FeedItem item = item(7, title, "Vec<String> & &amp; so on.", "<p>See <b>this</b></p>");

    PublishedFeed feed = FeedReader.read(write(show(), List.of(item)).pages().get(0).bytes());

    assertThat(feed.guid()).isEqualTo(FeedExamples.SHOW_GUID);
    assertThat(feed.title()).isEqualTo("Tales & Tools");
    assertThat(feed.image()).isEqualTo(BASE + "feed/cover.0123abcd.png");
    assertThat(feed.lastBuild()).isEqualTo(FeedExamples.LAST_BUILD);
    assertThat(feed.next()).isNull();
    PublishedFeed.Item read = feed.items().get(0);
    assertThat(read.guid()).isEqualTo("guid-7");
    assertThat(read.title()).isEqualTo(title);
    assertThat(read.publishedAt()).isEqualTo(Instant.parse("2024-01-08T06:30:00Z"));
    assertThat(read.summary()).isEqualTo("Vec<String> & &amp; so on.");
    assertThat(read.notesHtml())
        .isEqualTo("<p>See <b>this</b></p><p>" + show().sound().disclosure() + "</p>");
    assertThat(read.audioUrl()).isEqualTo(BASE + "audio/2024-01-01-episode-7.0123abcd.mp3");
    assertThat(read.audioBytes()).isEqualTo(1_234_567);
    assertThat(read.audioType()).isEqualTo("audio/mpeg");
    assertThat(read.audioBitRateKbps()).isEqualTo(64);
    assertThat(read.audioSha384()).isEqualTo(FeedExamples.SHA_384);
    assertThat(read.duration()).isEqualTo(Duration.ofSeconds(60));
    assertThat(read.number()).isEqualTo(7);
    assertThat(read.season()).isEqualTo(2);
    assertThat(read.type()).isEqualTo(EpisodeType.FULL);
    assertThat(read.explicit()).isFalse();
    assertThat(read.chapters()).isEqualTo(item.chapters());
    assertThat(read.links())
        .containsExactlyElementsOf(
            item.companions().stream()
                .map(file -> new PublishedFeed.Link(BASE + file.path(), file.mediaType()))
                .toList());
  }

  @Test
  void readsAllPages() throws Exception {
    Show show = show(PodcastTags.of("Ada"), new Distribution(10, null, null, false, false, null));
    Map<String, byte[]> pages = new HashMap<>();
    write(show, items(35)).pages().forEach(page -> pages.put(BASE + page.path(), page.bytes()));
    byte[] first = pages.get(BASE + FeedWriter.PATH);

    PublishedFeed feed = FeedReader.readAll(first, pages::get);

    assertThat(feed.items())
        .extracting(PublishedFeed.Item::guid)
        .containsExactlyElementsOf(
            IntStream.range(0, 35).mapToObj(i -> "guid-" + (35 - i)).toList());
    assertThat(feed.next()).isNull();

    pages.remove(BASE + "feed/feed-3.xml");
    assertThat(FeedReader.readAll(first, pages::get).items()).hasSize(20);

    pages.put(BASE + "feed/feed-2.xml", first);
    assertThat(FeedReader.readAll(first, pages::get).items()).hasSize(20);
  }

  private static final String FOREIGN =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <rss xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"
           xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"
           xmlns:podcast="https://podcastindex.org/namespace/1.0" version="2.0">
        <channel>
          <title> Café </title>
          <description/>
          <item>
            <title><![CDATA[One & <only>]]></title>
            <enclosure url=" http://old.example/1.mp3 " length="none" type=""/>
            <pubDate>Mon, 4 Jan 2010 08:00:00 EST</pubDate>
            <i:duration>1:02:03</i:duration>
            <i:explicit>clean</i:explicit>
            <i:episodeType>Bonus</i:episodeType>
            <i:episode>0</i:episode>
            <i:season>x</i:season>
            <description><![CDATA[<p>About <b>one</b>.</p><p>More</p>]]></description>
          </item>
          <item>
            <title>A blog post without audio</title>
            <guid>post</guid>
          </item>
          <item>
            <guid isPermaLink="true">http://old.example/two</guid>
            <enclosure url="http://old.example/2.mp3" length="-5"/>
            <pubDate>when it is done</pubDate>
            <i:duration>about an hour</i:duration>
            <podcast:episode>12</podcast:episode>
            <podcast:season name="x">3</podcast:season>
            <psc:chapters xmlns:psc="http://podlove.org/simple-chapters" version="1.2">
              <psc:chapter start="0" title="A"/>
              <psc:chapter start="3:07" title="B" href="not a uri"/>
              <psc:chapter start="1:08:26.250"/>
              <psc:chapter start="later" title="C"/>
            </psc:chapters>
          </item>
        </channel>
      </rss>
      """;

  @Test
  void readsFeedsThatOthersWrote() throws Exception {
    PublishedFeed feed = FeedReader.read(FOREIGN.getBytes(ISO_8859_1));

    assertThat(feed.title()).isEqualTo("Café");
    assertThat(feed.guid()).isNull();
    assertThat(feed.items()).hasSize(2);
    PublishedFeed.Item one = feed.items().get(0);
    assertThat(one.guid()).isEqualTo("http://old.example/1.mp3");
    assertThat(one.title()).isEqualTo("One & <only>");
    assertThat(one.publishedAt()).isEqualTo(Instant.parse("2010-01-04T13:00:00Z"));
    assertThat(one.audioUrl()).isEqualTo("http://old.example/1.mp3");
    assertThat(one.audioBytes()).isZero();
    assertThat(one.audioSha384()).isNull();
    assertThat(one.duration()).isEqualTo(Duration.ofSeconds(3723));
    assertThat(one.type()).isEqualTo(EpisodeType.BONUS);
    assertThat(one.number()).isNull();
    assertThat(one.season()).isNull();
    assertThat(one.explicit()).isFalse();
    assertThat(one.summary()).isEqualTo("About one. More");
    PublishedFeed.Item two = feed.items().get(1);
    assertThat(two.guid()).isEqualTo("http://old.example/two");
    assertThat(two.title()).isEmpty();
    assertThat(two.publishedAt()).isNull();
    assertThat(two.audioBytes()).isZero();
    assertThat(two.duration()).isNull();
    assertThat(two.number()).isEqualTo(12);
    assertThat(two.season()).isEqualTo(3);
    assertThat(two.chapters())
        .containsExactly(
            new Chapter(Duration.ZERO, "A", null),
            new Chapter(Duration.ofSeconds(187), "B", null),
            new Chapter(Duration.ofMillis(4_106_250), "", null));
  }

  @Test
  void readsOtherEncodings() throws Exception {
    String xml =
        "<rss version=\"2.0\"><channel><title>你好</title><link>x</link><description>d</description>"
            + "</channel></rss>";

    assertThat(FeedReader.read(xml.getBytes(UTF_16)).title()).isEqualTo("你好");
    assertThat(FeedReader.read(("\uFEFF" + xml).getBytes(UTF_8)).title()).isEqualTo("你好");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<html><body>404</body></html>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title></feed>",
        "<rss version=\"2.0\"/>",
        "<rss version=\"2.0\"><channel><title>x</title>",
        "<!DOCTYPE rss><rss version=\"2.0\"><channel/></rss>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<rss version=\"2.0\"><channel><title>&x;</title></channel></rss>",
        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>"
      })
  void refusesWhatIsNoFeed(String text) {
    assertThatThrownBy(() -> FeedReader.read(text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableFeedException.class)
        .hasMessageNotContaining("null");
  }

  @Test
  void saysWhereAFeedIsBroken() {
    assertThatThrownBy(
            () -> FeedReader.read("<rss version=\"2.0\">\n<channel>\n</rss>".getBytes(UTF_8)))
        .isInstanceOf(UnreadableFeedException.class)
        .hasMessageStartingWith("3:");
  }

  @Test
  void refusesEndlessNesting() {
    assertThatThrownBy(() -> FeedReader.read("<a>".repeat(200_000).getBytes(UTF_8)))
        .isInstanceOf(UnreadableFeedException.class);
  }

  @Test
  void refusesMoreThanItCanHold() {
    assertThatThrownBy(() -> FeedReader.read(new byte[FeedReader.MAX_BYTES + 1]))
        .isInstanceOf(UnreadableFeedException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void readsOrRefusesDamagedFeedsButNeverFails() {
    byte[] good = write(show(), items(3)).pages().get(0).bytes();
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 1 + i % 4; j++) {
        bad[random.nextInt(bad.length)] = (byte) (32 + random.nextInt(96));
      }
      try {
        FeedReader.read(bad);
      } catch (UnreadableFeedException e) {
        assertThat(e).hasMessageNotContaining("\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plain text.|Plain text.",
        "Plain <3 text & more.|Plain <3 text & more.",
        "<p>One</p><p>Two</p>|One Two"
      })
  void findsTheSummaryOfADescription(String description, String summary) {
    assertThat(ShowNotes.summary(description)).isEqualTo(summary);
  }

  @Test
  void summaryEndsWhereTheChaptersBegin() {
    assertThat(ShowNotes.summary("One\nline.\n\n00:00 A\n00:10 B\n\nx: https://x.org"))
        .isEqualTo("One\nline.");
  }
}
