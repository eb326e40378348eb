package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.FeedItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowNotesTest {

  private static final URI WEBSITE = URI.create("https://example.com/show/");
  private static final String PUBLIC = "https://cdn.example.com/tales/";

  private static ShowNotes notes(String summary, String html, Chapter... chapters) {
    return notes(summary, html, Duration.ofMinutes(5), chapters);
  }

  private static ShowNotes notes(
      String summary, String html, Duration length, Chapter... chapters) {
    return notes("", summary, html, length, chapters);
  }

  private static ShowNotes notes(
      String disclosure, String summary, String html, Duration length, Chapter... chapters) {
    return new ShowNotes(
        new FeedItem(
            "g",
            FeedExamples.episode(1, "The title", summary, Instant.EPOCH),
            FeedExamples.audio("audio/x.mp3", length),
            html,
            List.of(chapters)),
        disclosure,
        WEBSITE,
        PUBLIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>Plain &amp; simple</p>|<p>Plain &amp; simple</p>",
        "<h2>Head</h2><p>a <em>b</em> <strong>c</strong></p>"
            + "|<h2>Head</h2><p>a <em>b</em> <strong>c</strong></p>",
        "<ol start=\"3\"><li>x</li></ol>|<ol start=\"3\"><li>x</li></ol>",
        "<pre><code class=\"language-java\">if (a &lt; b &amp;&amp; c) {}</code></pre>"
            + "|<pre><code>if (a &lt; b &amp;&amp; c) {}</code></pre>",
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td"
            + " colspan=\"2\">1</td></tr></tbody></table>|<table><thead><tr><th>A</th></tr></thead><tbody><tr><td"
            + " colspan=\"2\">1</td></tr></tbody></table>",
        "<p>a<br>b</p><hr>|<p>a<br />b</p><hr />",
        "<a href=\"page\">x</a>|<a href=\"https://example.com/show/page\">x</a>",
        "<a href=\"/page?a=1&amp;b=2\">x</a>|<a"
            + " href=\"https://example.com/page?a=1&amp;b=2\">x</a>",
        "<a href=\"//other.example/\">x</a>|<a href=\"https://other.example/\">x</a>",
        "<a href=\"mailto:a@b.example\">x</a>|<a href=\"mailto:a@b.example\">x</a>",
        "<sup><a href=\"#fn1\">1</a></sup>|<sup>1</sup>",
        "<a href=\"javascript:alert(1)\">x</a>|x",
        "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>|x",
        "<a href=\"data:text/html,x\">x</a>|x",
        "<a href=\"https://x.org/\" onclick=\"x()\" style=\"color:red\" target=\"_blank\">x</a>"
            + "|<a href=\"https://x.org/\">x</a>",
        "<script>alert(1)</script><p>x</p>|<p>x</p>",
        "<style>p{}</style><p style=\"x\" class=\"y\" id=\"z\">x</p>|<p>x</p>",
        "<iframe"
            + " src=\"https://x.org\"></iframe><p>x</p><object></object><form><input></form>|<p>x</p>",
        "<svg onload=\"alert(1)\"><script>1</script></svg><p>x</p>|<p>x</p>",
        "<p>x</p><img src=\"https://track.example/p.gif\" width=\"1\" height=\"1\">|<p>x</p>",
        "<p><img src=\"https://track.example/p.gif\" alt=\"A cat\"></p>"
            + "|<p><a href=\"https://track.example/p.gif\">A cat</a></p>",
        "<p><img src=\"https://cdn.example.com/tales/feed/a.png\" alt=\"A\" onerror=\"x\"></p>"
            + "|<p><img src=\"https://cdn.example.com/tales/feed/a.png\" alt=\"A\" /></p>",
        "<p><b>not closed<p>next|<p><b>not closed</b></p><p><b>next</b></p>",
        "<p>你好 😀 שלום ]]&gt; x</p>|<p>你好 😀 שלום ]]&gt; x</p>"
      })
  void keepsWhatReadsAndDropsWhatActs(String raw, String clean) {
    assertThat(notes("s", raw).html()).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
            + " onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<<script>alert(1)//<</script>",
        "<p title='\"><script>alert(1)</script>'>x</p>",
        "<textarea></textarea><script>alert(1)</script>",
        "<base href=\"https://evil.example/\"><a href=\"x\">x</a>",
        "<meta http-equiv=refresh content=0><link rel=stylesheet href=x>"
      })
  void leavesNothingThatActs(String attack) {
    String html = notes("s", attack).html();

    assertThat(
            Jsoup.parseBodyFragment(html)
                .select("script, style, svg, math, base, meta, link, noscript"))
        .isEmpty();
    Jsoup.parseBodyFragment(html)
        .getAllElements()
        .forEach(
            element ->
                element
                    .attributes()
                    .forEach(
                        attribute -> {
                          assertThat(attribute.getKey()).doesNotStartWith("on");
                          assertThat(attribute.getValue()).doesNotContain("script:", "evil");
                        }));
  }

  @Test
  void fallsBackToTheSummaryWhereNotesAreEmpty() {
    assertThat(notes("All & <all>", " ").html()).isEqualTo("<p>All &amp; &lt;all&gt;</p>");
    assertThat(notes("", "<script>1</script>").html()).isEqualTo("<p>The title</p>");
  }

  @Test
  void describesByTheSummaryThenTheFirstParagraphThenTheTitle() {
    assertThat(notes("Summary.", "<p>First.</p>").description()).isEqualTo("Summary.");
    assertThat(notes(" ", "<h2>x</h2><p>First.</p><p>Second.</p>").description())
        .isEqualTo("First.");
    assertThat(notes("", "").description()).isEqualTo("The title");
  }

  @Test
  void listsChaptersAndLinksInTheDescription() {
    String html =
        "<p><a href=\"/a\">A &amp; b</a> <a href=\"https://x.org/\">https://x.org/</a>"
            + " <a href=\"/a\">again</a></p>";

    String description =
        notes(
                "Summary.",
                html,
                new Chapter(Duration.ZERO, "Welcome", null),
                new Chapter(Duration.ofMillis(59_999), "Two", null),
                new Chapter(Duration.ofSeconds(61), "Three", null))
            .description();

    assertThat(description)
        .isEqualTo(
            """
            Summary.

            00:00 Welcome
            00:59 Two
            01:01 Three

            A & b: https://example.com/a
            https://x.org/\
            """);
  }

  @Test
  void writesHoursWhereThereAreSuch() {
    assertThat(
            notes(
                    "S",
                    "",
                    Duration.ofMinutes(75),
                    new Chapter(Duration.ZERO, "A", null),
                    new Chapter(Duration.ofMinutes(59), "B", null),
                    new Chapter(Duration.ofMinutes(61), "C", null))
                .description())
        .isEqualTo("S\n\n0:00:00 A\n0:59:00 B\n1:01:00 C");
  }

  @Test
  void listsNoChaptersWhereAppleWouldNotTakeThem() {
    Chapter first = new Chapter(Duration.ZERO, "A", null);
    Chapter second = new Chapter(Duration.ofSeconds(9), "B", null);

    assertThat(notes("S", "", first, second).description()).isEqualTo("S");
    assertThat(notes("S", "", second, second, second).description()).isEqualTo("S");
  }

  @Test
  void readsTheSameAsTextAndAsHtml() {
    for (String summary :
        List.of(
            "a < b && c > d",
            "Vec<String> and </script>",
            "<script>alert(1)</script>",
            "&lt;b&gt; &amp; &#65; AT&T R&D",
            "<!-- x --> <?php ?>",
            "1 <2 & 3")) {
      String description = notes(summary, "").description();

      assertThat(Jsoup.parseBodyFragment(description).body().wholeText()).isEqualTo(description);
      assertThat(description.replace("\u2060", "")).isEqualTo(summary);
    }
  }

  @Test
  void leavesOutWholeLinesWhereADescriptionGetsTooLong() {
    StringBuilder html = new StringBuilder();
    IntStream.range(0, 200)
        .forEach(
            i -> html.append("<a href=\"https://x.org/%d\">Nummer fünf %d</a>".formatted(i, i)));

    String description = notes("S", html.toString()).description();

    assertThat(description.getBytes(UTF_8).length).isBetween(3900, 4000);
    assertThat(description.lines().skip(2))
        .allMatch(line -> line.matches("Nummer fünf (\\d+): https://x.org/\\1"));
  }

  @Test
  void staysWithinTheLimitWhereMuchLooksLikeMarkup() {
    String description = notes("<b>".repeat(1300), "").description();

    assertThat(description.getBytes(UTF_8).length).isBetween(3900, 4000);
  }

  @Test
  void cutsAfterAWordOrWithinOneThatIsTooLong() {
    assertThat(ShowNotes.fitting("short")).isEqualTo("short");
    assertThat(ShowNotes.fitting("word ".repeat(1000))).endsWith("word…");
    String emoji = ShowNotes.fitting("😀".repeat(2000));
    assertThat(emoji.getBytes(UTF_8).length).isBetween(3990, 4000);
    assertThat(emoji.codePoints().filter(c -> c == 0x1f600).count() * 2 + 1)
        .isEqualTo(emoji.length());
  }

  @Test
  void saysThatTheVoiceIsSynthetic() {
    String sentence = "A <machine> reads & speaks.";
    String link = "<p>Text <a href=\"https://x.org/\">here</a>.</p>";

    ShowNotes notes = notes(sentence, "Summary.", link, Duration.ofMinutes(5));

    assertThat(notes.html()).isEqualTo(link + "<p>A &lt;machine&gt; reads &amp; speaks.</p>");
    assertThat(notes.description())
        .isEqualTo("Summary.\n\nA <\u2060machine> reads & speaks.\n\nhere: https://x.org/");
    assertThat(notes(sentence, "Summary.", notes.html(), Duration.ofMinutes(5)).html())
        .as("of notes that have been in a feed")
        .isEqualTo(notes.html());
  }
}
