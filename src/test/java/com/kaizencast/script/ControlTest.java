package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.EpisodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a [SQL](say: "see quel")    | [TEXT 'a ' 4:1, SAY 'SQL' 4:4 = see quel]
          a [SQL](say: 'see quel')    | [TEXT 'a ' 4:1, SAY 'SQL' 4:4 = see quel]
          a [SQL](say: (see quel))    | [TEXT 'a ' 4:1, SAY 'SQL' 4:4 = see quel]
          a [SQL](say:sequel)         | [TEXT 'a ' 4:1, SAY 'SQL' 4:4 = sequel]
          a [SQL](say:"sequel")       | [TEXT 'a ' 4:1, SAY 'SQL' 4:4 = sequel]
          [a *b* &amp; c](say: "d")   | [SAY 'a b & c' 4:2 = d]
          a [](say: "b &amp; c")      | [TEXT 'a ' 4:1, UNSHOWN 'b & c' 4:12]
          a [AWS](spell:)             | [TEXT 'a ' 4:1, SPELL 'AWS' 4:4]
          a [`AWS` *S3*](spell:)      | [TEXT 'a ' 4:1, SPELL 'AWS' 4:5, SPELL ' ' 4:9, SPELL 'S3' 4:11]
          a [(*b*)](unspoken:)        | [TEXT 'a ' 4:1, UNSPOKEN '(' 4:4, UNSPOKEN 'b' 4:6, UNSPOKEN ')' 4:8]
          a [http://b.c](unspoken:)   | [TEXT 'a ' 4:1, UNSPOKEN 'http://b.c' 4:4]
          a [](pause:500ms) b         | [TEXT 'a ' 4:1, PAUSE '' 4:3 = 500, TEXT ' b' 4:18]
          a [](pause:1.25s)           | [TEXT 'a ' 4:1, PAUSE '' 4:3 = 1250]
          a [](pause:10s)             | [TEXT 'a ' 4:1, PAUSE '' 4:3 = 10000]
          a [b](mailto:c@d.e)         | [TEXT 'a ' 4:1, LINK 'b' 4:4 = mailto:c@d.e]
          a [b](sms:123)              | [TEXT 'a ' 4:1, LINK 'b' 4:4 = sms:123]
          a [b](c.html)               | [TEXT 'a ' 4:1, LINK 'b' 4:4 = c.html]
          a \\](say: b)               | [TEXT 'a ' 4:1, TEXT '](say: b)' 4:4]
          a `[](pause:9m)`            | [TEXT 'a ' 4:1, CODE '[](pause:9m)' 4:4]
          """)
  void isASpanOfItsStyle(String markdown, String spans) {
    EpisodeScript script = Reading.markdown(markdown);

    assertThat(Reading.spans(Reading.texts(script).get(0).spans())).hasToString(spans);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a [](pause:)             | 4:3: 'pause' has the length ''; write it like 500ms or 1.5s
          a [](pause:1m)           | 4:3: 'pause' has the length '1m'; write it like 500ms or 1.5s
          a [](pause:-1s)          | 4:3: 'pause' has the length '-1s'; write it like 500ms or 1.5s
          a [](pause:0ms)          | 4:3: 'pause' has the length 0ms; it goes from 1ms to 10s
          a [](pause:10001ms)      | 4:3: 'pause' has the length 10001ms; it goes from 1ms to 10s
          a [](pause:10.1s)        | 4:3: 'pause' has the length 10.1s; it goes from 1ms to 10s
          a [b](pause:1s)          | 4:3: 'pause' has no text; write [](pause:500ms) behind it
          a [b](say:)              | 4:3: 'say' needs the words in quotes: [shown](say: "what is said")
          a [b](say: " ")          | 4:3: 'say' needs the words in quotes: [shown](say: "what is said")
          a [b](say:c "d")         | 4:3: 'say' needs the words in quotes: [shown](say: "what is said")
          a [](spell:)             | 4:3: 'spell' needs a text between its brackets
          a [b](spell:c)           | 4:3: 'spell' takes nothing after the colon; delete 'c'
          a [](unspoken:)          | 4:3: 'unspoken' needs a text between its brackets
          a [b](unspokn:)          | 4:3: 'unspokn:' is no control; did you mean 'unspoken:'?
          a [](puase:1s)           | 4:3: 'puase:' is no control; did you mean 'pause:'?
          a [b](Say: "c")          | 4:3: 'Say:' is no control; did you mean 'say:'?
          a [b](say:c d)           | 4:5: this would be read aloud as it stands; put a blank before the quotes, [shown](say: "what is said"), and close the bracket
          a [b](say: "c" d)        | 4:5: this would be read aloud as it stands; put a blank before the quotes, [shown](say: "what is said"), and close the bracket
          a [](pause:1s            | 4:4: this would be read aloud as it stands; put a blank before the quotes, [shown](say: "what is said"), and close the bracket
          """)
  void isReportedWhereItIsWrong(String markdown, String problem) {
    assertThat(Reading.problems(Reading.MARKDOWN, "---\ntitle: T\n---\n" + markdown))
        .containsExactly(problem);
  }

  @Test
  void makesABlockOfAPauseThatStandsAlone() {
    EpisodeScript script = Reading.markdown("a\n\n[](pause:2s)\n[](pause:300ms)\n\n---\n\nb\n");

    assertThat(Reading.blocks(script))
        .filteredOn(Block.PauseBlock.class::isInstance)
        .extracting(block -> ((Block.PauseBlock) block).length() + " " + block.position().line())
        .containsExactly("PT2S 6", "PT0.3S 7", "PT1S 9");
    assertThat(script.notesHtml()).isEqualTo("<p>a</p>\n<hr />\n<p>b</p>\n");
  }

  @Test
  void isNoTextOfItsOwn() {
    assertThat(
            Reading.problems(
                Reading.MARKDOWN, "---\ntitle: T\n---\n[a](unspoken:)\n\n[](pause:1s)\n"))
        .containsExactly("4:1: there is nothing to say; write the text below the front matter");
    assertThat(Reading.texts(Reading.markdown("[](say: \"a\")"))).hasSize(1);
  }

  @Test
  void worksByReferenceToo() {
    EpisodeScript script = Reading.markdown("a [SQL][s] [](say: \"c\")\n\n[s]: say: \"sequel\"\n");

    assertThat(Reading.spans(Reading.texts(script).get(0).spans()))
        .containsExactly(
            "TEXT 'a ' 4:1", "SAY 'SQL' 4:4 = sequel", "TEXT ' ' 4:11", "UNSHOWN 'c' 4:21");
  }

  @Test
  void staysOutOfTitlesOfSections() {
    EpisodeScript script =
        Reading.markdown(
            "## [SQL](say: \"sequel\")[](pause:1s) [now](unspoken:)[](say: \"x\")\n\na");

    assertThat(Reading.titles(script)).containsExactly("SQL now");
  }
}
