package com.kaizencast;

import static com.kaizencast.PublishedItem.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that break programs, through the whole job and out in every form. */
class TextsEverywhereTest {

  @TempDir java.nio.file.Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q&A: a < b > c \"d\" 'e' --> f",
        "Tom &amp; Jerry &lt;3 &#233; &nbsp;",
        "<script>alert(1)</script> ]]> <!-- x -->",
        "Smile 😀 family 👨‍👩‍👧 flag 🇭🇰",
        "改善不断 · 持續改進",
        "שלום: مرحبا بالعالم",
        "İstanbul, Łódź, Ünïcödé, ﬁn",
        "100% {sure} \\n $1 \\u0041 `tick`"
      })
  void surviveEveryOutputFormIntact(String odd) throws Exception {
    String yaml = "'" + odd.replace("'", "''") + "'";
    TestHome home =
        new TestHome(root)
            .file("scripts/cover.png", picture())
            .file(
                "scripts/show.yaml",
                TestHome.SHOW
                        .replace("title: Test Show", "title: " + yaml)
                        .replace("description: A show for tests.", "description: " + yaml)
                        .replace("author: Ada Example", "author: " + yaml)
                    + "cover: cover.png\n")
            .file(
                "scripts/2024-03-08-odd.md",
                """
                ---
                title: %s
                summary: %s
                ---
                These words stand before [%s](say: "these") and these words come after it.

                ## Part of [%s](say: "this")

                Here is some more of the text.
                ## [Last](https://example.org/)

                And here it ends.
                """
                    .formatted(yaml, yaml, markdown(odd), markdown(odd)));

    home.run().expect(0);

    PublishedItem item = new PublishedItem(home, home.assertFeedHolds().items().get(0));
    inTheFeed(home, item, odd);
    inTheFile(home, item, odd);
    inChapters(item, odd);
    inTranscripts(item, odd);
  }

  private static void inTheFeed(TestHome home, PublishedItem item, String odd) throws Exception {
    assertThat(TestHome.text(home.feed().getDocumentElement(), "title")).isEqualTo(odd);
    assertThat(TestHome.text(home.feed().getDocumentElement(), "itunes:author")).isEqualTo(odd);
    assertThat(TestHome.text(home.feed().getDocumentElement(), "description").replace("\u2060", ""))
        .isEqualTo(odd);
    assertThat(item.text("title")).isEqualTo(odd);
    assertThat(item.description().lines().findFirst()).contains(odd);
    // An app that takes the description for HTML shows the same.
    assertThat(Jsoup.parseBodyFragment(item.text("description")).text().replace("\u2060", ""))
        .startsWith(odd);
    Document notes = Jsoup.parseBodyFragment(item.notes());
    assertThat(notes.selectFirst("p").text()).contains("before " + odd + " and");
    assertThat(notes.select("h2, h3").eachText()).containsExactly("Part of " + odd, "Last");
  }

  private static void inTheFile(TestHome home, PublishedItem item, String odd) throws Exception {
    JsonNode tag = item.tag();
    assertThat(tag.get("title").asString()).isEqualTo(odd);
    assertThat(tag.get("artist").asString()).isEqualTo(odd);
    assertThat(tag.get("album").asString()).isEqualTo(odd);
    assertThat(tag.get("comments").get(0).asString()).isEqualTo(odd);
    JsonNode format =
        JsonMapper.shared()
            .readTree(
                new OutsideJudge("ffprobe", "ffmpeg")
                    .required()
                    .askOk(
                        "-v",
                        "error",
                        "-show_format",
                        "-show_chapters",
                        "-of",
                        "json",
                        home.audio(item.element()).toString()));
    assertThat(format.get("format").get("tags").get("title").asString()).isEqualTo(odd);
    assertThat(format.get("chapters").get(1).get("tags").get("title").asString())
        .isEqualTo("Part of " + odd);
  }

  private static void inChapters(PublishedItem item, String odd) throws Exception {
    List<String> titles = List.of("Introduction", "Part of " + odd, "Last");
    assertThat(item.simpleChapters()).extracting(PublishedItem.Mark::title).isEqualTo(titles);
    assertThat(item.jsonChapters()).extracting(PublishedItem.Mark::title).isEqualTo(titles);
    assertThat(item.taggedChapters()).extracting(PublishedItem.Mark::title).isEqualTo(titles);
    assertThat(item.listedChapters()).extracting(PublishedItem.Mark::title).isEqualTo(titles);
  }

  private static void inTranscripts(PublishedItem item, String odd) throws Exception {
    String said = "before " + odd + " and these";
    String vtt = utf8(item.transcript("text/vtt")).replaceAll("<v [^>]*>", "");
    assertThat(unescaped(cueText(vtt))).contains(said);
    assertThat(utf8(item.transcript("text/vtt")))
        .contains(
            "<v " + odd.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + ">");
    assertThat(cueText(utf8(item.transcript("application/x-subrip"))))
        .contains(said.replace("-->", "→"));
    List<String> words = new ArrayList<>();
    JsonMapper.shared()
        .readTree(item.transcript("application/json"))
        .get("segments")
        .forEach(
            segment -> {
              words.add(segment.get("body").asString());
              assertThat(segment.get("speaker").asString()).isEqualTo(odd);
            });
    assertThat(String.join(" ", words)).contains(said);
    Document page = Jsoup.parse(utf8(item.transcript("text/html")));
    assertThat(page.title()).isEqualTo(odd);
    assertThat(page.selectFirst("h1").text()).isEqualTo(odd);
    assertThat(page.selectFirst("cite").text()).isEqualTo(odd + ":");
    assertThat(page.body().text()).contains(said, "Part of " + odd);
    assertThat(page.select("script")).isEmpty();
  }

  /** The lines of the cues, joined as they are read. */
  private static String cueText(String captions) {
    List<String> lines = new ArrayList<>();
    for (String block : captions.split("\n\n")) {
      block
          .lines()
          .dropWhile(line -> !line.matches("\\d\\d:.* --> \\d\\d:.*"))
          .skip(1)
          .forEach(lines::add);
    }
    return String.join(" ", lines);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String markdown(String text) {
    return text.replaceAll("[\\\\`*_{}\\[\\]<>()#+.!|&~\"'$%-]", "\\\\$0");
  }

  static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
