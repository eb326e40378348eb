package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that stands in a file makes reading it fail otherwise than with problems, or hang. */
class HostileScriptTest {

  private static final int LONGEST = 250_000;

  static List<String> units() {
    return List.of(
        "[",
        "]",
        "*",
        "_",
        "`",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "#",
        "&",
        "&amp;",
        "![",
        "[a](",
        "[a](b)",
        "![[](x)",
        "[a]: <b\n",
        "[a\n",
        "**a ",
        "*a_b ",
        "*a**",
        "~~",
        "~",
        "|",
        "\\",
        "<!--",
        "<b>",
        "<a ",
        "http://a.b ",
        "x@y.z ",
        "www.",
        "[^1]",
        "[](pause:1ms)",
        "[](say: \"x\")",
        "](say:",
        "&#1;",
        "&#xD800;",
        "\t",
        "a",
        "a ",
        "é",
        "中",
        "\uFDD0",
        "😀",
        "1. A: b\n\n",
        "- a\n",
        "a\n\n",
        "\n",
        "\r",
        "---\n",
        "# a\n\n",
        "## a\n\n",
        "```\n",
        "<div>\n",
        "a. ",
        ".",
        "!a ",
        "A: ",
        "“A.” ",
        "a,",
        "—",
        "[a]: b\n\n",
        "[^a]: b\n\n",
        "a|b\n-|-\n",
        "|-",
        "    a\n",
        "{",
        "? ",
        "&a ",
        "*a ",
        "a: ",
        "'",
        "\"",
        "%",
        "!a ");
  }

  /** The time is that of a hang, not of a measurement. */
  @ParameterizedTest
  @MethodSource("units")
  @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isReadOrRejectedIfItRepeats(String unit) {
    String repeated = unit.repeat(Math.min(100_000, LONGEST / unit.length()));

    readOrReject(Reading.MARKDOWN, "---\ntitle: T\n---\n" + repeated);
    readOrReject(Reading.MARKDOWN, "---\n" + repeated + "\n---\nHi.");
    readOrReject(Reading.MARKDOWN, "---\ntitle: \n  " + repeated + "\n---\nHi.");
    readOrReject(Reading.PLAIN, "T\n\n" + repeated);
    readOrReject(Reading.PLAIN, repeated);
  }

  private static void readOrReject(String name, String text) {
    try {
      EpisodeScript script =
          ScriptReader.read(ScriptFile.of(name, text), Reading.show("Asia/Hong_Kong"));
      assertThat(script.sections()).isNotEmpty();
      assertThat(script.episode().summary()).hasSizeLessThanOrEqualTo(250);
    } catch (ScriptException e) {
      assertThat(e.problems()).hasSizeLessThanOrEqualTo(201);
      assertThat(e.problems()).extracting(ScriptProblem::message).allMatch(m -> m.length() < 600);
    }
  }

  @Test
  void readsALineOfAHundredThousandCharacters() {
    String line = "word ".repeat(20_000).strip();

    assertThat(Piece.shownText(Reading.texts(Reading.markdown(line)).get(0).spans()))
        .isEqualTo(line);
    assertThat(
            Piece.shownText(
                Reading.texts(Reading.read(Reading.PLAIN, "T\n\n" + line)).get(0).spans()))
        .isEqualTo(line);
  }

  @Test
  void givesUpOnDeepNestingAtItsPlace() {
    assertThat(markdownProblems("> ".repeat(1000) + "a"))
        .containsExactly("4:65: nested more than 32 deep; make it simpler");
    assertThat(markdownProblems("![".repeat(100) + "a" + "](x)".repeat(100)))
        .singleElement()
        .asString()
        .matches("4:[0-9]+: nested more than 32 deep; make it simpler");
    assertThat(Reading.texts(Reading.markdown("> ".repeat(20) + "a"))).hasSize(1);
  }

  @Test
  void givesUpOnMoreBracketsThanAParagraphHas() {
    assertThat(markdownProblems("a\n\n" + "[a ".repeat(1001)))
        .containsExactly("6:3001: more than 1000 '[' in one paragraph; divide it by blank lines");
    assertThat(Reading.texts(Reading.markdown(("[a ".repeat(900) + "\n\n").repeat(3)))).hasSize(3);
  }

  private static List<String> markdownProblems(String body) {
    return Reading.problems(Reading.MARKDOWN, "---\ntitle: T\n---\n" + body);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isReadOrRejectedIfItIsRandom(long seed) {
    Random random = new Random(seed);
    List<String> units = units();
    for (int i = 0; i < 1500; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "---\n" : "# T\n");
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.append(
            switch (random.nextInt(8)) {
              case 0 -> "\n";
              case 1 -> "\n---\n";
              case 2 -> "title: T\n";
              case 3 -> String.valueOf((char) random.nextInt(0xD800));
              default -> units.get(random.nextInt(units.size()));
            });
      }
      String script = text.toString();
      assertThatCode(() -> readOrReject(Reading.MARKDOWN, script))
          .as(script)
          .doesNotThrowAnyException();
      assertThatCode(() -> readOrReject(Reading.PLAIN, script))
          .as(script)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void isReadOrRejectedIfItIsRandomBytes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThatCode(
              () -> {
                try {
                  ScriptReader.read(new ScriptFile(Reading.PLAIN, bytes), Reading.show("UTC"));
                } catch (ScriptException e) {
                  assertThat(e.problems()).isNotEmpty();
                }
              })
          .doesNotThrowAnyException();
    }
  }
}
