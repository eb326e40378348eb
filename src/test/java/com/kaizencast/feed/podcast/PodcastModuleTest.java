package com.kaizencast.feed.podcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.feed.podcast.PodcastTag.AlternateEnclosure;
import com.kaizencast.feed.podcast.PodcastTag.Block;
import com.kaizencast.feed.podcast.PodcastTag.Chapters;
import com.kaizencast.feed.podcast.PodcastTag.Episode;
import com.kaizencast.feed.podcast.PodcastTag.Funding;
import com.kaizencast.feed.podcast.PodcastTag.Guid;
import com.kaizencast.feed.podcast.PodcastTag.Image;
import com.kaizencast.feed.podcast.PodcastTag.Integrity;
import com.kaizencast.feed.podcast.PodcastTag.License;
import com.kaizencast.feed.podcast.PodcastTag.Location;
import com.kaizencast.feed.podcast.PodcastTag.Locked;
import com.kaizencast.feed.podcast.PodcastTag.Medium;
import com.kaizencast.feed.podcast.PodcastTag.Person;
import com.kaizencast.feed.podcast.PodcastTag.Podping;
import com.kaizencast.feed.podcast.PodcastTag.Season;
import com.kaizencast.feed.podcast.PodcastTag.Soundbite;
import com.kaizencast.feed.podcast.PodcastTag.Source;
import com.kaizencast.feed.podcast.PodcastTag.Trailer;
import com.kaizencast.feed.podcast.PodcastTag.Transcript;
import com.kaizencast.feed.podcast.PodcastTag.Txt;
import com.kaizencast.feed.podcast.PodcastTag.UpdateFrequency;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.SyndFeedOutput;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.WireFeedOutput;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodcastModuleTest {

  private static final List<PodcastTag> CHANNEL =
      List.of(
          new Guid("917393e3-1b1e-5cef-ace4-edaa54e1f810"),
          new Locked(true, "a&b@example.com"),
          new Locked(false, null),
          new Block(true, null),
          new Block(false, "google"),
          new Medium("podcast"),
          new Podping(true),
          new Podping(false),
          new UpdateFrequency("Weekly", null, null, false),
          new UpdateFrequency("Done <here>", "2023-08-28T00:00:00.000Z", "FREQ=DAILY", true),
          new Funding("https://example.com/?a=1&b=2", "Give & take"),
          new License("cc-by-4.0", null),
          new License("mine", "https://example.com/license"),
          new Location("Austin, TX", null, null, null, null),
          new Location("Hong Kong 香港", "subject", "geo:22.3,114.2", "R913110", "hk"),
          new Person("Jane \"J\" Doe", null, null, null, null),
          new Person("Bo", "guest", "cast", "https://x.org/i.png", "https://x.org/"),
          new Txt("true", "ai-content"),
          new Txt("free", null),
          new Image("https://x.org/i.jpg", null, null, null, null, null, null),
          new Image("https://x.org/i.jpg", "A <cat>", "16/9", 1600, 900, "image/jpeg", "a b"),
          new Trailer("Soon", "https://x.org/t.mp3", Instant.EPOCH, null, null, null),
          new Trailer(
              "Soon", "https://x.org/t.mp3", Instant.parse("2021-04-01T13:00:00Z"), 12L, "a/b", 3));

  private static final List<PodcastTag> ITEM =
      List.of(
          new Season(5, null),
          new Season(3, "Race & more"),
          new Episode(new BigDecimal("3"), null),
          new Episode(new BigDecimal("315.5"), "Ch.3"),
          new Transcript("https://x.org/t.vtt", "text/vtt", "en", true),
          new Transcript("https://x.org/t.html", "text/html", null, false),
          new Chapters("https://x.org/c.json", "application/json+chapters"),
          new Soundbite(Duration.ofMillis(73_000), Duration.ofMillis(60_000), null),
          new Soundbite(Duration.ofMillis(1_234_500), Duration.ofMillis(42_250), "Why & how"),
          new AlternateEnclosure(
              "audio/mpeg",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              false,
              List.of(new Source("https://x.org/a.mp3", null)),
              null),
          new AlternateEnclosure(
              "video/mp4",
              7_924_786L,
              new BigDecimal("511276.52"),
              720,
              "en",
              "720p",
              "x",
              "avc1.64001f",
              true,
              List.of(
                  new Source("https://x.org/a.mp4", null),
                  new Source("https://x.org/a.torrent", "application/x-bittorrent")),
              new Integrity("sri", "sha384-abc+/=")),
          new Person("Item person", "guest", null, null, null),
          new Txt("x", null));

  @Test
  void comesBackAsItWentThroughRome() throws Exception {
    Channel channel = new Channel("rss_2.0");
    channel.setTitle("T");
    channel.setLink("https://x.org");
    channel.setDescription("D");
    channel.getModules().add(new PodcastModule(CHANNEL));
    Item item = new Item();
    item.setTitle("I");
    item.getModules().add(new PodcastModule(ITEM));
    channel.getItems().add(item);

    String xml = new WireFeedOutput().outputString(channel);
    Channel read = (Channel) new WireFeedInput().build(new StringReader(xml));

    assertThat(((PodcastModule) read.getModule(PodcastModule.URI)).tags())
        .containsExactlyElementsOf(CHANNEL);
    assertThat(((PodcastModule) read.getItems().get(0).getModule(PodcastModule.URI)).tags())
        .containsExactlyElementsOf(ITEM);
    assertThat(xml.split("xmlns:podcast", -1)).hasSize(2);
  }

  @Test
  void survivesRomesOwnModel() throws Exception {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("rss_2.0");
    feed.setTitle("T");
    feed.setLink("https://x.org");
    feed.setDescription("D");
    feed.getModules().add(new PodcastModule(CHANNEL));

    SyndFeed copy = (SyndFeed) feed.clone();
    String xml = new SyndFeedOutput().outputString(copy);
    Module read = new SyndFeedInput().build(new StringReader(xml)).getModule(PodcastModule.URI);

    assertThat(read).isEqualTo(new PodcastModule(CHANNEL)).hasSameHashCodeAs(read);
  }

  @Test
  void readsTheNamespaceUnderItsOlderName() throws Exception {
    PodcastModule module =
        read(
            "<rss version=\"2.0\" xmlns:p=\"https://github.com/Podcastindex-org/podcast-namespace"
                + "/blob/main/docs/1.0.md\"><channel><title>T</title><link>l</link><description>d"
                + "</description><p:locked owner=\"x@y\">Yes</p:locked></channel></rss>");

    assertThat(module.tags()).containsExactly(new Locked(true, "x@y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<podcast:guid/>",
        "<podcast:locked> </podcast:locked>",
        "<podcast:person role=\"host\"/>",
        "<podcast:season>one</podcast:season>",
        "<podcast:episode>1.x</podcast:episode>",
        "<podcast:funding>no url</podcast:funding>",
        "<podcast:trailer url=\"u\" pubdate=\"some day\">t</podcast:trailer>",
        "<podcast:trailer pubdate=\"Thu, 01 Apr 2021 08:00:00 EST\">t</podcast:trailer>",
        "<podcast:transcript url=\"u\"/>",
        "<podcast:transcript url=\"\" type=\"text/vtt\"/>",
        "<podcast:chapters type=\"t\"/>",
        "<podcast:soundbite startTime=\"soon\" duration=\"1\"/>",
        "<podcast:soundbite startTime=\"1\"/>",
        "<podcast:image alt=\"x\"/>",
        "<podcast:image href=\"x\" width=\"wide\"/>",
        "<podcast:podping/>",
        "<podcast:alternateEnclosure type=\"audio/mpeg\"/>",
        "<podcast:alternateEnclosure><podcast:source uri=\"u\"/></podcast:alternateEnclosure>",
        "<podcast:alternateEnclosure type=\"t\"><podcast:source/></podcast:alternateEnclosure>",
        "<podcast:valueTimeSplit startTime=\"1\"/>",
        "<podcast:unheardOf/>"
      })
  void leavesOutTagsThatLackSomething(String tag) throws Exception {
    PodcastModule module =
        read(
            "<rss version=\"2.0\" xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>"
                + "<title>T</title><link>l</link><description>d</description>"
                + tag
                + "<podcast:medium>podcast</podcast:medium></channel></rss>");

    assertThat(module.tags()).containsExactly(new Medium("podcast"));
  }

  @Test
  void writesTagsInTheShapeThatTheNamespaceGivesThem() {
    assertThat(xml(new Soundbite(Duration.ofMillis(1_234_500), Duration.ofMillis(42_250), "Why")))
        .isEqualTo(
            "<podcast:soundbite startTime=\"1234.5\" duration=\"42.25\">Why</podcast:soundbite>");
    assertThat(xml(new Podping(true))).isEqualTo("<podcast:podping usesPodping=\"true\" />");
    assertThat(xml(new Locked(true, "a@b")))
        .isEqualTo("<podcast:locked owner=\"a@b\">yes</podcast:locked>");
    assertThat(xml(new Season(3, "Race")))
        .isEqualTo("<podcast:season name=\"Race\">3</podcast:season>");
    assertThat(xml(new Trailer("Soon", "u", Instant.parse("2021-04-01T12:00:00Z"), 5L, "t", null)))
        .isEqualTo(
            "<podcast:trailer pubdate=\"Thu, 01 Apr 2021 12:00:00 GMT\" url=\"u\" length=\"5\""
                + " type=\"t\">Soon</podcast:trailer>");
    assertThat(xml(new Transcript("u", "text/vtt", null, true)))
        .isEqualTo("<podcast:transcript url=\"u\" type=\"text/vtt\" rel=\"captions\" />");
    assertThat(
            xml(
                new AlternateEnclosure(
                    "video/mp4",
                    5L,
                    new BigDecimal("511276.52"),
                    720,
                    "en",
                    "t",
                    "r",
                    "c",
                    true,
                    List.of(new Source("u", "x/y")),
                    new Integrity("sri", "v"))))
        .isEqualTo(
            "<podcast:alternateEnclosure type=\"video/mp4\" length=\"5\" bitrate=\"511276.52\""
                + " height=\"720\" lang=\"en\" title=\"t\" rel=\"r\" codecs=\"c\" default=\"true\">"
                + "<podcast:source uri=\"u\" contentType=\"x/y\" />"
                + "<podcast:integrity type=\"sri\" value=\"v\" /></podcast:alternateEnclosure>");
  }

  @Test
  void refusesAnAlternateEnclosureWithoutSource() {
    assertThatThrownBy(
            () ->
                new AlternateEnclosure(
                    "t", null, null, null, null, null, null, null, false, List.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String xml(PodcastTag tag) {
    return new org.jdom2.output.XMLOutputter()
        .outputString(tag.toElement())
        .replace(" xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"", "");
  }

  private static PodcastModule read(String xml) throws Exception {
    Channel channel =
        (Channel) new WireFeedInput().build(new SAXBuilder().build(new StringReader(xml)));
    return (PodcastModule)
        channel.getModules().stream()
            .filter(PodcastModule.class::isInstance)
            .findFirst()
            .orElseThrow();
  }
}
