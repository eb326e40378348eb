package com.kaizencast.feed;

import static com.kaizencast.feed.FeedExamples.item;
import static com.kaizencast.feed.FeedExamples.items;
import static com.kaizencast.feed.FeedExamples.show;
import static com.kaizencast.feed.FeedExamples.write;
import static com.kaizencast.feed.FeedExamples.xml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.Distribution;
import com.kaizencast.episode.Show.PodcastTags;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.feed.gate.PublishedFiles;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedWriterTest {

  private static final String DISCLOSURE = Show.Sound.DEFAULT.disclosure();
  private static final String BASE = "https://cdn.example.com/tales/";

  @Test
  void saysAllThatDirectoriesAskOfAShow() throws Exception {
    FeedXml feed = new FeedXml(xml(show(), item(1)));

    assertThat(feed.one("title")).isEqualTo("Tales & Tools");
    assertThat(feed.one("link")).isEqualTo("https://example.com/show");
    assertThat(feed.one("description")).isEqualTo("A show about tools & tales.");
    assertThat(feed.one("language")).isEqualTo("en-GB");
    assertThat(feed.one("copyright")).isEqualTo("© 2024 Ada Example");
    assertThat(feed.one("lastBuildDate")).isEqualTo("Sat, 09 Mar 2024 10:00:00 GMT");
    assertThat(feed.one("generator")).isEqualTo("Kaizencast");
    assertThat(feed.one("ttl")).isEqualTo("60");
    assertThat(feed.one("atom:link[@rel='self'][@type='application/rss+xml']/@href"))
        .isEqualTo(BASE + "feed/feed.xml");
    assertThat(feed.one("itunes:author")).isEqualTo("Ada Example");
    assertThat(feed.one("itunes:type")).isEqualTo("episodic");
    assertThat(feed.one("itunes:owner/itunes:name")).isEqualTo("Ada Example");
    assertThat(feed.one("itunes:owner/itunes:email")).isEqualTo("ada@example.com");
    assertThat(feed.one("itunes:category/@text")).isEqualTo("Business");
    assertThat(feed.one("itunes:category/itunes:category/@text")).isEqualTo("Management");
    assertThat(feed.one("itunes:explicit")).isEqualTo("false");
    assertThat(feed.one("itunes:image/@href")).isEqualTo(BASE + "feed/cover.0123abcd.png");
    assertThat(feed.one("image/url")).isEqualTo(BASE + "feed/cover.0123abcd.png");
    assertThat(feed.all("image/width | image/height")).isEmpty();
    assertThat(feed.one("podcast:guid")).isEqualTo(FeedExamples.SHOW_GUID);
    assertThat(feed.one("podcast:locked[@owner='ada@example.com']")).isEqualTo("yes");
    assertThat(feed.one("podcast:medium")).isEqualTo("podcast");
    assertThat(feed.one("podcast:person[@role='host'][@group='cast']")).isEqualTo("Ada Example");
    assertThat(feed.one("podcast:license")).isEqualTo("cc-by-4.0");
    assertThat(feed.one("podcast:txt[@purpose='ai-content']")).isEqualTo("true");
    assertThat(feed.one("podcast:image/@href")).isEqualTo(BASE + "feed/cover.0123abcd.png");
    assertThat(feed.all("itunes:block | itunes:complete | itunes:new-feed-url")).isEmpty();
    assertThat(feed.all("podcast:block | podcast:podping | podcast:trailer")).isEmpty();
  }

  @Test
  void saysAllThatAppsAskOfAnEpisode() throws Exception {
    FeedXml feed = new FeedXml(xml(show(), item(7)));

    assertThat(feed.one("item/title")).isEqualTo("Episode 7");
    assertThat(feed.one("item/link"))
        .isEqualTo("https://cdn.example.com/tales/feed/episodes/episode-7.html");
    assertThat(feed.one("item/description"))
        .isEqualTo(
            "About number 7.\n\n00:00 Welcome\n00:12 Middle & more\n00:50 End\n\n" + DISCLOSURE);
    assertThat(feed.one("item/content:encoded")).isEqualTo("<p>Notes</p><p>" + DISCLOSURE + "</p>");
    assertThat(feed.one("item/enclosure/@url"))
        .isEqualTo(BASE + "audio/2024-01-01-episode-7.0123abcd.mp3");
    assertThat(feed.one("item/enclosure/@length")).isEqualTo("1234567");
    assertThat(feed.one("item/enclosure/@type")).isEqualTo("audio/mpeg");
    assertThat(feed.one("item/guid[@isPermaLink='false']")).isEqualTo("guid-7");
    assertThat(feed.one("item/pubDate")).isEqualTo("Mon, 08 Jan 2024 06:30:00 GMT");
    assertThat(feed.one("item/itunes:duration")).isEqualTo("60");
    assertThat(feed.one("item/itunes:episode")).isEqualTo("7");
    assertThat(feed.one("item/itunes:season")).isEqualTo("2");
    assertThat(feed.one("item/itunes:episodeType")).isEqualTo("full");
    assertThat(feed.one("item/itunes:explicit")).isEqualTo("false");
    assertThat(feed.one("item/itunes:image/@href")).isEqualTo(BASE + "feed/episode-7.0123abcd.png");
    assertThat(feed.one("item/podcast:episode")).isEqualTo("7");
    assertThat(feed.one("item/podcast:season")).isEqualTo("2");
    assertThat(feed.all("item/podcast:transcript/@type"))
        .containsExactly("text/vtt", "application/x-subrip", "application/json", "text/html");
    assertThat(feed.all("item/podcast:transcript[@rel='captions']/@url"))
        .containsExactly(BASE + "feed/episode-7.vtt", BASE + "feed/episode-7.srt");
    assertThat(feed.one("item/podcast:chapters[@type='application/json+chapters']/@url"))
        .isEqualTo(BASE + "feed/episode-7.json");
    assertThat(feed.one("item/podcast:alternateEnclosure/podcast:source/@uri"))
        .isEqualTo(feed.one("item/enclosure/@url"));
    assertThat(feed.one("item/podcast:alternateEnclosure/podcast:integrity[@type='sri']/@value"))
        .isEqualTo("sha384-o/WyxNbo8AESIzRFVmd4iZqrvM3e7/ABI0VniavN7wEv7cuph2VDIQ8eLTxLWml4");
    assertThat(feed.all("item/psc:chapters[@version='1.2']/psc:chapter/@start"))
        .containsExactly("00:00:00.000", "00:00:12.345", "00:00:50.001");
    assertThat(feed.all("item/psc:chapters/psc:chapter/@title"))
        .containsExactly("Welcome", "Middle & more", "End");
    assertThat(feed.one("item/psc:chapters/psc:chapter/@href")).isEqualTo("https://x.org/");
  }

  @Test
  void linksToTheWebsiteWhereThereIsNoPage() throws Exception {
    Distribution distribution = new Distribution(100, null, null, false, false, null, false);

    FeedXml feed = new FeedXml(xml(show(PodcastTags.of("Ada"), distribution), item(7)));

    assertThat(feed.one("item/link")).isEqualTo("https://example.com/show");
  }

  @Test
  void leavesOutWhatAnEpisodeDoesNotHave() throws Exception {
    FeedItem bare =
        new FeedItem(
            "bare",
            new Episode(
                "bare",
                "Bare",
                "bare",
                null,
                null,
                "",
                Instant.EPOCH,
                EpisodeType.BONUS,
                true,
                false,
                null),
            new com.kaizencast.episode.AudioFile(
                "audio/bare.mp3", "audio/mpeg", 1, Duration.ofMillis(1), 0, ""),
            "",
            List.of());

    FeedXml feed = new FeedXml(xml(show(), bare));

    assertThat(feed.all("item/*[not(self::enclosure)]"))
        .containsExactly(
            "Bare",
            "https://cdn.example.com/tales/feed/episodes/bare.html",
            "Bare\n\n" + DISCLOSURE,
            "<p>Bare</p><p>" + DISCLOSURE + "</p>",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "bare",
            "1",
            "bonus",
            "true");
  }

  @Test
  void writesNoEmptyElementAndNoTagTwice() throws Exception {
    FeedXml feed = new FeedXml(xml(show(), item(1), item(2)));

    assertThat(feed.all("//*[not(node()) and not(@*)]")).isEmpty();
    assertThat(feed.all("//*[namespace-uri()='http://purl.org/dc/elements/1.1/']")).isEmpty();
  }

  @Test
  void declaresEachNamespaceOnceAtTheRoot() {
    String xml = xml(show(), item(1), item(2));

    String root = xml.lines().skip(1).findFirst().orElseThrow();
    assertThat(root).startsWith("<rss ").endsWith("version=\"2.0\">");
    assertThat(xml.split("xmlns", -1)).hasSize(root.split("xmlns", -1).length).hasSize(6);
    assertThat(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").endsWith("</rss>\n");
    assertThat(xml).doesNotContain("\r");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "499,1", "1499,1", "1500,2", "59500,60", "3599499,3599", "36000000,36000"})
  void roundsDurationsToWholeSeconds(long milliseconds, String seconds) throws Exception {
    FeedItem item = item(1);
    FeedItem timed =
        new FeedItem(
            item.guid(),
            item.episode(),
            FeedExamples.audio("audio/x.mp3", Duration.ofMillis(milliseconds)),
            "",
            List.of());

    assertThat(new FeedXml(xml(show(), timed)).one("item/itunes:duration")).isEqualTo(seconds);
  }

  @Test
  void putsTheNewestFirstInWhateverOrderTheyCome() throws Exception {
    List<FeedItem> items = new ArrayList<>(items(30));
    String sorted = write(show(), items).pages().get(0).xml();

    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(items, new Random(seed));
      assertThat(write(show(), items).pages().get(0).xml()).isEqualTo(sorted);
    }
    assertThat(new FeedXml(sorted).all("item/guid"))
        .containsExactlyElementsOf(
            IntStream.range(0, 30).mapToObj(i -> "guid-" + (30 - i)).toList());
  }

  @Test
  void ordersEpisodesOfOneMomentByNumber() throws Exception {
    List<FeedItem> items = new ArrayList<>();
    for (int number : new int[] {2, 10, 1}) {
      FeedItem item = item(number);
      Episode same =
          FeedExamples.episode(
              number,
              "x",
              "",
              Instant.parse("2024-01-01T00:00:00Z").minus(Duration.ofDays(number)));
      items.add(new FeedItem(item.guid(), same, item.audio(), "", List.of()));
    }

    assertThat(new FeedXml(write(show(), items).pages().get(0).xml()).all("item/podcast:episode"))
        .containsExactly("10", "2", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q&A: <Less> is \"more\" > 'less'",
        "]]> &amp; &#65; &lt;",
        "Smile 😀 family 👨‍👩‍👧 flag 🇭🇰",
        "改善不断 · 持續改進",
        "שלום: مرحبا بالعالم",
        "Ünïcödé İstanbul ıI ﬁ é",
        "<script>alert(1)</script>"
      })
  void keepsTitlesWhole(String title) throws Exception {
    FeedXml feed = new FeedXml(xml(show(title, title), item(1, title, title, title)));

    assertThat(feed.one("title")).isEqualTo(title);
    assertThat(feed.one("item/title")).isEqualTo(title);
    assertThat(feed.one("item/description").replace("\u2060", "")).startsWith(title);
  }

  @Test
  void leavesOutWhatXmlCannotHoldAndSaysSo() throws Exception {
    String bad = "be\u0000ll\u0007 \uD83D half \uFFFE end\u0085";
    FeedItem item = item(1, bad, bad, "<p>" + bad + "</p>");
    FeedItem spoiled =
        new FeedItem(
            item.guid(),
            item.episode(),
            item.audio(),
            item.notesHtml(),
            List.of(new Chapter(Duration.ZERO, bad, null)));

    WrittenFeed written = write(show(bad, bad), List.of(spoiled));

    FeedXml feed = new FeedXml(written.pages().get(0).xml());
    assertThat(feed.one("title")).isEqualTo("bell  half  end");
    assertThat(feed.one("item/title")).isEqualTo("bell  half  end");
    assertThat(feed.one("item/psc:chapters/psc:chapter/@title")).isEqualTo("bell  half  end");
    assertThat(written.warnings())
        .contains(
            "title of the show: left out 5 characters that XML can't hold (control characters or"
                + " halves of surrogate pairs)")
        .anyMatch(warning -> warning.startsWith("title of episode 'episode-1': "))
        .anyMatch(warning -> warning.startsWith("notes of episode 'episode-1': "))
        .anyMatch(warning -> warning.startsWith("description of episode 'episode-1': "))
        .anyMatch(warning -> warning.startsWith("chapter of episode 'episode-1': "));
    assertThat(write(show(), items(3)).warnings()).isEmpty();
  }

  @Test
  void escapesAddresses() throws Exception {
    FeedItem item = item(1);
    FeedItem odd =
        new FeedItem(
            item.guid(),
            item.episode(),
            FeedExamples.audio("audio/a b#c?d%e&ü你.mp3", Duration.ofSeconds(1)),
            "",
            List.of());

    assertThat(new FeedXml(xml(show(), odd)).one("item/enclosure/@url"))
        .isEqualTo(BASE + "audio/a%20b%23c%3Fd%25e&%C3%BC%E4%BD%A0.mp3");
  }

  @Test
  void refusesTwoItemsWithOneGuid() {
    assertThatThrownBy(() -> xml(show(), item(1), item(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two items have the GUID guid-1");
  }

  @Test
  void writesAShowWithoutEpisodes() throws Exception {
    WrittenFeed written = write(show(), List.of());

    assertThat(written.pages()).hasSize(1);
    assertThat(new FeedXml(written.pages().get(0).xml()).all("item")).isEmpty();
  }

  @Test
  void cutsADescriptionThatIsTooLong() throws Exception {
    String long4000 = "Wörter 你好 ".repeat(400);
    FeedXml feed = new FeedXml(xml(show("T", long4000), item(1, "T", long4000, "")));

    for (String path : List.of("description", "item/description")) {
      assertThat(feed.one(path).getBytes(UTF_8).length).isBetween(3900, 4000);
      assertThat(feed.one(path)).startsWith("Wörter 你好").endsWith("…");
    }
  }

  @Test
  void splitsALongCatalogueIntoPagesThatNameEachOther() throws Exception {
    Show show = show(PodcastTags.of("Ada"), new Distribution(100, null, null, false, false, null));

    List<WrittenFeed.Page> pages = write(show, items(250)).pages();

    assertThat(pages)
        .extracting(WrittenFeed.Page::path)
        .containsExactly("feed/feed.xml", "feed/feed-2.xml", "feed/feed-3.xml");
    List<String> guids = new ArrayList<>();
    for (WrittenFeed.Page page : pages) {
      FeedXml feed = new FeedXml(page.xml());
      guids.addAll(feed.all("item/guid"));
      assertThat(feed.one("atom:link[@rel='self']/@href")).isEqualTo(BASE + page.path());
      assertThat(feed.one("atom:link[@rel='first']/@href")).isEqualTo(BASE + "feed/feed.xml");
      assertThat(feed.one("atom:link[@rel='last']/@href")).isEqualTo(BASE + "feed/feed-3.xml");
      assertThat(feed.one("podcast:guid")).isEqualTo(FeedExamples.SHOW_GUID);
      assertThat(FeedGate.check(page.bytes(), PublishedFiles.ELSEWHERE)).isEmpty();
    }
    assertThat(guids)
        .containsExactlyElementsOf(
            IntStream.range(0, 250).mapToObj(i -> "guid-" + (250 - i)).toList());
    FeedXml middle = new FeedXml(pages.get(1).xml());
    assertThat(middle.one("atom:link[@rel='previous']/@href")).isEqualTo(BASE + "feed/feed.xml");
    assertThat(middle.one("atom:link[@rel='next']/@href")).isEqualTo(BASE + "feed/feed-3.xml");
    assertThat(new FeedXml(pages.get(0).xml()).all("atom:link[@rel='previous']")).isEmpty();
    assertThat(new FeedXml(pages.get(2).xml()).all("atom:link[@rel='next']")).isEmpty();
  }

  @Test
  void takesAnotherDateOfItsLastChangeAsIfWrittenWithIt() {
    Show show = show(PodcastTags.of("Ada"), new Distribution(100, null, null, false, false, null));
    for (String date : List.of("2024-02-29T23:59:59Z", "1996-01-01T00:00:00Z")) {
      Instant other = Instant.parse(date);

      assertThat(write(show, items(101)).builtAt(other))
          .isEqualTo(
              FeedWriter.write(
                  show, FeedExamples.SHOW_GUID, FeedExamples.COVER, items(101), other));
    }
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "100,1", "101,2", "200,2", "201,3"})
  void needsNoPageMoreThanItFills(int items, int pages) {
    Show show = show(PodcastTags.of("Ada"), new Distribution(100, null, null, false, false, null));

    assertThat(write(show, items(items)).pages()).hasSize(pages);
  }

  @Test
  void saysHowTheFeedIsDistributed() throws Exception {
    Distribution distribution =
        new Distribution(
            100,
            URI.create("https://hub.example.org/"),
            URI.create("https://new.example.org/feed.xml"),
            true,
            true,
            null);

    FeedXml feed = new FeedXml(xml(show(PodcastTags.of("Ada"), distribution), item(1)));

    assertThat(feed.one("atom:link[@rel='hub']/@href")).isEqualTo("https://hub.example.org/");
    assertThat(feed.one("itunes:new-feed-url")).isEqualTo("https://new.example.org/feed.xml");
    assertThat(feed.one("itunes:block")).isEqualTo("Yes");
    assertThat(feed.one("podcast:block")).isEqualTo("yes");
    assertThat(feed.one("itunes:complete")).isEqualTo("Yes");
  }

  @Test
  void keepsAPrivateFeedBelowItsSecretAndOutOfDirectories() throws Exception {
    Distribution distribution = new Distribution(100, null, null, false, false, "s3cr3t_s3cr3t");

    FeedXml feed = new FeedXml(xml(show(PodcastTags.of("Ada"), distribution), item(1)));

    assertThat(feed.one("itunes:block")).isEqualTo("Yes");
    assertThat(feed.all("//@href | //@url | //@uri"))
        .filteredOn(url -> url.startsWith(BASE))
        .hasSizeGreaterThan(8)
        .allMatch(url -> url.startsWith(BASE + "s3cr3t_s3cr3t/"));
  }

  @Test
  void saysWhatThePodcastNamespaceCanSay() throws Exception {
    PodcastTags tags =
        new PodcastTags(
            false,
            List.of(
                new Show.Person(
                    "Ada & Co", "host", "cast", URI.create("https://ada.example/"), null),
                new Show.Person(
                    "Bo", "guest", "cast", null, URI.create("https://bo.example/i.png"))),
            new Show.Location("Hong Kong", "geo:22.3,114.2", "R913110"),
            new Show.Funding(URI.create("https://give.example/?a=1&b=2"), "Give & take"),
            "audiobook",
            new Show.UpdateFrequency("Every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
            "episode-2",
            false,
            true);

    FeedXml feed = new FeedXml(xml(show(tags, Distribution.DEFAULT), item(1), item(2)));

    assertThat(feed.one("podcast:locked")).isEqualTo("no");
    assertThat(feed.all("podcast:person")).containsExactly("Ada & Co", "Bo");
    assertThat(feed.one("podcast:person[1]/@href")).isEqualTo("https://ada.example/");
    assertThat(feed.one("podcast:person[2]/@img")).isEqualTo("https://bo.example/i.png");
    assertThat(feed.one("podcast:location[@rel='subject'][@osm='R913110']/@geo"))
        .isEqualTo("geo:22.3,114.2");
    assertThat(feed.one("podcast:funding[@url='https://give.example/?a=1&b=2']"))
        .isEqualTo("Give & take");
    assertThat(feed.one("podcast:medium")).isEqualTo("audiobook");
    assertThat(feed.one("podcast:updateFrequency/@rrule"))
        .isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
    assertThat(feed.one("podcast:trailer[@pubdate='Wed, 03 Jan 2024 06:30:00 GMT']/@url"))
        .isEqualTo(BASE + "audio/2024-01-01-episode-2.0123abcd.mp3");
    assertThat(feed.one("podcast:podping/@usesPodping")).isEqualTo("true");
    assertThat(feed.all("podcast:txt")).isEmpty();
  }

  @Test
  void passesTheGate() throws Exception {
    assertThat(
            FeedGate.check(
                write(show(), items(20)).pages().get(0).bytes(), PublishedFiles.ELSEWHERE))
        .isEmpty();
  }

  /**
   * Subscribers see every changed byte of a feed as a change. Written anew with {@code
   * -Dgolden.update=true}.
   */
  @Test
  void writesTheBytesThatItAlwaysWrote() throws Exception {
    Path golden = Path.of("src/test/resources/feed/tales.feed.xml");
    String notes =
        "<h2>Links</h2><p>See <a href=\"/more?a=1&amp;b=2\">more</a>.</p><pre><code"
            + " class=\"language-java\">a &lt; b</code></pre>";

    String xml = xml(show(), item(1), item(2, "二 & <3>", "See 😀 & all.", notes));

    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, xml);
    }
    assertThat(xml).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource({"tr,TR,US-ASCII", "ar,EG,ISO-8859-1", "th,TH,UTF-8", "ja,JP,US-ASCII"})
  void writesTheSameBytesOnAnyMachine(String language, String country, String charset)
      throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.variant=" + (language.equals("ja") ? "JP" : ""),
            "-Duser.timezone=Pacific/Chatham",
            "-Dfile.encoding=" + charset,
            "-cp",
            System.getProperty("java.class.path"),
            FeedPrinter.class.getName());
    java.environment().put("LC_ALL", "C");
    Process process = java.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.strip()).endsWith(FeedPrinter.digest());
  }

  /** Writes a feed in a Java of its own. */
  public static final class FeedPrinter {
    public static void main(String[] arguments) throws Exception {
      System.out.println(digest());
    }

    static String digest() throws Exception {
      WrittenFeed feed =
          write(
              show("Müller 你好 I ı", "İ"), List.of(item(12), item(345, "Iİıi 😀", "é", "<p>ü</p>")));
      byte[] bytes = feed.pages().get(0).bytes();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
  }

  @Test
  void writesTheSameBytesOnManyThreads() {
    String alone = xml(show(), item(1), item(2));

    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> xml(show(), item(1), item(2))))
        .containsOnly(alone);
  }
}
