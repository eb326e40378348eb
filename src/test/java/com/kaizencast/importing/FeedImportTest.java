package com.kaizencast.importing;

import static com.kaizencast.TestHome.enclosure;
import static com.kaizencast.TestHome.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import com.kaizencast.feed.gate.FeedGate;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** A show moves here and its subscribers notice nothing; posts without audio become scripts. */
class FeedImportTest {

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() {
    home = new TestHome(root);
  }

  private static String feed(String name) {
    return Path.of("src/test/resources/foreign-feeds", name).toString();
  }

  private Element onlyItem() throws Exception {
    assertThat(FeedGate.check(Files.readAllBytes(root.resolve("feed/feed.xml")), url -> null))
        .filteredOn(FeedGate.Violation::isError)
        .isEmpty();
    List<Element> items = home.items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          libsyn.xml | 5b7c0a4e-1a52-4f0e-8c7e-3b7a2d7f9a01 | Tue, 02 Jan 2024 05:00:00 GMT | https://traffic.libsyn.example/secure/trains/narvik.mp3?dest-id=12345 | 28800123 | audio/mpeg | 1800 | 11
          buzzsprout.xml | Buzzsprout-9001 | Wed, 06 Mar 2024 09:00:00 GMT | https://www.buzzsprout.example/77/episodes/9001-planks.mp3 | 9000001 | audio/mpeg | 563 | 4
          anchor.xml | 3d3b1a53-67ce-4ee4-9f3c-f24d2e0c4a2b | Sun, 14 Jan 2024 12:00:00 GMT | https://anchor.example/s/1/podcast/play/7/https%3A%2F%2Fcdn.example%2Fstaging%2F2024-0-14%2Fboil.mp3 | 7300000 | audio/mpeg | 456 | -
          castopod.xml | https://pod.example/@moss/episodes/granite | Fri, 01 Mar 2024 08:00:00 GMT | https://pod.example/audio/@moss/granite.mp3?_from=-+Moss+- | 4100000 | audio/mpeg | 257 | 3
          podlove.xml | podlove-2024-02-10t17:30:00+00:00-9f1c2d3e4f | Sat, 10 Feb 2024 17:30:00 GMT | https://funk.example/podlove/file/88/s/feed/c/m4a/fh012.m4a | 33000000 | audio/mp4 | 3723 | -
          atom-enclosures.xml | urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a | Mon, 01 Jan 2024 00:00:00 GMT | https://signals.example/flags.mp3 | 1337000 | audio/mpeg | - | -
          entities-and-prefixes.xml | cafe-1 | Fri, 05 Jan 2024 07:00:00 GMT | https://cafe.example/1.mp3?a=1&b=2 | 1000 | audio/mpeg | 61 | 9
          byte-order-mark-and-blank-line.xml | bom-1 | Fri, 05 Jan 2024 07:00:00 GMT | https://bom.example/1.mp3 | 10 | audio/mpeg | - | -
          latin-1.xml | latin-1 | Fri, 05 Jan 2024 07:00:00 GMT | https://latin.example/1.mp3 | 10 | audio/mpeg | - | -
          podbean.xml | ferry.podbean.example/1c6e2f5a-0b7d-3d8e-9a55-6f2c1d0e9b77 | Tue, 16 Jan 2024 11:30:00 GMT | https://mcdn.podbean.example/mf/web/abc123/ramps.mp3 | 12345678 | audio/mpeg | 771 | 6
          transistor.xml | a7d2c1f0-5b3e-4c55-9a0d-1f2e3d4c5b6a | Wed, 10 Jan 2024 11:00:00 GMT | https://media.transistor.example/0badcafe/11223344.mp3 | 5550001 | audio/mpeg | 347 | 5
          soundcloud.xml | tag:soundcloud,2010:tracks/1700000001 | Thu, 04 Jan 2024 10:00:00 GMT | https://feeds.soundcloud.example/stream/1700000001-bells-plain-bob.mp3 | 9700000 | audio/mpeg | 605 | -
          xml-base.xml | urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b | Thu, 01 Feb 2024 08:30:00 GMT | https://base.example/show/2024/audio/keels.mp3 | 2048000 | audio/mpeg | - | -
          mislabelled.xml | luna-1 | Fri, 05 Jan 2024 07:00:00 GMT | https://luna.example/1.mp3 | 10 | audio/mpeg | - | -
          utf-16.xml | wide-1 | Fri, 05 Jan 2024 07:00:00 GMT | https://wide.example/1.mp3 | 10 | audio/mpeg | - | -
          truncated.xml | cut-2 | Fri, 12 Jan 2024 07:00:00 GMT | https://cut.example/2.mp3 | 20 | audio/mpeg | - | -
          """)
  void anEpisodeGoesOnAsPublished(
      String file,
      String guid,
      String date,
      String url,
      String length,
      String type,
      String duration,
      String number)
      throws Exception {
    assertThat(home.run("import", feed(file)).expect(0).out())
        .contains("0 scripts, 1 episodes as published");
    home.run().expect(0);

    Element item = onlyItem();
    assertThat(text(item, "guid")).isEqualTo(guid);
    assertThat(text(item, "pubDate")).isEqualTo(date);
    assertThat(enclosure(item).getAttribute("url")).isEqualTo(url);
    assertThat(enclosure(item).getAttribute("length")).isEqualTo(length);
    assertThat(enclosure(item).getAttribute("type")).isEqualTo(type);
    assertThat(optional(item, "itunes:duration")).isEqualTo(duration);
    assertThat(optional(item, "itunes:episode")).isEqualTo(number);
  }

  private static String optional(Element item, String name) {
    boolean there =
        item.getElementsByTagNameNS("http://www.itunes.com/dtds/podcast-1.0.dtd", name.substring(7))
                .getLength()
            > 0;
    return there ? text(item, name) : null;
  }

  @Test
  void lettersOfOtherCharsetsAndEntitiesComeOutRight() throws Exception {
    for (Map.Entry<String, String> expected :
        Map.of(
                "latin-1.xml", "Straße",
                "mislabelled.xml", "Crème – brûlée",
                "utf-16.xml", "Größe 改善",
                "byte-order-mark-and-blank-line.xml", "Naïve",
                "entities-and-prefixes.xml", "Flüssig — hot",
                "wordpress-powerpress.xml", "Cracks – and what they say")
            .entrySet()) {
      TestHome other = new TestHome(root.resolve(expected.getKey()));

      assertThat(other.run("import", feed(expected.getKey())).expect(0).out())
          .contains(expected.getValue());
    }
  }

  @Test
  void transcriptsAndChaptersStayWhereTheyAre() throws Exception {
    home.run("import", feed("buzzsprout.xml")).expect(0);
    home.run().expect(0);

    String feed = Files.readString(root.resolve("feed/feed.xml"));
    assertThat(feed)
        .contains(
            "url=\"https://feeds.buzzsprout.example/77/9001/transcript.vtt\"",
            "url=\"https://feeds.buzzsprout.example/77/9001/chapters.json\"",
            "start=\"00:02:10.000\"",
            "<itunes:explicit>true</itunes:explicit>");
  }

  @Test
  void aLostLedgerLosesNoneOfThem() throws Exception {
    home.run("import", feed("buzzsprout.xml")).expect(0);
    home.run().expect(0);
    String before = Files.readString(root.resolve("feed/feed.xml"));
    home.delete("feed/ledger.json").delete(".kaizencast/ledger.json");

    assertThat(home.run().expect(0).err()).contains("rebuilt from the feed");

    assertThat(Files.readString(root.resolve("feed/feed.xml"))).isEqualTo(before);
    assertThat(home.run("import", feed("buzzsprout.xml")).expect(0).out())
        .contains("1 there already");
  }

  @Test
  void theShowKeepsItsGuid() throws Exception {
    home.run("import", feed("libsyn.xml")).expect(0);
    home.run().expect(0);

    assertThat(Files.readString(root.resolve("feed/feed.xml")))
        .contains("<podcast:guid>6e5d8a2f-29f6-5c1b-8a6b-2f6f3e0c9a11</podcast:guid>");
  }

  @Test
  void newEpisodesGoOnBehindThoseThatCame() throws Exception {
    home.run("import", feed("libsyn.xml")).expect(0);
    home.episode("2024-03-08", "to-rome", "To Rome");
    Files.writeString(
        root.resolve("scripts/show.yaml"),
        Files.readString(root.resolve("scripts/show.yaml")) + "voice:\n  name: kevin16\n");

    Result built = home.run().expect(0);

    assertThat(built.err()).doesNotContain("no valid script");
    assertThat(home.items())
        .extracting(i -> text(i, "title"))
        .containsExactly("To Rome", "To Narvik");
    assertThat(home.items()).extracting(i -> text(i, "itunes:episode")).containsExactly("12", "11");
    assertThat(enclosure(home.items().get(0)).getAttribute("url"))
        .startsWith("https://example.com/podcast/audio/2024-03-08-to-rome.");
    Map<String, String> before = home.published();
    assertThat(home.at("2024-07-01T00:00:00Z").run().expect(0).out()).contains("(unchanged)");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void importingAgainChangesNothing() throws Exception {
    home.run("import", feed("wordpress-powerpress.xml")).expect(0);
    home.run("build").expect(0);
    Map<String, String> before = home.published();
    String script = Files.readString(root.resolve("scripts/2024-02-22-glaze-note.md"));

    Result again = home.run("import", feed("wordpress-powerpress.xml")).expect(0);

    assertThat(again.out()).contains("0 scripts, 0 episodes as published, 2 there already");
    assertThat(home.published()).isEqualTo(before);
    assertThat(Files.readString(root.resolve("scripts/2024-02-22-glaze-note.md")))
        .isEqualTo(script);
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    assertThat(home.run("import", "--dry-run", feed("wordpress-powerpress.xml")).expect(0).out())
        .contains("would bring: 1 scripts, 1 episodes");

    assertThat(root).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "wordpress-powerpress.xml, 2024-02-22-glaze-note.md, https://kiln.example/?p=198",
    "substack.xml, 2024-02-17-iron-gall.md, 141000001",
    "blogger.xml, 2024-03-04-chestnut-oak.md, 'tag:blogger.com,1999:blog-11.post-42'",
    "jekyll-feed.xml, 2024-02-02-spring-neap.md, https://tides.example/2024/02/02/spring-neap",
    "hugo.xml, 2024-01-20-peat.md, https://moor.example/posts/peat/",
    "ghost.xml, 2024-01-22-brine-and-rakes.md, 65ae3c0f9d1b2a0001c0ffee",
    "medium.xml, 2024-01-18-hedges-laid-4f5e6d7c8b9a.md, https://medium.example/p/4f5e6d7c8b9a",
    "rss-1.0.xml, 2024-01-09-a.md, https://rdf.example/a"
  })
  void aPostBecomesAScriptWithoutMistakes(String file, String script, String guid)
      throws Exception {
    home.run("import", feed(file)).expect(0);

    assertThat(Files.readString(root.resolve("scripts/" + script))).contains(guid);
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }

  @Test
  void aPostKeepsItsStructureAndLosesItsWidgets() throws Exception {
    home.run("import", feed("substack.xml")).expect(0);
    home.run("import", feed("wordpress-powerpress.xml")).expect(0);

    assertThat(Files.readString(root.resolve("scripts/2024-02-17-iron-gall.md")))
        .contains(
            "![An oak gall](https://cdn.example/oak.png)",
            "It is “black” & sour: 1 \\< 2.",
            "> Write thin.",
            "```\nmix 3:1\nstir\n```")
        .doesNotContain("Subscribe");
    assertThat(Files.readString(root.resolve("scripts/2024-02-22-glaze-note.md")))
        .contains(
            "## Glaze is glass",
            "[sets](https://kiln.example/about/)",
            "1. Silica: the glass.\n2. Flux: what melts it.")
        .doesNotContain("appeared first");
  }

  @Test
  void whatIsWrongWithAnItemIsSaidAndTheOthersCome() throws Exception {
    Result result = home.run("import", feed("no-guids-bad-dates-relative.xml")).expect(3);

    assertThat(result.out())
        .contains(
            "REFUSED      item 4: Silent about size (the feed does not say how many bytes",
            "https://attic.example/show/audio/third%20box.mp3",
            "item 1 (date of its neighbour)",
            "3 episodes as published, 1 there already, 0 passed over, 1 refused");
    home.run().expect(0);
    assertThat(home.items())
        .extracting(i -> text(i, "pubDate"))
        .contains("Mon, 01 Jan 2024 00:00:00 GMT");
    assertThat(home.items())
        .extracting(i -> text(i, "guid"))
        .contains("audio/third box.mp3", "/audio/first.mp3");
  }

  @Test
  void ofTwoItemsWithOneGuidTheOlderComes() throws Exception {
    for (int run = 0; run < 2; run++) {
      assertThat(home.run("import", feed("duplicate-guids.xml")).expect(3).out())
          .contains("REFUSED      item 1: Newer (it has the GUID of another item");
    }
    home.run().expect(0);

    assertThat(home.items()).extracting(i -> text(i, "title")).containsExactly("Older", "Blank");
  }

  @Test
  void audioThatIsNowhereIsRefused() throws Exception {
    String feed = Files.readString(Path.of(feed("no-guids-bad-dates-relative.xml")));
    home.file("nowhere.xml", feed.replaceFirst("<link>.*?</link>", ""));

    assertThat(home.run("import", root.resolve("nowhere.xml").toString()).expect(3).out())
        .contains("its audio '/audio/first.mp3' is no whole address", "0 episodes as published");
  }

  @Test
  void datesAreReadInTheFormsThatAreAbout() throws Exception {
    home.run("import", feed("odd-dates.xml")).expect(0);
    home.run().expect(0);

    assertThat(home.items())
        .extracting(i -> text(i, "pubDate"))
        .startsWith(
            "Thu, 11 Jan 2024 18:00:00 GMT",
            "Wed, 10 Jan 2024 10:00:00 GMT",
            "Tue, 09 Jan 2024 10:00:00 GMT",
            "Mon, 08 Jan 2024 09:00:00 GMT",
            "Sun, 07 Jan 2024 10:00:00 GMT");
  }

  @Test
  void whatHostsPutAroundAPostIsLeftOut() throws Exception {
    for (String feed : List.of("hugo.xml", "ghost.xml", "medium.xml")) {
      home.run("import", feed(feed)).expect(0);
    }

    assertThat(Files.readString(root.resolve("scripts/2024-01-20-peat.md")))
        .contains("## Layers", "years – or more", "```")
        .doesNotContain("<", "&");
    assertThat(Files.readString(root.resolve("scripts/2024-01-22-brine-and-rakes.md")))
        .contains("![A rake](", "lost its water", "Rakes draw");
    assertThat(Files.readString(root.resolve("scripts/2024-01-18-hedges-laid-4f5e6d7c8b9a.md")))
        .contains("Winter work", "bend, and weave", "until spring")
        .doesNotContain("stat?event");
  }

  @Test
  void aWebPageIsNoFeedAndNamesTheOneItHas() {
    assertThat(home.run("import", feed("web-page.html")).expect(1).err())
        .contains("this is a web page; its feed is https://page.example/feed.xml");
  }

  @Test
  void deepMarkupAndManyPrefixesAreSurvived() throws Exception {
    StringBuilder prefixes = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      prefixes.append("<p").append(i).append(":x/>");
    }
    String deep =
        "&lt;div&gt;".repeat(20_000) + "Some words are here." + "&lt;b&gt;".repeat(20_000);
    home.file(
        "deep.xml",
        """
        <rss version="2.0"><channel><title>Deep</title><link>https://x.example/</link>
        <description>x</description>%s<item><title>One</title><guid>1</guid>
        <pubDate>Fri, 05 Jan 2024 07:00:00 GMT</pubDate><description>%s</description></item>
        </channel></rss>
        """
            .formatted(prefixes, deep));

    home.run("import", root.resolve("deep.xml").toString()).expect(0);

    assertThat(Files.readString(root.resolve("scripts/2024-01-05-one.md")))
        .contains("Some words are here.");
  }

  @Test
  void entitiesThatGrowAreNotFollowed() throws Exception {
    home.file(
        "bomb.xml",
        """
        <?xml version="1.0"?>
        <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>&b;&f;</title><link>https://x.example/</link>
        <item><title>One &b; &f;</title><guid>1</guid><pubDate>Fri, 05 Jan 2024 07:00:00 GMT</pubDate>
        <enclosure url="https://x.example/1.mp3" length="10" type="audio/mpeg"/></item></channel></rss>
        """);

    Result result = home.run("import", root.resolve("bomb.xml").toString());

    assertThat(result.out() + result.err()).doesNotContain("haha", "root:");
  }

  @Test
  void aFeedOnTheWebComesWithItsPagesAndItsAudio() throws Exception {
    byte[] audio = mp3();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    List<String> asked = new ArrayList<>();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(exchange.getRequestMethod() + " " + path);
          byte[] body =
              switch (path) {
                case "/moved" -> new byte[0];
                case "/feed" -> page(base, "Two", 2, "<atom:link rel=\"next\" href=\"/page2\"/>");
                case "/page2" -> page(base, "One", 1, "");
                default -> audio;
              };
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", "/feed");
          }
          boolean head = exchange.getRequestMethod().equals("HEAD");
          if (head) {
            exchange.getResponseHeaders().add("Content-Length", body.length + "");
          }
          exchange.sendResponseHeaders(path.equals("/moved") ? 301 : 200, head ? -1 : body.length);
          exchange.getResponseBody().write(head ? new byte[0] : body);
          exchange.close();
        });
    server.start();
    try {
      assertThat(home.run("import", base + "/moved").expect(1).err())
          .contains("which is not public; add --allow-private");
      assertThat(asked).isEmpty();

      home.run("import", "--allow-private", "--download", base + "/moved").expect(0);
      home.run().expect(0);
    } finally {
      server.stop(0);
    }

    assertThat(home.items()).extracting(i -> text(i, "guid")).containsExactly("g2", "g1");
    home.assertFeedHolds();
    for (Element item : home.items()) {
      assertThat(home.audio(item)).hasBinaryContent(audio);
    }
  }

  private static byte[] page(String base, String title, int number, String more) {
    return """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Far</title>
    <link>https://far.example/</link><description>x</description>%s
    <item><title>%s</title><guid>g%d</guid><pubDate>Fri, 0%d Mar 2024 07:00:00 GMT</pubDate>
    <enclosure url="%s/a%d.mp3" type="audio/mpeg" length="0"/></item></channel></rss>
    """
        .formatted(more, title, number, number, base, number)
        .getBytes(UTF_8);
  }

  /** A real one, made here. */
  private byte[] mp3() throws Exception {
    TestHome maker = new TestHome(root.resolve("maker")).show();
    maker.episode("2024-03-08", "first-steps", "First steps").run().expect(0);
    try (Stream<Path> files = Files.list(maker.root().resolve("audio"))) {
      return Files.readAllBytes(files.findFirst().orElseThrow());
    }
  }
}
