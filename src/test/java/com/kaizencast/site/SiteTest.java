package com.kaizencast.site;

import static com.kaizencast.site.SiteExamples.BASE;
import static com.kaizencast.site.SiteExamples.page;
import static com.kaizencast.site.SiteExamples.pages;
import static com.kaizencast.site.SiteExamples.show;
import static com.kaizencast.site.SiteExamples.site;
import static com.kaizencast.site.SiteExamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SiteTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static Document parsed(Map<String, byte[]> site, String path) {
    return Jsoup.parse(text(site, path), BASE + path);
  }

  private static JsonNode linkedData(Document document) {
    return JSON.readTree(document.selectFirst("script[type=application/ld+json]").data());
  }

  @Test
  void listsTheEpisodesNewestFirst() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(3));

    Document index = parsed(site, "feed/index.html");
    assertThat(index.select(".list h3").eachText()).containsExactly("Tale 3", "Tale 2", "Tale 1");
    assertThat(index.select(".list .meta").first().text())
        .isEqualTo("Episode 3 · 4 January 2024 · 2 min");
    for (Element link : index.select(".list h3 a")) {
      assertThat(site).containsKey(link.absUrl("href").substring(BASE.length()));
    }
  }

  @Test
  void refersOnlyToFilesOfItsOwn() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(40));

    for (String path : site.keySet().stream().filter(p -> p.endsWith(".html")).toList()) {
      Document page = parsed(site, path);
      for (Element element : page.select("[src], link[rel=stylesheet], link[rel=icon], a[href]")) {
        String key = element.hasAttr("src") ? "src" : "href";
        String href = element.attr(key);
        if (element.tagName().equals("a")
            && (href.matches("[a-z-]+://.*|#.*") || href.startsWith("mailto:"))) {
          continue;
        }
        assertThat(href).as("%s in %s", element, path).doesNotContain(":").doesNotStartWith("/");
        String target = element.absUrl(key).replaceFirst("#.*", "").substring(BASE.length());
        if (!target.matches("audio/tale-.*|feed/episodes/x\\..*|feed/cover\\..*|feed/x.png")) {
          assertThat(site).as("from %s", path).containsKey(target);
        }
      }
    }
  }

  @Test
  void holdsNoScriptAndNoStyleOfItsPages() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(2));

    for (String path : List.of("feed/index.html", "feed/episodes/tale-1.html")) {
      Document page = parsed(site, path);
      assertThat(page.select("script:not([src]):not([type=application/ld+json]), style, [style]"))
          .isEmpty();
      assertThat(text(site, path)).doesNotContainPattern("<[^>]+\\son[a-z]+=");
      assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
          .doesNotContain("unsafe", "http", "*");
    }
  }

  @Test
  void showsTextAsText() {
    Map<String, byte[]> site =
        site(
            show(Distribution.DEFAULT),
            List.of(page(1, "</title><script>alert(1)</script>", "\"'><img src=x onerror=y>")));

    Document index = parsed(site, "feed/index.html");
    Document episode = parsed(site, "feed/episodes/tale-1.html");
    assertThat(index.selectFirst("h1").text()).isEqualTo("Tales & <Tools>");
    assertThat(index.selectFirst(".list h3").text()).isEqualTo("</title><script>alert(1)</script>");
    assertThat(episode.selectFirst("h1").text()).isEqualTo("</title><script>alert(1)</script>");
    for (Document page : List.of(index, episode)) {
      assertThat(page.select("script")).hasSize(2);
      assertThat(page.select("img[src=x], [onerror]")).isEmpty();
    }
    assertThat(linkedData(episode).get("name").asString())
        .isEqualTo("</title><script>alert(1)</script>");
    assertThat(JSON.readTree(text(site, "feed/search.json")).get(0).get(2).asString())
        .isEqualTo("\"'><img src=x onerror=y>");
  }

  @Test
  void holdsTheTranscriptAsTextWithTheTimeOfEachWord() {
    Document episode =
        parsed(site(show(Distribution.DEFAULT), pages(1)), "feed/episodes/tale-1.html");

    assertThat(episode.select("#transcript [data-w]").eachText())
        .containsExactly("Hello", "It's a <b> & c.");
    assertThat(episode.select("#transcript [data-w]").eachAttr("data-w"))
        .containsExactly("20", "100 23 0 0 6157");
    assertThat(episode.select("#transcript .at").eachAttr("href"))
        .containsExactly(
            "../../audio/tale-1.0123abcd.mp3#t=0.2", "../../audio/tale-1.0123abcd.mp3#t=1");
  }

  @Test
  void worksWithoutScripts() {
    Document episode =
        parsed(site(show(Distribution.DEFAULT), pages(1)), "feed/episodes/tale-1.html");

    assertThat(episode.selectFirst("audio[controls]").attr("src"))
        .isEqualTo("../../audio/tale-1.0123abcd.mp3");
    assertThat(episode.select(".chapters a[data-t]").eachAttr("href"))
        .containsExactly(
            "../../audio/tale-1.0123abcd.mp3#t=0", "../../audio/tale-1.0123abcd.mp3#t=62.75");
    assertThat(episode.select(".chapters").text()).contains("1:02 <Middle>");
    assertThat(episode.select(".controls, .keys, form").eachAttr("hidden")).hasSize(2);
  }

  @Test
  void showsPicturesOfTheShowWhereverItIsServed() {
    Document episode =
        parsed(site(show(Distribution.DEFAULT), pages(1)), "feed/episodes/tale-1.html");

    assertThat(episode.selectFirst(".notes img").attr("src")).isEqualTo("../../feed/x.png");
    assertThat(episode.selectFirst(".notes a").attr("href")).isEqualTo("https://example.org/");
  }

  @Test
  void tellsSearchEnginesAndOtherPagesWhatItIs() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(2));
    Document index = parsed(site, "feed/index.html");
    Document episode = parsed(site, "feed/episodes/tale-2.html");

    JsonNode series = linkedData(index);
    assertThat(series.get("@type").asString()).isEqualTo("PodcastSeries");
    assertThat(series.get("webFeed").asString()).isEqualTo(BASE + "feed/feed.xml");
    JsonNode data = linkedData(episode);
    assertThat(data.get("@type").asString()).isEqualTo("PodcastEpisode");
    assertThat(data.get("timeRequired").asString()).isEqualTo("PT2M5S");
    assertThat(data.get("associatedMedia").get("contentUrl").asString())
        .isEqualTo(BASE + "audio/tale-2.0123abcd.mp3");
    assertThat(data.get("partOfSeries").get("name").asString()).isEqualTo("Tales & <Tools>");
    assertThat(data.get("hasPart").get(1).get("startOffset").decimalValue()).isEqualTo("62.75");
    assertThat(data.get("hasPart").get(1).get("url").asString())
        .isEqualTo(BASE + "feed/episodes/tale-2.html#t=62.75");

    assertThat(episode.selectFirst("link[rel=canonical]").attr("href"))
        .isEqualTo(BASE + "feed/episodes/tale-2.html");
    assertThat(episode.selectFirst("link[rel=alternate][type=application/rss+xml]").attr("href"))
        .isEqualTo(BASE + "feed/feed.xml");
    assertThat(episode.selectFirst("meta[property=og:audio]").attr("content"))
        .isEqualTo(BASE + "audio/tale-2.0123abcd.mp3");
    assertThat(episode.selectFirst("meta[property=og:image]").attr("content"))
        .isEqualTo(BASE + "feed/episodes/x.0123abcd.png");
    assertThat(Jsoup.parse(text(site, "feed/sitemap.xml")).select("loc").eachText())
        .containsExactly(
            BASE + "feed/index.html",
            BASE + "feed/episodes/tale-2.html",
            BASE + "feed/episodes/tale-1.html");
  }

  @Test
  void keepsAPrivateShowToThoseWhoHaveItsAddress() {
    Map<String, byte[]> site =
        site(show(new Distribution(500, null, null, false, false, "s3cr3t-s3cr3t")), pages(1));

    assertThat(site).doesNotContainKey("feed/sitemap.xml");
    for (String path : List.of("feed/index.html", "feed/episodes/tale-1.html")) {
      Document page = parsed(site, path);
      assertThat(page.selectFirst("meta[name=robots]").attr("content")).contains("noindex");
      assertThat(page.selectFirst("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
      assertThat(page.select("link[rel=canonical]")).isEmpty();
    }
    assertThat(parsed(site, "feed/index.html").selectFirst("#feed-url").val())
        .isEqualTo(BASE + "s3cr3t-s3cr3t/feed/feed.xml");
  }

  @Test
  void leadsToTheAppsThatAListenerHas() {
    Document index = parsed(site(show(Distribution.DEFAULT), pages(1)), "feed/index.html");

    assertThat(index.select(".apps a").eachAttr("href"))
        .containsExactly(
            "podcast://cdn.example.com/tales/feed/feed.xml",
            "overcast://x-callback-url/add?url=https%3A%2F%2Fcdn.example.com%2Ftales%2Ffeed%2Ffeed.xml",
            "pktc://subscribe/cdn.example.com/tales/feed/feed.xml",
            "antennapod-subscribe://cdn.example.com/tales/feed/feed.xml",
            "castro://subscribe/cdn.example.com/tales/feed/feed.xml",
            "pcast://cdn.example.com/tales/feed/feed.xml");
  }

  @Test
  void leadsAPhoneToThePage() throws Exception {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(1));
    String name = parsed(site, "feed/index.html").selectFirst("figure img").attr("src");

    assertThat(read(text(site, "feed/" + name))).isEqualTo(BASE + "feed/index.html#subscribe");
  }

  /** Draws the rectangles of the picture, three pixels to the module, and reads the code in it. */
  private static String read(String svg) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = 3 * Integer.parseInt(box.group(1));
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, 0xffffff);
    Matcher bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z").matcher(svg);
    while (bar.find()) {
      for (int y = 3 * Integer.parseInt(bar.group(2)), row = 0; row < 3; row++) {
        int from = (y + row) * size + 3 * Integer.parseInt(bar.group(1));
        Arrays.fill(pixels, from, from + 3 * Integer.parseInt(bar.group(3)), 0);
      }
    }
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
        .getText();
  }

  @Test
  void marksOtherScriptsAndDirections() {
    Map<String, byte[]> site =
        site(
            show("مقدمة", "en", Distribution.DEFAULT),
            List.of(page(2, "継続的改善とは何か"), page(1, "Plain")));

    Document index = parsed(site, "feed/index.html");
    assertThat(index.selectFirst("h1").attr("lang")).isEqualTo("ar");
    assertThat(index.select(".list h3 a").eachAttr("lang")).containsExactly("ja", "en");
    assertThat(index.select("h1, .list h3 a").eachAttr("dir")).containsOnly("auto");
    assertThat(
            parsed(site(show("Show", "ar-EG", Distribution.DEFAULT), List.of()), "feed/index.html")
                .selectFirst("html")
                .attr("dir"))
        .isEqualTo("rtl");
  }

  @Test
  void dividesLongListsIntoPagesThatLeadToEachOther() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(61));

    assertThat(parsed(site, "feed/index.html").select(".list li")).hasSize(30);
    assertThat(parsed(site, "feed/index.html").selectFirst(".pages a[rel=next]").attr("href"))
        .isEqualTo("page-2.html");
    assertThat(parsed(site, "feed/page-2.html").select(".pages a").eachAttr("href"))
        .containsExactly("index.html", "page-3.html");
    assertThat(parsed(site, "feed/page-3.html").select(".list h3").eachText())
        .containsExactly("Tale 1");
    assertThat(JSON.readTree(text(site, "feed/search.json"))).hasSize(61);
  }

  /** Without pictures; what search loads when somebody searches is not part of it. */
  @Test
  void weighsLessThanSixtyKilobytesWith231Episodes() {
    List<EpisodePage> pages =
        pages(231).stream()
            .map(
                page ->
                    page(
                        page.item().episode().number(),
                        "A title as long as titles of episodes are, number "
                            + page.item().episode().number(),
                        "A summary that fills what a summary may fill. ".repeat(10)))
            .toList();

    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages);

    int bytes =
        site.entrySet().stream()
            .filter(
                file ->
                    file.getKey().equals("feed/index.html")
                        || file.getKey().matches("feed/site\\..*\\.(css|js)"))
            .mapToInt(file -> file.getValue().length)
            .sum();
    assertThat(bytes).isLessThan(60_000);
    assertThat(parsed(site, "feed/index.html").select(".list li")).hasSize(30);
  }

  @Test
  void leadsToTheEpisodesBeforeAndAfter() {
    Map<String, byte[]> site = site(show(Distribution.DEFAULT), pages(3));

    Document middle = parsed(site, "feed/episodes/tale-2.html");
    assertThat(middle.selectFirst("nav a[rel=next]").attr("href")).isEqualTo("tale-3.html");
    assertThat(middle.selectFirst("nav a[rel=prev]").attr("href")).isEqualTo("tale-1.html");
    assertThat(parsed(site, "feed/episodes/tale-3.html").select("nav a[rel=next]")).isEmpty();
  }

  @Test
  void isAPageWithoutEpisodesToo() {
    Document index = parsed(site(show(Distribution.DEFAULT), List.of()), "feed/index.html");

    assertThat(index.select(".list li")).isEmpty();
    assertThat(index.select(".meta").text()).contains("0 episodes");
  }

  @Test
  void playsWhatLiesOnAnotherHostOnlyWhenAskedTo() {
    EpisodePage here = page(1, "Moved here");
    FeedItem item = here.item();
    AudioFile audio =
        new AudioFile(
            "https://old.example.org:8443/a/1.mp3",
            "audio/mpeg",
            1_000,
            item.audio().duration(),
            0,
            "");
    FeedItem elsewhere =
        new FeedItem(
            item.guid(),
            item.episode(),
            audio,
            "",
            List.of(),
            List.of(
                new CompanionFile(
                    CompanionFile.Kind.PICTURE,
                    "https://old.example.org/1.png",
                    "image/png",
                    1,
                    ""),
                new CompanionFile(
                    CompanionFile.Kind.TRANSCRIPT,
                    "https://old.example.org/1.vtt",
                    "text/vtt",
                    1,
                    "")));

    Document episode =
        parsed(
            site(
                show(Distribution.DEFAULT),
                List.of(new EpisodePage(elsewhere, "", List.of(), List.of()))),
            "feed/episodes/tale-1.html");

    assertThat(episode.selectFirst("audio").attr("src"))
        .isEqualTo("https://old.example.org:8443/a/1.mp3");
    assertThat(episode.selectFirst("audio").attr("preload")).isEqualTo("none");
    assertThat(episode.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("media-src 'self' https://old.example.org:8443;");
    assertThat(episode.select("img").eachAttr("src"))
        .containsExactly("../../feed/cover.0123abcd.png");
    assertThat(episode.select(".files a").eachAttr("href"))
        .containsExactly("https://old.example.org:8443/a/1.mp3", "https://old.example.org/1.vtt");
    assertThat(linkedData(episode).get("associatedMedia").get("contentUrl").asString())
        .isEqualTo("https://old.example.org:8443/a/1.mp3");
  }

  @Test
  void drawsTheSound() {
    EpisodePage loudAtTheEnd =
        new EpisodePage(page(1, "x").item(), "", List.of(), List.of(0, 0, 0, 0, 64, 128));

    String path = Wave.path(loudAtTheEnd.swings());

    assertThat(path).startsWith("M0 30h2v4h-2z").endsWith("M477 0h2v64h-2z");
    assertThat(path.split("M")).hasSize(161);
    assertThat(Wave.path(List.of())).startsWith("M0 30h2v4h-2z").endsWith("M477 30h2v4h-2z");
  }

  @Test
  void givesEqualBytesForEqualInput() {
    Map<String, byte[]> once = site(show(Distribution.DEFAULT), pages(3));
    Map<String, byte[]> twice = site(show(Distribution.DEFAULT), pages(3));

    assertThat(twice.keySet()).containsExactlyElementsOf(once.keySet());
    once.forEach((path, bytes) -> assertThat(twice.get(path)).as(path).isEqualTo(bytes));
  }
}
