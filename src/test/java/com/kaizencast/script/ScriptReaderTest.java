package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.PauseBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SpanStyle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {

  @Test
  void readsAllKeysOfTheFrontMatter() {
    EpisodeScript script =
        Reading.read(
            "scripts/any.md",
            """
            ---
            title: 'Scaling & <b>bold</b> 你好'
            date: 2024-03-08T09:30:00+08:00
            slug: scaling
            guid: https://example.com/?p=42
            number: 7
            season: 2
            summary: |
              One line
              and another.
            type: bonus
            explicit: true
            draft: true
            image: art/seven.jpg
            voice: {name: slt, rate: 140}
            lexicon:
              SQL: word
              k8s: {as: kubernetes}
            ---
            Hello.
            """);

    assertThat(script.episode())
        .isEqualTo(
            new Episode(
                "scaling",
                "Scaling & <b>bold</b> 你好",
                "https://example.com/?p=42",
                7,
                2,
                "One line and another.",
                Instant.parse("2024-03-08T01:30:00Z"),
                EpisodeType.BONUS,
                true,
                true,
                "art/seven.jpg"));
    assertThat(script.voice()).isEqualTo(new Show.VoiceSettings("slt", 140.0, null, null));
    assertThat(script.lexicon())
        .containsExactly(
            new LexiconEntry("SQL", Kind.WORD, ""),
            new LexiconEntry("k8s", Kind.WORDS, "kubernetes"));
    assertThat(script.file()).isEqualTo("scripts/any.md");
    assertThat(script.warnings()).isEmpty();
  }

  @Test
  void fillsInWhatTheFrontMatterDoesNotSay() {
    Episode episode =
        Reading.read("scripts/2024/2024-03-08-Über_Größe.md", "---\ntitle: T\n---\nHello.\n")
            .episode();

    assertThat(episode)
        .isEqualTo(
            new Episode(
                "uber-grosse",
                "T",
                null,
                null,
                null,
                "Hello.",
                Instant.parse("2024-03-08T00:00:00Z"),
                EpisodeType.FULL,
                null,
                false,
                null));
  }

  @Test
  void givesTheDigestOfTheBytes() {
    EpisodeScript script = Reading.read(Reading.PLAIN, "abc\n\ndef");

    assertThat(script.sha256())
        .isEqualTo("e1d3664d7fd2b7a723e6abeaeeae071aa44ae65d8a26bb1a19cdb9afd0651094");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          title: []                | 3:8: 'title' takes a single value, not a list
          title: true              | 3:8: 'title' takes a text; put true in quotes if it is meant
          date: someday            | 3:7: 'date' is 'someday', which is no date; write it like 2024-03-08 or 2024-03-08T09:00+08:00
          date: 2023-02-29         | 3:7: 'date' is 2023-02-29, and there is no such day or time; correct it
          date: 2024-03-08T25:00   | 3:7: 'date' is 2024-03-08T25:00, and there is no such day or time; correct it
          date: 2024-03-08T09:00+99| 3:7: 'date' is 2024-03-08T09:00+99, and there is no such day or time; correct it
          date: 1989-12-31         | 3:7: 'date' is 1989-12-31; the year goes from 1990 to 2200
          date: 2201-01-01         | 3:7: 'date' is 2201-01-01; the year goes from 1990 to 2200
          date: 8 March 2024       | 3:7: 'date' is '8 March 2024', which is no date; write it like 2024-03-08 or 2024-03-08T09:00+08:00
          slug: ../x               | 3:7: 'slug' is '../x'; use lower-case letters a to z, digits and single hyphens, like 'x'
          slug: a/b                | 3:7: 'slug' is 'a/b'; use lower-case letters a to z, digits and single hyphens, like 'a-b'
          slug: a--b               | 3:7: 'slug' is 'a--b'; use lower-case letters a to z, digits and single hyphens, like 'a-b'
          slug: 你好                | 3:7: 'slug' is '你好'; use lower-case letters a to z, digits and single hyphens
          guid: a b                | 3:7: 'guid' is 'a b', which is no guid; use letters, digits and signs without blanks
          number: 0                | 3:9: 'number' is 0; it goes from 1 to 1000000
          number: seven            | 3:9: 'number' is 'seven'; write a whole number
          season: 1.5              | 3:9: 'season' is '1.5'; write a whole number
          summary: [a]             | 3:10: 'summary' takes a single value, not a list
          type: trialer            | 3:7: 'type' is 'trialer'; did you mean 'trailer'?
          explicit: clean          | 3:11: 'explicit' is 'clean'; write true or false
          draft: yes               | 3:8: 'draft' is 'yes'; write true or false
          image: cover.svg         | 3:8: 'image' is 'cover.svg'; give a .jpg or .png file
          voice: rms               | 3:8: 'voice' takes keys of its own, 'key: value', indented below it
          voice: {name: 'a b'}     | 3:15: 'name' is 'a b', which is no name of a voice, like rms
          voice: {pitch: low}      | 3:16: 'pitch' is 'low'; write a number
          voice: {speed: 100}      | 3:9: no key 'speed' is known here; there are name, rate, pitch, range
          lexicon: spell           | 3:10: 'lexicon' takes a mapping of terms to how they are said
          lexicon: {SQL: letters}  | 3:16: 'SQL' is 'letters'; write word, spell, {as: other words} or {phones: k uw1 b}
          daft: true               | 3:1: no key 'daft' is known here; did you mean 'draft'?
          tags: [a, b]             | 3:1: no key 'tags' is known here; there are title, date, slug, guid, number, season, summary, type, explicit, draft, image, voice, persons, location, license, soundbites, lexicon
          """)
  void reportsAMistakeInTheFrontMatterAtItsPlace(String line, String problem) {
    String title = line.startsWith("title") ? "# none" : "title: T";

    assertThat(Reading.problems(Reading.MARKDOWN, "---\n" + title + "\n" + line + "\n---\nHi.\n"))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          scripts/a.md            | "---\\ntitle: T\\n---\\nHi."  | 1:1: the date is missing; add 'date: 2024-03-08' to the front matter
          scripts/2024-13-08-a.md | "---\\ntitle: T\\n---\\nHi."  | 1:1: the date in the file name is 2024-13-08, and there is no such day or time; correct it
          scripts/2024-03-08-a.md | "---\\n---\\nHi."             | 1:1: 'title' is missing; add 'title: …' to the front matter or a '# heading'
          scripts/2024-03-08-a.md | Hi.                          | 1:1: 'title' is missing; add 'title: …' to the front matter or a '# heading'
          scripts/2024-03-08.md   | "---\\ntitle: 你好\\n---\\nHi." | 1:1: neither the file name nor the title gives a slug of letters a to z; add 'slug: …'
          scripts/2024-03-08-a.md | "---\\ntitle: T\\nHi."        | 1:1: the front matter that begins here has no end; add a line '---' below its last key
          scripts/2024-03-08-a.md | "---\\ntitle: a: b\\n---\\nHi."| 2:9: this is not YAML: mapping values are not allowed here; check the indentation, and put a value in quotes if it holds ': ' or ' #' or starts with a special character
          scripts/2024-03-08-a.md | "---\\ntitle: T\\n---\\n"     | 4:1: there is nothing to say; write the text below the front matter
          scripts/2024-03-08-a.md | "---\\ntitle: T\\n---\\n\\n<!-- a -->\\n\\n***" | 4:1: there is nothing to say; write the text below the front matter
          scripts/2024-03-08-a.md | # T                          | 1:1: there is nothing to say; write the text below the front matter
          scripts/2024-03-08-a.md | ""                           | 1:1: the file is empty; write the script into it, or delete it
          scripts/2024-03-08-a.txt| "\\n \\n"                     | 1:1: the file is empty; write the script into it, or delete it
          scripts/2024-03-08-a.txt| T                            | 1:1: there is nothing to say; write the text below the title
          scripts/My Talk.txt     | "T\\n\\nHi."                  | 1:1: the date is missing; name the file like 2024-03-08-my-talk.txt
          scripts/2024-03-08.txt  | "T\\n\\nHi."                  | 1:1: the file name has no slug; name the file like 2024-03-08-my-episode.txt
          scripts/2024-02-30-a.txt| "T\\n\\nHi."                  | 1:1: the date in the file name is 2024-02-30, and there is no such day or time; correct it
          scripts/2024-03-08-a.txt| "---\\ntitle: T\\n---\\nHi."  | 1:1: front matter is for Markdown; rename the file to .md
          scripts/2024-03-08-a.md | "---\\ntitle: T\\n---\\na\\n\\n<!-- b" | 6:1: the comment that begins here has no end; close it with -->
          scripts/2024-03-08-a.md | "---\\ntitle: T\\n---\\na\\n<!-- b --> c" | 5:1: what follows this comment on its line would not be read; give the comment lines of its own
          scripts/2024-03-08-a.md | "---\\ntitle: T\\n---\\na <!-- b" | 4:3: the comment that begins here would be read aloud; close it with --> before the paragraph ends
          """)
  void saysWhatIsMissing(String name, String text, String problem) {
    assertThat(Reading.problems(name, text.replace("\\n", "\n"))).containsExactly(problem);
  }

  @Test
  void reportsMistakesOfFrontMatterAndTextTogether() {
    assertThat(
            Reading.problems(
                "scripts/a.md",
                "---\nnumber: x\n---\nText.\n\n[](pause:1h)\n\nMore.[](pause:9m)\n"))
        .extracting(problem -> problem.replaceFirst(": .*", ""))
        .containsExactly("1:1", "1:1", "2:9", "6:1", "8:6");
  }

  @Test
  void takesTheTitleFromAHeading() {
    EpisodeScript script = Reading.read(Reading.MARKDOWN, "# The *big* talk\n\nHello.\n");

    assertThat(script.episode().title()).isEqualTo("The big talk");
    assertThat(script.notesHtml()).isEqualTo("<p>Hello.</p>\n");
    assertThat(Reading.texts(script)).hasSize(1);
  }

  @Test
  void doesNotReadATitleTwice() {
    EpisodeScript script =
        Reading.read(
            Reading.MARKDOWN, "---\ntitle: The  big talk\n---\n# The Big Talk\n\nHello.\n");

    assertThat(script.episode().title()).isEqualTo("The big talk");
    assertThat(Reading.texts(script)).hasSize(1);
    assertThat(script.notesHtml()).isEqualTo("<p>Hello.</p>\n");
    assertThat(script.warnings()).isEmpty();
  }

  @Test
  void readsAnotherHeadingOfTheFirstLevelAsAChapter() {
    EpisodeScript script = Reading.markdown("# Part one\n\nHello.\n");

    assertThat(script.episode().title()).isEqualTo("T");
    assertThat(Reading.titles(script)).containsExactly("Part one");
    assertThat(Reading.lines(script.warnings()))
        .containsExactly(
            "4:1: warning: the title is 'T' by the front matter, so this heading is read as a"
                + " chapter's; write '##'");
  }

  @Test
  void rejectsATitleThatIsAParagraph() {
    assertThat(Reading.problems(Reading.PLAIN, "x".repeat(300) + "\n\nHi."))
        .containsExactly(
            "1:1: the title has 300 characters; shorten it to 255: the first line is the title");
    assertThat(Reading.problems(Reading.MARKDOWN, "# " + "x".repeat(300) + "\n\nHi."))
        .containsExactly("1:1: the title has 300 characters; shorten it to 255");
  }

  @Test
  void boundsADerivedSlugAtAHyphen() {
    Episode episode =
        Reading.read("scripts/2024-03-08-" + "word-".repeat(40) + "end.md", "# T\n\nHi.").episode();

    assertThat(episode.slug()).hasSizeLessThanOrEqualTo(100).endsWith("-word");
    assertThat(
            Reading.problems(
                Reading.MARKDOWN, "---\ntitle: T\nslug: " + "a".repeat(101) + "\n---\nHi."))
        .containsExactly("3:7: 'slug' has 101 characters; shorten it to 100");
  }

  @Test
  void takesTheSummaryFromTheFirstSentences() {
    EpisodeScript script =
        Reading.markdown(
            "## One\n\nThis is *it*, e.g. [here](http://a.b)[](pause:1s). It is [SQL](say: \"x\")!"
                + " [](say: \"Not shown.\")"
                + " So it goes on. ".repeat(20));

    assertThat(script.episode().summary())
        .startsWith("This is it, e.g. here. It is SQL! So it goes on. So")
        .endsWith("So it goes on.")
        .hasSizeBetween(230, 250);
  }

  @Test
  void cutsASummaryOfOneLongSentenceAtAWord() {
    String summary = Reading.markdown("some words ".repeat(100)).episode().summary();

    assertThat(summary).hasSizeLessThanOrEqualTo(250).matches("(some words )+some…");
  }

  @Test
  void cutsASummaryWithoutBlanksAtACharacter() {
    String summary = Reading.markdown("😀".repeat(300)).episode().summary();

    assertThat(summary).isEqualTo("😀".repeat(124) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryKindOfLineEnd(String lineEnd) {
    String text = "---\ntitle: T\nnumber: 3\n---\n## A\n\nOne\ntwo.\n".replace("\n", lineEnd);

    EpisodeScript script = Reading.read(Reading.MARKDOWN, text);

    assertThat(script.episode().number()).isEqualTo(3);
    assertThat(Reading.spans(Reading.texts(script).get(1).spans()))
        .containsExactly("TEXT 'One' 7:1", "TEXT ' ' 7:4", "TEXT 'two.' 8:1");
  }

  @Test
  void toleratesAByteOrderMark() {
    EpisodeScript script = Reading.read(Reading.MARKDOWN, "\uFEFF---\ntitle: T\n---\n*Hi.*\n");

    assertThat(Reading.texts(script).get(0).position()).hasToString(Reading.MARKDOWN + ":4:1");
    assertThat(Reading.read(Reading.PLAIN, "\uFEFFTitle\n\nHi.").episode().title())
        .isEqualTo("Title");
  }

  @Test
  void rejectsWhatIsNoText() {
    byte[] latin = "Title\r\n\r\ncafé".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Reading.problems(Reading.PLAIN, latin))
        .containsExactly("3:4: the byte 0xE9 is not UTF-8; save the file as UTF-8");
    assertThat(Reading.problems(Reading.PLAIN, new byte[] {'a', '\n', (byte) 0xC3}))
        .containsExactly("2:1: the byte 0xC3 is not UTF-8; save the file as UTF-8");
    assertThat(Reading.problems(Reading.PLAIN, "a".getBytes(StandardCharsets.UTF_16)))
        .containsExactly("1:1: the file is UTF-16 or UTF-32; save it as UTF-8");
    assertThat(Reading.problems(Reading.PLAIN, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}))
        .containsExactly("1:1: the file is UTF-16 or UTF-32; save it as UTF-8");
    assertThat(Reading.problems(Reading.MARKDOWN, new byte[] {'a', 'b', 0, 1, (byte) 0xFF}))
        .containsExactly(
            "1:3: a NUL byte: this is no text file; save it as plain UTF-8 text or move it"
                + " elsewhere");
  }

  @Test
  void leavesControlCharactersOutWithAWarning() {
    EpisodeScript script =
        Reading.read(
            Reading.MARKDOWN,
            "---\ntitle: T\u0007itle\n---\na\u0001b \"\u200B\" c\fd \u0085 &#2;e `f\u0003g`\n");

    assertThat(script.episode().title()).isEqualTo("Title");
    assertThat(Piece.shownText(Reading.texts(script).get(0).spans()))
        .isEqualTo("ab \"\u200B\" c d e fg");
    assertThat(script.notesHtml())
        .isEqualTo("<p>ab &quot;\u200B&quot; c d   e <code>fg</code></p>\n");
    assertThat(Reading.lines(script.warnings()))
        .containsExactly(
            "2:9: warning: the control character U+0007 is left out; delete it (3 of this kind in"
                + " the file)");
  }

  @Test
  void readsNeitherLoneSurrogatesNorWhatXmlForbids() {
    EpisodeScript script = Reading.markdown("a &#xD800; b &#xFFFF; \uFFFE c &#x1F600;");

    assertThat(script.notesHtml()).doesNotContain("\uD800", "\uFFFF", "\uFFFE").contains("😀");
    assertThat(Piece.shownText(Reading.texts(script).get(0).spans())).isEqualTo("a b c 😀");
  }

  @Test
  void readsTheSameInTurkish() throws Exception {
    String text =
        "---\ntitle: TITLE IN I\ntype: trailer\n---\n# title in i\n\n1. ID: x\n2. IP: y\n";
    EpisodeScript usual = Reading.read("scripts/2024-03-08.MD", text);

    Reading.inTurkish(
        () -> {
          EpisodeScript turkish = Reading.read("scripts/2024-03-08.MD", text);
          assertThat(turkish).isEqualTo(usual);
          assertThat(turkish.episode().slug()).isEqualTo("title-in-i");
        });
  }

  @Test
  void readsATextOfAllKindsOfMarkupAsNotes() {
    String notes =
        Reading.markdown(
                """
                Hi [SQL](say: "sequel") and [](pause:1s)[AWS](spell:)[](say: "unseen")[ (x)](unspoken:).
                Oh <!-- private --> see https://a.b/c?d=e&f.

                [](pause:2s)

                <!-- a

                remark -->

                <details><!-- b --><summary>x</summary></details>

                | a | b |
                |---|---|
                | 1 | ~~2~~ |

                ```java
                if (a < b) {}
                ```
                """)
            .notesHtml();

    assertThat(notes)
        .isEqualTo(
            """
            <p>Hi SQL and AWS (x).
            Oh  see <a href="https://a.b/c?d=e&amp;f">https://a.b/c?d=e&amp;f</a>.</p>
            <details><summary>x</summary></details>
            <table>
            <thead>
            <tr>
            <th>a</th>
            <th>b</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>1</td>
            <td><del>2</del></td>
            </tr>
            </tbody>
            </table>
            <pre><code class="language-java">if (a &lt; b) {}
            </code></pre>
            """);
  }

  @Test
  void warnsOfHtmlThatIsNotRead() {
    EpisodeScript script =
        Reading.markdown("<div>not read</div>\n\nread <b>read</b> <!-- x --> <br> y\n");

    assertThat(Reading.lines(script.warnings()))
        .containsExactly(
            "4:1: warning: HTML is shown in the notes and not read; write it as Markdown, or as a"
                + " comment",
            "6:6: warning: the HTML tag '<b>' is not read; use Markdown");
    assertThat(Reading.texts(script)).hasSize(1);
  }

  @Test
  void keepsTheBlocksInTheOrderTheyAreRead() {
    EpisodeScript script =
        Reading.markdown(
            """
            One.

            > Two
            >
            > - three

            3. four

               five
               - six
            4. ```
               code
               ```

            ***

            | h1 | h2 |
            |----|----|
            | a  | b  |
            | c  | d  |

            #### Seven

            ~~~ python title="x"
            eight

            nine
            ~~~

            ten[^n]

            [^n]: eleven

                - twelve

            9. [](pause:1s)
            """);

    assertThat(Reading.blocks(script).stream().map(ScriptReaderTest::brief))
        .containsExactly(
            "PARAGRAPH One.",
            "QUOTE Two",
            "LIST_ITEM level 1 three",
            "LIST_ITEM level 1 number 3 four",
            "PARAGRAPH five",
            "LIST_ITEM level 2 six",
            "LIST_ITEM level 1 number 4 ",
            "code '' [code]",
            "pause PT1S",
            "table [h1, h2] and 2 rows",
            "HEADING level 4 Seven",
            "code 'python' [eight, , nine]",
            "PARAGRAPH ten",
            "FOOTNOTE eleven",
            "FOOTNOTE level 1 twelve",
            "LIST_ITEM level 1 number 9 ");
  }

  private static String brief(Block block) {
    if (block instanceof TextBlock text) {
      return text.role()
          + (text.level() > 0 ? " level " + text.level() : "")
          + (text.ordinal() > 0 ? " number " + text.ordinal() : "")
          + " "
          + Piece.shownText(text.spans());
    }
    if (block instanceof CodeBlock code) {
      return "code '" + code.language() + "' " + code.lines();
    }
    if (block instanceof TableBlock table) {
      List<String> header = table.header().stream().map(Piece::shownText).toList();
      return "table " + header + " and " + table.rows() + " rows";
    }
    return "pause " + ((PauseBlock) block).length();
  }

  @Test
  void readsTheExamplesOfItsDescription() throws Exception {
    String description = Files.readString(Path.of("src/docs/script-format.md"));
    Matcher examples =
        Pattern.compile("```(markdown|text|yaml)\n(.*?)```", Pattern.DOTALL).matcher(description);
    Map<String, String> byForm = new HashMap<>();
    while (examples.find()) {
      byForm.put(examples.group(1), examples.group(2));
    }

    EpisodeScript markdown = Reading.read("scripts/a.md", byForm.get("markdown"));
    EpisodeScript text = Reading.read("scripts/2024-03-08-deploying.txt", byForm.get("text"));
    EpisodeScript lexicon =
        Reading.read(
            Reading.MARKDOWN,
            "---\ntitle: T\nlexicon:\n" + byForm.get("yaml").indent(2) + "---\nHi.\n");

    assertThat(Reading.titles(markdown)).containsExactly("Introduction", "What it takes");
    assertThat(Reading.titles(text))
        .containsExactly("Introduction", "Requirements", "Image", "That's all for today");
    assertThat(lexicon.lexicon()).hasSize(4);
  }

  @Test
  void readsTheControlsOfItsDescription() throws Exception {
    String description = Files.readString(Path.of("src/docs/script-format.md"));
    Matcher rows = Pattern.compile("(?m)^\\| `(\\[.*?\\))`").matcher(description);
    List<SpanStyle> styles = new ArrayList<>();
    while (rows.find()) {
      Reading.texts(Reading.markdown("a " + rows.group(1))).get(0).spans().stream()
          .skip(1)
          .forEach(span -> styles.add(span.style()));
    }

    assertThat(styles)
        .containsExactly(
            SpanStyle.SAY, SpanStyle.UNSHOWN, SpanStyle.SPELL, SpanStyle.UNSPOKEN, SpanStyle.PAUSE);
  }

  @Test
  void takesFromTheShowWhatAnEpisodeLeavesOutOfItsVoice() throws Exception {
    Show.VoiceSettings usual = new Show.VoiceSettings("rms", 150.0, 90.0, 12.0);

    assertThat(voice(usual, "")).isNull();
    assertThat(voice(usual, "voice: {rate: 200}\n"))
        .isEqualTo(new Show.VoiceSettings("rms", 200.0, 90.0, 12.0));
    assertThat(voice(usual, "voice: {name: rms, pitch: 120}\n"))
        .isEqualTo(new Show.VoiceSettings("rms", 150.0, 120.0, 12.0));
    // The pitch that suits one voice need not suit another.
    assertThat(voice(usual, "voice: {name: kevin16, range: 5}\n"))
        .isEqualTo(new Show.VoiceSettings("kevin16", null, null, 5.0));
    assertThat(
            catchThrowableOfType(ScriptException.class, () -> voice(usual, "voice: {name: rsm}\n")))
        .hasMessageContaining("2:15: 'name' is 'rsm', which is no voice here; did you mean 'rms'?");
  }

  private static Show.@Nullable VoiceSettings voice(Show.VoiceSettings usual, String line)
      throws ScriptException {
    String text = "---\n" + line + "title: T\n---\nHello.\n";
    return ScriptReader.read(
            ScriptFile.of(Reading.MARKDOWN, text),
            Reading.show("UTC", usual),
            List.of("rms", "kevin16"))
        .voice();
  }
}
