package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.EpisodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void dividesParagraphsAtBlankLines() {
    EpisodeScript script =
        Reading.read(
            Reading.PLAIN, "\n  The  Title \n\none\n  two \t\nthree\n \t \n\n\nfour *as* it’s\n");

    assertThat(script.episode().title()).isEqualTo("The Title");
    assertThat(script.episode().slug()).isEqualTo("e");
    assertThat(Reading.texts(script).stream().map(block -> Reading.spans(block.spans()).toString()))
        .containsExactly(
            "[TEXT 'one' 4:1, TEXT ' ' 4:4, TEXT 'two' 5:3, TEXT ' ' 5:6, TEXT 'three' 6:1]",
            "[TEXT 'four *as* it’s' 10:1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"•", "-", "*", "–", "◦"})
  void readsBullets(String bullet) {
    EpisodeScript script =
        Reading.read(Reading.PLAIN, "T\n\na\n  " + bullet + " b\nc\n" + bullet + " d\n\n-e\n");

    assertThat(Reading.texts(script).stream().map(PlainTextTest::brief))
        .containsExactly(
            "PARAGRAPH 0 3:1 a", "LIST_ITEM 0 4:3 b c", "LIST_ITEM 0 6:1 d", "PARAGRAPH 0 8:1 -e");
  }

  @Test
  void readsNumbersWhereAListIs() {
    EpisodeScript script =
        Reading.read(
            Reading.PLAIN,
            "T\n\nin the year\n2024. And then:\n1. a\n  2) b\n10. c\n\n7. d\n\n1.5 e\n");

    assertThat(Reading.texts(script).stream().map(PlainTextTest::brief))
        .containsExactly(
            "PARAGRAPH 0 3:1 in the year 2024. And then:",
            "LIST_ITEM 1 5:1 a",
            "LIST_ITEM 2 6:3 b",
            "LIST_ITEM 10 7:1 c",
            "LIST_ITEM 7 9:1 d",
            "PARAGRAPH 0 11:1 1.5 e");
  }

  private static String brief(TextBlock block) {
    return block.role()
        + " "
        + block.ordinal()
        + " "
        + block.position().line()
        + ":"
        + block.position().column()
        + " "
        + Piece.shownText(block.spans());
  }

  @Test
  void findsAddresses() {
    EpisodeScript script =
        Reading.read(Reading.PLAIN, "T\n\n  see https://a.b/c, www.d.ef or g@h.ij\u0001!\n");

    assertThat(Reading.spans(Reading.texts(script).get(0).spans()))
        .containsExactly(
            "TEXT 'see ' 3:3",
            "URL 'https://a.b/c' 3:7 = https://a.b/c",
            "TEXT ', ' 3:20",
            "URL 'www.d.ef' 3:22 = http://www.d.ef",
            "TEXT ' or ' 3:30",
            "URL 'g@h.ij' 3:34 = mailto:g@h.ij",
            "TEXT '!' 3:41");
  }

  @Test
  void writesNotesAsHtml() {
    EpisodeScript script =
        Reading.read(
            Reading.PLAIN,
            """
            <script>alert(1)</script>

            a < b & "c"
            1. one
            2. two
            • three

            d http://e.f/?g=h&i=j

            3. four

            1. five
            """);

    assertThat(script.episode().title()).isEqualTo("<script>alert(1)</script>");
    assertThat(script.notesHtml())
        .isEqualTo(
            """
            <p>a &lt; b &amp; &quot;c&quot;</p>
            <ol>
            <li>one</li>
            <li>two</li>
            </ol>
            <ul>
            <li>three</li>
            </ul>
            <p>d <a href="http://e.f/?g=h&amp;i=j">http://e.f/?g=h&amp;i=j</a></p>
            <ol start="3">
            <li>four</li>
            </ol>
            <ol>
            <li>five</li>
            </ol>
            """);
  }

  @Test
  void knowsNoMarkup() {
    EpisodeScript script =
        Reading.read(Reading.PLAIN, "T\n\n# a *b* [c](say: \"d\") <!-- e --> &amp; `f`\n");

    assertThat(Reading.spans(Reading.texts(script).get(0).spans()))
        .containsExactly("TEXT '# a *b* [c](say: \"d\") <!-- e --> &amp; `f`' 3:1");
  }
}
