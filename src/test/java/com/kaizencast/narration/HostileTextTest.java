package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit is not a measurement: what takes more than linear time would run for hours. */
@Timeout(120)
final class HostileTextTest {

  private static final int TIMES = 100_000;
  private static final Path FUZZED = Path.of("src/test/resources/narration/fuzzed");

  private static final String SIGNS =
      "a A 1 . - / ' \" ( [ & # @ _ : , $ % + = ~ * \\ ` é 改 П 😀 👩‍💻 🇭🇰 ² ½ … — I";

  private static final String STARTS =
      "A. 1. a. a/ a- a_ a1 1a 1, 1/ 1: 1- :: ab: a@ --a -a #a @a 's +1 (5 ? ?a !A 1e x² aA a改";

  private static final String WORDS =
      "e.g. 1/2 10:30 2024 2024-05-01 $5 5% 5GB v1.2.3 192.168.0.1 http://a.b/ a@b.c a.b. IV CI/CD"
          + " CAs XQZ fooBar Kubernetes café 改善 it's Dr. U.S. No.5";

  private static final List<String> UNSEEN =
      List.of("\u0301", "\u200D", "\u202E", "\uD800", "\u00A0", "\t", "\uFE0F");

  static Stream<String> signsAndStarts() {
    return Stream.concat(Stream.of((SIGNS + " " + STARTS).split(" ")), UNSEEN.stream());
  }

  static Stream<String> words() {
    return Stream.of(WORDS.split(" ")).map(word -> word + " ");
  }

  @ParameterizedTest
  @MethodSource({"signsAndStarts", "words"})
  void losesNothingOfAThousandOfThem(String token) {
    Completeness.check(text(token.repeat(1_000)));
    Completeness.check(text((token + " ").repeat(1_000)));
  }

  @ParameterizedTest
  @MethodSource("signsAndStarts")
  void readsALineOfAHundredThousand(String token) {
    Narration narration = new Narrator(List.of()).narrate(Scripts.paragraph(token.repeat(TIMES)));

    assertThat(narration.problems()).hasSizeLessThan(250);
  }

  @ParameterizedTest
  @MethodSource("words")
  void readsALineOfAHundredThousandCharacters(String word) {
    Narration narration =
        new Narrator(List.of()).narrate(Scripts.paragraph(word.repeat(TIMES / word.length())));

    assertThat(narration.sections()).isNotEmpty();
  }

  @Test
  void readsAHundredThousandSpans() {
    List<Span> spans =
        IntStream.range(0, TIMES)
            .mapToObj(
                i ->
                    new Span(
                        i % 3 == 0 ? SpanStyle.CODE : SpanStyle.TEXT,
                        i % 2 == 0 ? "ab " : "c1",
                        null,
                        new SourcePosition("f", 1 + i / 10, 1 + i)))
            .toList();

    Completeness.check(spans);
  }

  @Test
  void readsAHundredThousandPauses() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      SourcePosition position = new SourcePosition("f", 1, 1 + i);
      spans.add(new Span(SpanStyle.TEXT, "word", null, position));
      spans.add(new Span(SpanStyle.PAUSE, "", "500", position));
    }

    Completeness.check(spans);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsTextMadeOfPiecesOfAllClasses(int seed) {
    Random random = new Random(seed);
    String pieces =
        " \t.,;:!?'\"’“”()[]{}<>/\\|@#$%^&*-_=+~`…—–−×°²½€£abcXYZ019éßøæİıſ改カ한Пبθ😀👍🏽🇭🇰\u200D\uFE0F"
            + "\u0301\u202E\uFEFF\u0000\uD83D";
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      Completeness.check(text(text.toString()));
    }
  }

  @Test
  void readsEveryCharacterThereIs() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += 64) {
      StringBuilder text = new StringBuilder();
      for (int i = c; i < c + 64; i++) {
        text.appendCodePoint(i).append(i % 2 == 0 ? " " : "");
      }
      Completeness.check(text(text.toString()));
    }
  }

  @Test
  void reportsAWordThatIsTooLong() {
    Narration narration = new Narrator(List.of()).narrate(Scripts.paragraph("b".repeat(2_000)));

    assertThat(ClassTableTest.text(narration)).isEqualTo("a word of two thousand letters.");
    assertThat(narration.problems())
        .singleElement()
        .hasToString("test.md:1:1: warning: a word of 2000 letters is described, not read");
  }

  /** What the fuzzer found, and what it learned to reach: {@code mvn -Pfuzz test}. */
  @TestFactory
  Stream<DynamicTest> readsWhatTheFuzzerTried() throws IOException {
    try (Stream<Path> files = Files.list(FUZZED)) {
      List<Path> inputs = files.sorted().toList();
      assertThat(inputs).isNotEmpty();
      return inputs.stream()
          .map(
              input ->
                  DynamicTest.dynamicTest(
                      input.getFileName().toString(),
                      () -> NarrationFuzz.fuzzerTestOneInput(Files.readAllBytes(input))));
    }
  }

  @Test
  void readsBytesThatAreNoText() {
    byte[] bytes = new byte[512];
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      random.nextBytes(bytes);
      NarrationFuzz.fuzzerTestOneInput(bytes);
      NarrationFuzz.fuzzerTestOneInput(
          new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<Span> text(String text) {
    return List.of(new Span(SpanStyle.TEXT, text, null, new SourcePosition("f", 1, 1)));
  }
}
