package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.ShowCrawl;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.EpisodeScript;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {

  @Test
  void opensASectionAtHeadingsOfTheSecondAndThirdLevel() {
    EpisodeScript script =
        Reading.markdown(
            """
            Before.

            ## [One](https://a.b/c)

            Text.

            ### Two *and* `x`

            #### deeper

            > ## in a quote

            - ## in a list

            ##

            ## Three

            1. A: b
            2. C: d
            """);

    assertThat(Reading.titles(script)).containsExactly("Introduction", "One", "Two and x", "Three");
    assertThat(script.sections().get(1).link()).isEqualTo(URI.create("https://a.b/c"));
    assertThat(script.sections().get(2).link()).isNull();
    assertThat(script.sections())
        .extracting(section -> section.blocks().size())
        .containsExactly(1, 2, 4, 3);
    TextBlock heading = (TextBlock) script.sections().get(2).blocks().get(0);
    assertThat(heading.role()).isEqualTo(BlockRole.HEADING);
    assertThat(heading.level()).isEqualTo(3);
  }

  @Test
  void hasNoIntroductionWhereNothingIsBefore() {
    assertThat(Reading.titles(Reading.markdown("## One\n\nText.\n"))).containsExactly("One");
  }

  @ParameterizedTest
  @CsvSource({"https://a.b/c d,", "javascript:alert(1),", "/page,", "http://a.b,http://a.b"})
  void linksASectionToWebAddressesOnly(String target, URI link) {
    EpisodeScript script = Reading.markdown("## [One](<" + target + ">)\n\nText.\n");

    assertThat(script.sections().get(0).link()).isEqualTo(link);
  }

  @Test
  void isOneSectionWithoutHeadingsAndLabels() {
    EpisodeScript script =
        Reading.markdown("One.\n\n1. Label: a\n2. no label\n\nThanks, says Victor Leung.\n");

    assertThat(Reading.titles(script)).containsExactly("T");
    assertThat(script.sections().get(0).blocks()).hasSize(4);
  }

  private static final String PLAIN =
      """
      Title of it

      Welcome to the show. We talk.

      Here is what counts:

        1. First Thing: it is first.
        2. CI/CD: second,
           and wrapped.

        3. no label here.

      After the list, there is more to be said than anyone ever thought possible before.

        • Just Talk: not numbered.

      Really?

        1. Again: and again.

      One more thing. It is short.

      Stay tuned for more.

      I’m victor leung, and this was it.
      """;

  @Test
  void opensASectionAtLabelsAndAfterLists() {
    EpisodeScript script = Reading.read(Reading.PLAIN, PLAIN);

    assertThat(script.episode().title()).isEqualTo("Title of it");
    assertThat(Reading.titles(script))
        .containsExactly(
            "Introduction",
            "First Thing",
            "CI/CD",
            "After the list",
            "Again",
            "One more thing",
            "Closing");
    assertThat(script.sections())
        .extracting(section -> section.blocks().size())
        .containsExactly(2, 1, 2, 3, 1, 1, 2);
  }

  @Test
  void treatsMarkdownWithLabelsAlike() {
    String markdown = PLAIN.replace("Title of it", "# Title of it").replace("•", "-");

    EpisodeScript script = Reading.read(Reading.MARKDOWN, markdown);

    assertThat(Reading.titles(script))
        .isEqualTo(Reading.titles(Reading.read(Reading.PLAIN, PLAIN)));
  }

  @Test
  void keepsWhatBelongsToAnItemWithIt() {
    EpisodeScript script =
        Reading.markdown(
            """
            1. **One:** text

               more of one

               1. Deep: no section
            2. **Two**: text

            ***
            """);

    assertThat(Reading.titles(script)).containsExactly("One", "Two");
    assertThat(script.sections().get(0).blocks()).hasSize(3);
    assertThat(script.sections().get(1).blocks()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thanks for joining Continuous Improvement.           | Closing
          That’s all for today. I’m Victor Leung.              | Closing
          That wraps up our talk. I'm VICTOR LEUNG, goodbye.   | Closing
          You’ve been listening to Continuous Improvement.     | Closing
          I’m Victor Leung, and now go home.                   | Closing
          Thanks for listening to somebody.                    | Thanks for listening to somebody
          Victor Leung has said so.                            | Victor Leung has said so
          """)
  void tellsASignOffByItsWordsAndNames(String last, String title) {
    EpisodeScript script = Reading.read(Reading.PLAIN, "T\n\n1. A: b\n2. C: d\n\n" + last);

    assertThat(Reading.titles(script)).containsExactly("A", "C", title);
  }

  @Test
  void readsTheRealScripts() throws Exception {
    List<List<String>> titles =
        List.of(
            List.of(
                "Introduction",
                "System Architecture",
                "Product Backlog",
                "Strategy and Vision",
                "Tool Selection",
                "Development Environment",
                "CI/CD Pipeline",
                "Once the foundation is set",
                "Closing"),
            List.of(
                "Introduction",
                "Understand Your Stakeholders",
                "Develop Emotional Intelligence",
                "Master the Art of Listening",
                "Prepare and Practice",
                "Embrace Flexibility",
                "Now, enhancing presentation skills",
                "Know Your Audience",
                "Structure Your Content",
                "Use Visual Aids Wisely",
                "Practice Effective Delivery",
                "Handle Questions Confidently",
                "For enterprise architects",
                "Closing"),
            List.of(
                "Introduction",
                "Initialization",
                "Connection",
                "Verification",
                "Validation",
                "The importance of …",
                "Closing"));
    List<List<Integer>> ordinals =
        List.of(
            List.of(1, 2, 3, 4, 5, 6, 0, 0, 0),
            List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5),
            List.of(1, 2, 3, 4));
    List<ShowCrawl.RealScript> scripts = ShowCrawl.scripts();
    assertThat(scripts).hasSize(3);

    for (int i = 0; i < 3; i++) {
      String text = scripts.get(i).text();
      EpisodeScript script = Reading.read(Reading.PLAIN, text);
      assertThat(script.warnings()).isEmpty();
      assertThat(script.episode().title()).isEqualTo(scripts.get(i).title());
      assertThat(script.episode().summary()).hasSizeBetween(80, 250).endsWith(".");
      assertThat(Reading.titles(script).stream().map(OutlineTest::shortened))
          .isEqualTo(titles.get(i));
      assertThat(Reading.texts(script))
          .filteredOn(block -> block.role() == BlockRole.LIST_ITEM)
          .extracting(TextBlock::ordinal)
          .isEqualTo(ordinals.get(i));
      assertThat(words(script)).isEqualTo(words(text, scripts.get(i).title()));
    }
  }

  private static String shortened(String title) {
    return title.length() < 40 ? title : title.replaceFirst("((\\w+ ){3}).*", "$1…");
  }

  /** All that is read, without blanks. */
  private static String words(EpisodeScript script) {
    StringBuilder words = new StringBuilder();
    for (TextBlock block : Reading.texts(script)) {
      words.append(Piece.shownText(block.spans()));
    }
    return words.toString().replace(" ", "");
  }

  /** The text without its title and the marks of its lists, without blanks. */
  private static String words(String text, String title) {
    return text.substring(title.length())
        .replaceAll("(?m)^ +([0-9]+\\.|•) ", "")
        .replaceAll("\\s+", "");
  }
}
