package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of every span stands where its span says. */
class PositionsTest {

  private static final List<String> PARTS =
      List.of(
          "word",
          " ",
          " ",
          "two words",
          "*",
          "**",
          "_",
          "`",
          "``",
          "[a](http://b.c)",
          "[",
          "](x)",
          "&amp;",
          "&copy;",
          "&nope;",
          "&#8217;",
          "&ngE;",
          "\\*",
          "\\",
          "\\\\",
          "\t",
          "\n",
          "\n",
          "\n\n",
          "\n\n",
          "\n- ",
          "\n  - ",
          "\n1. ",
          "\n   ",
          "\n> ",
          "\n>",
          "\n    ",
          "\n## ",
          "\n\n| a \\| b | *c* |\n|---|---|\n| d | e |\n",
          "<b>",
          "<!-- c -->",
          "~~",
          "~~x~~",
          "https://example.com/a_b",
          "[^1]",
          "\n\n[^1]: note\n\n",
          "![i](j.png)",
          "  \n",
          "é",
          "😀",
          "[x](say: \"y &amp; z\")",
          "[](say: \"y\")",
          "[](pause:1s)",
          "[S](spell:)",
          "[u *v*](unspoken:)",
          "\u0001",
          "\n***\n",
          "me@example.com",
          "<https://a.b/&amp;>",
          "’");

  private static String random(Random random) {
    StringBuilder markdown = new StringBuilder("Start ");
    int length = 1 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      markdown.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return markdown.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void holdForRandomMarkdown(String lineEnd) {
    Random random = new Random(20240308);
    int read = 0;
    for (int i = 0; i < 1500; i++) {
      String text = ("---\ntitle: T\n---\n" + random(random)).replace("\n", lineEnd);
      try {
        check(text, ScriptReader.read(ScriptFile.of(Reading.MARKDOWN, text), Reading.show("UTC")));
        read++;
      } catch (ScriptException e) {
        assertThat(e.problems()).allMatch(problem -> !problem.message().isBlank());
      }
    }
    assertThat(read).isGreaterThan(900);
  }

  private static void check(String text, EpisodeScript script) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    SourcePosition last = null;
    for (Block block : Reading.blocks(script)) {
      if (block instanceof TextBlock of && of.role() == BlockRole.LIST_ITEM) {
        assertThat(from(lines, block.position()))
            .as("marker in %s", text)
            .matches("(?s)([-*+]|[0-9]+[.)]).*");
      }
      for (Span span : spans(block)) {
        check(lines, span, text);
        if (last != null && span.style() != SpanStyle.FOOTNOTE) {
          assertThat(comesBefore(last, span.position()))
              .as("%s before %s in %s", last, span, text)
              .isTrue();
        }
        last = span.position();
      }
    }
  }

  private static boolean comesBefore(SourcePosition a, SourcePosition b) {
    return a.line() < b.line() || (a.line() == b.line() && a.column() <= b.column());
  }

  private static List<Span> spans(Block block) {
    if (block instanceof TextBlock text) {
      return text.spans();
    }
    List<Span> spans = new ArrayList<>();
    if (block instanceof TableBlock table) {
      table.header().forEach(spans::addAll);
    }
    return spans;
  }

  private static String from(String[] lines, SourcePosition position) {
    return lines[position.line() - 1].substring(position.column() - 1);
  }

  private static void check(String[] lines, Span span, String text) {
    String there = from(lines, span.position());
    // A line end within code is a blank.
    boolean exact = (there + ' ').startsWith(span.text());
    boolean lineBreak =
        span.text().isBlank()
            && (there.isBlank() || there.startsWith("<") || there.startsWith("\\"));
    // The text of these is one whatever it is made of; it begins where they say.
    boolean whole =
        (span.style() == SpanStyle.SAY
                || span.style() == SpanStyle.UNSHOWN
                || span.style() == SpanStyle.IMAGE)
            && there.startsWith(span.text().substring(0, Math.min(1, span.text().length())));
    boolean reference = there.startsWith("&") && !span.text().isEmpty();
    boolean endsInReference = endsInReference(span.text(), there);
    boolean mark =
        switch (span.style()) {
          case FOOTNOTE -> there.startsWith("[^");
          case PAUSE -> there.startsWith("[](pause:");
          case IMAGE -> there.startsWith("![") || whole;
          default -> false;
        };
    assertThat(exact || lineBreak || whole || reference || endsInReference || mark)
        .as("%s at '%s' in:%n%s", span, there, text)
        .isTrue();
  }

  /** The character of a reference stands where the reference begins; then a new span begins. */
  private static boolean endsInReference(String span, String there) {
    int same = 0;
    while (same < span.length()
        && same < there.length()
        && span.charAt(same) == there.charAt(same)) {
      same++;
    }
    return same < span.length()
        && span.codePointCount(same, span.length()) <= 2
        && there.startsWith("&", same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a *b* c                | [TEXT 'a ' 4:1, EMPHASIS 'b' 4:4, TEXT ' c' 4:6]
          a &amp; b              | [TEXT 'a &' 4:1, TEXT ' b' 4:8]
          a \\* b                | [TEXT 'a ' 4:1, TEXT '* b' 4:4]
          &ngE;x                 | [TEXT '≧̸' 4:1, TEXT 'x' 4:6]
          `a b` c                | [CODE 'a b' 4:2, TEXT ' c' 4:6]
          `` a ` b ``            | [CODE 'a ` b' 4:4]
          [a *b*](http://c.d)    | [LINK 'a ' 4:2 = http://c.d, LINK 'b' 4:5 = http://c.d]
          [`a`](http://c.d)      | [CODE 'a' 4:3]
          http://c.d/e_f. G      | [URL 'http://c.d/e_f' 4:1 = http://c.d/e_f, TEXT '. G' 4:15]
          a&amp;http://c.d \\*e   | [TEXT 'a&' 4:1, URL 'http://c.d' 4:7 = http://c.d, TEXT ' ' 4:17, TEXT '*e' 4:19]
          www.c.de               | [URL 'www.c.de' 4:1 = http://www.c.de]
          <me@c.de>              | [URL 'me@c.de' 4:2 = mailto:me@c.de]
          ![a *b*](c.png) d      | [IMAGE 'a b' 4:3 = c.png, TEXT ' d' 4:16]
          ![](c.png) a           | [IMAGE '' 4:1 = c.png, TEXT ' a' 4:11]
          a[^1] b                | [TEXT 'a[^1] b' 4:1]
          a <b>c</b> d           | [TEXT 'a ' 4:1, TEXT 'c' 4:6, TEXT ' d' 4:11]
          a <!-- b --> c         | [TEXT 'a ' 4:1, TEXT ' c' 4:13]
          a ~~b~~ c              | [TEXT 'a ' 4:1, UNSPOKEN 'b' 4:5, TEXT ' c' 4:8]
          ~~`b` [c](d)![e](f)~~ g | [UNSPOKEN 'b' 4:4, UNSPOKEN ' ' 4:6, UNSPOKEN 'c' 4:8, UNSPOKEN 'e' 4:15, TEXT ' g' 4:22]
          a<br>b                 | [TEXT 'a' 4:1, TEXT ' ' 4:2, TEXT 'b' 4:6]
          > - 1) a               | [TEXT 'a' 4:8]
          """)
  void areThoseOfTheFile(String markdown, String spans) {
    TextBlock block = Reading.texts(Reading.markdown(markdown)).get(0);

    assertThat(Reading.spans(block.spans())).hasToString(spans);
  }

  @Test
  void areThoseOfTheFileAcrossLinesAndControls() {
    TextBlock block =
        Reading.texts(Reading.markdown("  one\u0001two  \n\t three\\\n*four\nfive* `six\nseven`"))
            .get(0);

    assertThat(block.position()).hasToString(Reading.MARKDOWN + ":4:3");
    assertThat(Reading.spans(block.spans()))
        .containsExactly(
            "TEXT 'one' 4:3",
            "TEXT 'two' 4:7",
            "TEXT ' ' 4:12",
            "TEXT 'three' 5:3",
            "TEXT ' ' 5:8",
            "EMPHASIS 'four' 6:2",
            "EMPHASIS ' ' 6:6",
            "EMPHASIS 'five' 7:1",
            "TEXT ' ' 7:6",
            "CODE 'six ' 7:8",
            "CODE 'seven' 8:1");
  }

  @Test
  void areThoseOfTheFileInACellWithAnEscapedBar() {
    TableBlock table =
        (TableBlock)
            Reading.blocks(
                    Reading.markdown("> | a \\| b *c* `d\\|e` f | g |\n> |--|--|\n> | 1 | 2 |"))
                .get(0);

    assertThat(table.header().stream().map(Reading::spans).toList())
        .hasToString(
            "[[TEXT 'a ' 4:5, TEXT '| b ' 4:8, EMPHASIS 'c' 4:13, TEXT ' ' 4:15, CODE 'd' 4:17,"
                + " CODE '|e' 4:19, TEXT ' f' 4:22], [TEXT 'g' 4:27]]");
    assertThat(table.rows()).isEqualTo(1);
  }

  @Test
  void ofABlockAreThoseOfItsMarkup() {
    List<Block> blocks =
        Reading.blocks(
            Reading.markdown(
                """
                intro

                  ## Heading

                - one
                    - two

                      three
                > quote

                ```x
                code
                ```

                    indented

                ***
                """));

    assertThat(blocks.stream().map(b -> b.position().line() + ":" + b.position().column()))
        .containsExactly("4:1", "6:3", "8:1", "9:5", "11:7", "12:3", "14:1", "18:5", "20:1");
  }
}
