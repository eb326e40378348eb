package com.kaizencast;

import static com.kaizencast.PublishedItem.elements;
import static com.kaizencast.TestHome.enclosure;
import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import com.kaizencast.feed.podcast.PodcastModule;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** What the settings of a show and of its episodes come to in the feed of a whole job. */
class WholeFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String BASE = "https://example.com/show/";

  @TempDir Path root;
  private TestHome home;

  @BeforeEach
  void home() {
    home = new TestHome(root);
  }

  private TestHome show(String settings) throws Exception {
    return home.file("scripts/show.yaml", TestHome.SHOW + settings);
  }

  private PublishedItem item(int index) throws Exception {
    return new PublishedItem(home, home.items().get(index));
  }

  private String page(int number) throws Exception {
    return Files.readString(
        root.resolve("feed").resolve(number == 1 ? "feed.xml" : "feed-" + number + ".xml"));
  }

  private Channel channel() throws Exception {
    return (Channel) new WireFeedInput().build(new StringReader(page(1)));
  }

  private static PodcastModule podcast(com.rometools.rome.feed.module.Extendable parent) {
    return (PodcastModule) parent.getModule(PodcastModule.URI);
  }

  @Test
  void everyTagOfShowAndEpisodeIsWrittenAndReadBack() throws Exception {
    show("""
    guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
    license: CC-BY-4.0
    locked: false
    persons:
      - {name: Ada Example, role: host, href: "https://example.com/ada", img: "https://example.com/a.jpg"}
      - {name: Bo, role: editor, group: audio post-production}
    location: {name: Hong Kong, geo: "geo:22.2793,114.1628", osm: R913110}
    funding: {url: "https://example.com/give?a=1&b=2", text: Give & take}
    medium: podcast
    update-frequency: {text: every Friday, rrule: FREQ=WEEKLY;BYDAY=FR}
    trailer: hello
    podping: true
    """)
        .file(
            "scripts/2024-03-01-hello.md",
            "---\ntitle: Hello\ntype: trailer\nseason: 2\n---\nHello, and welcome to the show.\n")
        .file(
            "scripts/2024-03-08-guest.md",
            """
            ---
            title: A guest
            season: 2
            explicit: true
            persons:
              - {name: Grace Hopper, role: guest}
            location: {name: Arlington}
            license: CC0-1.0
            soundbites:
              - {start: 1.5, duration: 2, title: The beginning}
            ---
            This is a short episode with a guest in it.

            ## One thing

            It says little, and it ends here.
            """);

    home.run().expect(0);

    home.assertFeedHolds();
    Channel channel = channel();
    String feed = page(1);
    String cover = text(home.feed().getDocumentElement(), "url");
    Element trailer = home.items().get(1);
    assertThat(podcast(channel).tags())
        .containsExactly(
            new PodcastTag.Guid("917393e3-1b1e-5cef-ace4-edaa54e1f810"),
            new PodcastTag.Locked(false, "ada@example.com"),
            new PodcastTag.Medium("podcast"),
            new PodcastTag.Person(
                "Ada Example",
                "host",
                "cast",
                "https://example.com/a.jpg",
                "https://example.com/ada"),
            new PodcastTag.Person("Bo", "editor", "audio post-production", null, null),
            new PodcastTag.Location(
                "Hong Kong", "subject", "geo:22.2793,114.1628", "R913110", null),
            new PodcastTag.Funding("https://example.com/give?a=1&b=2", "Give & take"),
            new PodcastTag.License("cc-by-4.0", null),
            new PodcastTag.UpdateFrequency("every Friday", null, "FREQ=WEEKLY;BYDAY=FR", false),
            new PodcastTag.Trailer(
                "Hello",
                enclosure(trailer).getAttribute("url"),
                Instant.parse("2024-03-01T00:00:00Z"),
                Long.valueOf(enclosure(trailer).getAttribute("length")),
                "audio/mpeg",
                2),
            new PodcastTag.Image(cover, "Test Show", "1/1", null, null, "image/png", "artwork"),
            new PodcastTag.Podping(true),
            new PodcastTag.Txt("true", "ai-content"));
    PodcastModule guest = podcast(channel.getItems().get(0));
    assertThat(guest.tags())
        .contains(
            new PodcastTag.Season(2, null),
            new PodcastTag.Episode(BigDecimal.ONE, null),
            new PodcastTag.Person("Grace Hopper", "guest", "cast", null, null),
            new PodcastTag.Location("Arlington", "subject", null, null, null),
            new PodcastTag.License("cc0-1.0", null),
            new PodcastTag.Soundbite(
                Duration.ofMillis(1500), Duration.ofSeconds(2), "The beginning"));
    assertThat(guest.tags(PodcastTag.Transcript.class))
        .extracting(PodcastTag.Transcript::type)
        .containsExactly("text/vtt", "application/x-subrip", "application/json", "text/html");
    assertThat(guest.tags(PodcastTag.Chapters.class)).hasSize(1);
    assertThat(guest.tags(PodcastTag.Image.class)).hasSize(1);
    assertThat(text(home.items().get(0), "itunes:explicit")).isEqualTo("true");
    assertThat(text(home.items().get(0), "itunes:season")).isEqualTo("2");
    assertThat(text(trailer, "itunes:episodeType")).isEqualTo("trailer");
    for (int i = 0; i < 2; i++) {
      PodcastTag.AlternateEnclosure again =
          podcast(channel.getItems().get(i))
              .tags(PodcastTag.AlternateEnclosure.class)
              .findFirst()
              .orElseThrow();
      Element item = home.items().get(i);
      byte[] audio = Files.readAllBytes(home.audio(item));
      assertThat(again.length()).isEqualTo(audio.length);
      assertThat(again.sources())
          .containsExactly(new PodcastTag.Source(enclosure(item).getAttribute("url"), null));
      assertThat(again.integrity())
          .isEqualTo(
              new PodcastTag.Integrity(
                  "sri",
                  "sha384-"
                      + Base64.getEncoder()
                          .encodeToString(MessageDigest.getInstance("SHA-384").digest(audio))));
    }
    assertThat(Pattern.compile("xmlns:(\\w+)=").matcher(feed).results().map(r -> r.group(1)))
        .doesNotHaveDuplicates()
        .contains("podcast", "itunes", "atom", "psc", "content");
    assertThat(feed.substring(feed.indexOf("<channel>"))).doesNotContain("xmlns");
    assertThat(feed).doesNotContain("keywords").doesNotContainPattern("<([\\w:]+)></\\1>");
  }

  @Test
  void everyItemOfALongCatalogueIsReachedPageByPage() throws Exception {
    show("page-size: 2\n");
    for (int day = 1; day <= 5; day++) {
      home.episode("2024-03-0" + day, "number-" + day, "Number " + day);
    }
    home.run().expect(0);
    home.assertFeedHolds();

    List<String> titles = new ArrayList<>();
    Set<String> guids = new HashSet<>();
    String next = BASE + "feed/feed.xml";
    String previous = null;
    String last = BASE + "feed/feed-3.xml";
    while (next != null) {
      Path file = root.resolve(next.substring(BASE.length()));
      Element feed = TestHome.document(file).getDocumentElement();
      Map<String, String> links = links(feed);
      assertThat(links)
          .containsEntry("self", next)
          .containsEntry("first", BASE + "feed/feed.xml")
          .containsEntry("last", last);
      assertThat(links.get("previous")).isEqualTo(previous);
      for (Element item : TestHome.items(feed)) {
        titles.add(text(item, "title"));
        assertThat(guids.add(text(item, "guid"))).isTrue();
      }
      previous = next;
      next = links.get("next");
    }
    assertThat(previous).isEqualTo(last);
    assertThat(titles).containsExactly("Number 5", "Number 4", "Number 3", "Number 2", "Number 1");

    Map<String, String> before = home.published();
    home.at("2024-07-01T00:00:00Z").run().expect(0);
    assertThat(home.published()).isEqualTo(before);

    show("page-size: 3\n").run().expect(0);
    assertThat(root.resolve("feed/feed-2.xml")).exists();
    assertThat(root.resolve("feed/feed-3.xml")).doesNotExist();
    assertThat(links(home.feed().getDocumentElement()))
        .containsEntry("last", BASE + "feed/feed-2.xml");

    show("").run().expect(0);
    assertThat(root.resolve("feed/feed-2.xml")).doesNotExist();
    assertThat(links(home.feed().getDocumentElement())).containsOnlyKeys("self");
    assertThat(home.assertFeedHolds().items()).hasSize(5);
  }

  private static Map<String, String> links(Element feed) {
    Element channel = (Element) feed.getElementsByTagName("channel").item(0);
    Map<String, String> links = new java.util.TreeMap<>();
    for (Element link : elements(channel, ATOM, "link")) {
      assertThat(links.put(link.getAttribute("rel"), link.getAttribute("href"))).isNull();
    }
    return links;
  }

  @Test
  void theFeedSaysHowItIsDistributed() throws Exception {
    show("""
    hub: https://hub.example.org/
    new-feed-url: https://example.org/feed.xml
    block: true
    complete: true
    """)
        .episode("2024-03-08", "first-steps", "First steps");

    home.run().expect(0);

    Element feed = home.assertFeedHolds().feed().getDocumentElement();
    assertThat(links(feed))
        .containsEntry("hub", "https://hub.example.org/")
        .containsEntry("self", BASE + "feed/feed.xml");
    assertThat(text(feed, "itunes:new-feed-url")).isEqualTo("https://example.org/feed.xml");
    assertThat(text(feed, "itunes:block")).isEqualTo("Yes");
    assertThat(text(feed, "itunes:complete")).isEqualTo("Yes");
  }

  @Test
  void aPrivateFeedIsThereUnderItsSecretAlone() throws Exception {
    String secret = "3f9c2a7e51d0";
    try (LoopbackServer server = new LoopbackServer("/show/" + secret + "/", root)) {
      String base = server.url().replace(secret + "/", "");
      home.file(
              "scripts/show.yaml",
              TestHome.SHOW.replace("https://example.com/show/", base)
                  + "page-size: 1\nhub: https://hub.example.org/\npodping: true\nprivate-path: "
                  + secret
                  + "\n")
          .file(
              "scripts/2024-03-08-one.md",
              "---\ntitle: One\n---\nWords.\n\n## Two\n\nMore words here.\n")
          .episode("2024-03-22", "second-thoughts", "Second thoughts");
      Result result = home.run().expect(0);

      Element feed = home.feed().getDocumentElement();
      // Who spreads the news would spread the address.
      assertThat(result.err())
          .contains("hub: would tell others the secret address", "podping: would tell others");
      assertThat(page(1)).doesNotContain("hub.example.org", "podping");
      assertThat(text(feed, "itunes:block")).isEqualTo("Yes");
      assertThat(podcast(channel()).tags())
          .contains(
              new PodcastTag.Block(true, null), new PodcastTag.Locked(true, "ada@example.com"));
      // No published file names an address that does without the secret.
      int addresses = 0;
      try (Stream<Path> files = Files.walk(root.resolve("feed"))) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*\\.(xml|json|html|vtt|srt)")).toList()) {
          String text = Files.readString(file);
          addresses += text.split(Pattern.quote(server.url()), -1).length - 1;
          assertThat(text.replace(server.url(), "")).as(file.toString()).doesNotContain(base);
          assertThat(
                  file.toString().endsWith(".html")
                      == text.contains("name=\"robots\" content=\"noindex\""))
              .as(file.toString())
              .isTrue();
        }
      }
      assertThat(addresses).isGreaterThan(20);
      assertThat(home.run("check", "--feed", server.url() + "feed/feed.xml").expect(0).out())
          .contains("0 errors");
      assertThat(home.run("check", "--feed", base + "feed/feed.xml").exitCode()).isNotZero();
    }
  }

  @Test
  void aFeedThatBreaksARuleIsNotPublished() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    // Damage that leaves name and size as they were, and nothing that knows better.
    Path audio = home.audio(home.items().get(0));
    byte[] bytes = Files.readAllBytes(audio);
    java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
    Files.write(audio, bytes);
    for (String lost : List.of("feed/ledger.json", ".kaizencast/ledger.json")) {
      home.delete(lost);
    }
    Map<String, String> before = home.published();
    home.delete("scripts/2024-03-08-first-steps.md")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");

    Result refused = home.run().expect(1);

    assertThat(refused.err())
        .contains(
            "the published one stays",
            "feed/feed.xml:",
            audio.getFileName() + " is no MP3 file throughout",
            "RSS 2.0: a file is of the type that the feed gives it",
            "delete")
        .doesNotContain("\tat ");
    assertThat(home.items()).hasSize(1);
    Map<String, String> after = home.published();
    after.keySet().retainAll(before.keySet());
    assertThat(after).isEqualTo(before);

    // What it says to do helps, and what was rendered meanwhile is not rendered again.
    home.episode("2024-03-08", "first-steps", "First steps");
    Files.delete(audio);
    assertThat(home.run().expect(0).out()).contains("1 rendered, 1 unchanged");
    assertThat(home.assertFeedHolds().items()).hasSize(2);
  }

  @Test
  void filesOfAGoneEpisodeThatAreLostAreNotNamed() throws Exception {
    home.show()
        .file("scripts/2024-03-08-gone.md", "---\ntitle: Gone\n---\nWords.\n\n## Two\n\nMore.\n")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);
    PublishedItem gone = item(1);
    Path vtt = gone.file(gone.tags("transcript").get(0).getAttribute("url"));
    Path chapters = gone.file(gone.tags("chapters").get(0).getAttribute("url"));
    Path picture = gone.file(gone.tags("image").get(0).getAttribute("href"));
    home.delete("scripts/2024-03-08-gone.md");
    for (Path file : List.of(vtt, chapters, picture)) {
      Files.delete(file);
    }

    home.run().expect(0);

    home.assertFeedHolds();
    assertThat(item(1).text("title")).isEqualTo("Gone");
    assertThat(item(1).tags("transcript"))
        .extracting(tag -> tag.getAttribute("type"))
        .containsExactly("application/x-subrip", "application/json", "text/html");
    assertThat(item(1).tags("chapters")).isEmpty();
    assertThat(item(1).tags("image")).isEmpty();
    assertThat(page(1))
        .doesNotContain(
            vtt.getFileName().toString(),
            chapters.getFileName().toString(),
            picture.getFileName().toString());
    assertThat(item(0).tags("transcript")).hasSize(4);
  }

  @Test
  void filesOfAnEpisodeThatAreLostAreMadeAgainToTheSameBytes() throws Exception {
    home.show()
        .file("scripts/2024-03-08-one.md", "---\ntitle: One\n---\nWords.\n\n## Two\n\nMore.\n");
    home.run().expect(0);
    PublishedItem item = item(0);
    Path chapters = item.file(item.tags("chapters").get(0).getAttribute("url"));
    byte[] bytes = Files.readAllBytes(chapters);
    String feed = page(1);
    Files.delete(chapters);

    home.at("2024-07-01T00:00:00Z").run().expect(0);

    assertThat(chapters).hasBinaryContent(bytes);
    assertThat(page(1)).isEqualTo(feed);
  }

  @Test
  void checkReadsAFeedFromAFileAndFromAnAddress() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    String file = root.resolve("feed/feed.xml").toString();
    try (LoopbackServer server = new LoopbackServer("/elsewhere/", root)) {
      String url = server.url() + "feed/feed.xml";
      assertThat(home.run("check", "--feed", file).expect(0).out())
          .isEqualTo("0 errors, 0 warnings\n");
      assertThat(home.run("check", "--feed", url).expect(0).out())
          .isEqualTo("0 errors, 0 warnings\n");
      assertThat(server.requests()).containsExactly("GET /elsewhere/feed/feed.xml");

      String broken =
          page(1)
              .replaceFirst("<itunes:explicit>false", "<itunes:explicit>no")
              .replace("<guid", "<g");
      home.file("feed/broken.xml", broken.replace("</guid>", "</g>"));
      String brokenFile = root.resolve("feed/broken.xml").toString();
      for (String where : List.of(brokenFile, server.url() + "feed/broken.xml")) {
        assertThat(home.run("check", "--feed", where).expect(1).out())
            .containsPattern(
                Pattern.quote(where) + ":\\d+: .*Apple: itunes:explicit is true or false")
            .contains("no guid", "2 errors");
      }
      Result missing = home.run("check", "--feed", server.url() + "feed/missing.xml").expect(1);
      assertThat(missing.err()).contains("status 404").doesNotContain("\tat ");
    }
  }

  @Test
  void notesKeepWhatReadsAndLoseWhatActs() throws Exception {
    home.show()
        .file(
            "scripts/2024-03-08-notes.md",
            """
            ---
            title: Notes
            summary: What this is about.
            ---
            Some text with a [relative link](/about?a=1&b=2), a [page](docs/page.html), a footnote[^1]
            and a [mail](mailto:ada@example.com). <script>track()</script>

            ![](https://tracker.example/pixel.gif)
            ![A diagram](https://example.org/d.png)

            ## A table

            | key | value |
            |---|---|
            | a & b | `x < y` |

            ## Code

            ```java
            if (a < b && c > d) { run("<b>"); }
            ```

            ## [Further reading](https://example.org/reading)

            This is the end of it.

            [^1]: The footnote tells more.
            """);

    home.run().expect(0);

    home.assertFeedHolds();
    PublishedItem item = item(0);
    org.jsoup.nodes.Document notes = Jsoup.parseBodyFragment(item.notes());
    assertThat(notes.select("a").eachAttr("href"))
        .contains(
            "https://example.com/about?a=1&b=2",
            "https://example.com/docs/page.html",
            "mailto:ada@example.com",
            "https://example.org/d.png",
            "https://example.org/reading")
        .allMatch(link -> link.matches("(https:|mailto:).*"));
    assertThat(notes.select("td").eachText()).containsExactly("a & b", "x < y");
    assertThat(notes.selectFirst("pre code").wholeText())
        .isEqualTo("if (a < b && c > d) { run(\"<b>\"); }\n");
    assertThat(notes.text()).contains("The footnote tells more.");
    assertThat(notes.select("script, img, style, iframe, form, [onclick], [style]")).isEmpty();
    assertThat(item.notes()).doesNotContain("tracker.example", "track()");
    Path page =
        Files.writeString(root.resolve("notes.html"), HtmlJudge.page("Notes", item.notes()));
    assertThat(item.description())
        .startsWith("What this is about.\n\n00:00 Introduction\n")
        .contains("Further reading: https://example.org/reading")
        .contains("relative link: https://example.com/about?a=1&b=2")
        .doesNotContain("tracker", "<p>");
    HtmlJudge.acceptsWithoutAWord(List.of(page));
  }

  @Test
  void aLongDescriptionEndsWithinApplesLimitAndWithinNoCharacter() throws Exception {
    String summary = "改善 持續 😀 &amp; ".repeat(159).strip();
    home.show()
        .file(
            "scripts/2024-03-08-long.md",
            "---\ntitle: Long\nsummary: '" + summary + "'\n---\nSome words to be said here.\n");

    home.run().expect(0);

    String description =
        home.assertFeedHolds().items().isEmpty() ? "" : item(0).text("description");
    assertThat(description.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isBetween(3900, 4000);
    assertThat(description).endsWith("…").doesNotContain("\ufffd");
    String shown = item(0).description();
    assertThat(summary).startsWith(shown.substring(0, shown.length() - 1));
  }

  @Test
  void aPictureHasANewNameWhenItChangesAndIsLinkedAndEmbedded() throws Exception {
    home.show()
        .file("scripts/art/own.png", TextsEverywhereTest.picture())
        .file(
            "scripts/2024-03-08-own.md",
            "---\ntitle: Own\nimage: art/own.png\n---\nSome words to be said here.\n")
        .episode("2024-03-22", "drawn", "Drawn");
    home.run().expect(0);
    home.assertFeedHolds();
    String first = href(item(1));
    String drawn = href(item(0));
    assertThat(Files.readAllBytes(item(1).file(first))).isEqualTo(TextsEverywhereTest.picture());
    assertThat(item(1).tags("image").get(0).getAttribute("href")).isEqualTo(first);
    assertThat(drawn).isNotEqualTo(first);
    for (int i = 0; i < 2; i++) {
      JsonNode embedded = item(i).tag().get("pictures");
      assertThat(embedded).hasSize(1);
      assertThat(embedded.get(0).get("kind").asInt()).as("front cover").isEqualTo(3);
    }

    java.awt.image.BufferedImage other =
        new java.awt.image.BufferedImage(1500, 1500, java.awt.image.BufferedImage.TYPE_INT_RGB);
    java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(other, "png", png);
    home.file("scripts/art/own.png", png.toByteArray()).run().expect(0);

    home.assertFeedHolds();
    assertThat(href(item(1))).isNotEqualTo(first).endsWith(".png").doesNotContain("?");
    assertThat(href(item(0))).isEqualTo(drawn);
    assertThat(item(1).file(first)).as("the old one stays for a while").exists();
  }

  private static String href(PublishedItem item) {
    return elements(item.element(), "http://www.itunes.com/dtds/podcast-1.0.dtd", "image")
        .get(0)
        .getAttribute("href");
  }

  @Test
  void aPictureThatAppleWouldRefuseIsReportedWhereItIsNamed() throws Exception {
    java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(
        new java.awt.image.BufferedImage(300, 200, java.awt.image.BufferedImage.TYPE_INT_ARGB),
        "png",
        png);
    show("cover: art/cover.png\n")
        .file("scripts/art/cover.png", png.toByteArray())
        .file(
            "scripts/2024-03-08-own.md",
            "---\ntitle: Own\nimage: art/cover.png\n---\nSome words to be said here.\n")
        .episode("2024-03-22", "drawn", "Drawn");

    Result result = home.run().expect(3);

    int line = (int) TestHome.SHOW.lines().count() + 1;
    assertThat(result.err())
        .containsPattern("scripts/show.yaml:" + line + ":\\d+: .*cover.png.*300")
        .containsPattern("scripts/2024-03-08-own.md:3:\\d+: .*cover.png.*300");
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }
}
