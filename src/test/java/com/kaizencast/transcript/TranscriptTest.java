package com.kaizencast.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.transcript.ReadBack.ReadCue;
import com.kaizencast.transcript.ReadBack.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class TranscriptTest {

  private static final SourcePosition HERE = new SourcePosition("test.md", 1, 1);
  private static final Credits CREDITS = new Credits("On Words", "Ada Example", "en", false);

  /** Milliseconds are frames. */
  private static final int RATE = 1_000;

  private static final int WORD = 300;
  private static final int PAUSE = 200;

  private final List<TimedText> texts = new ArrayList<>();
  private int frame;

  /**
   * Adds a sentence whose spoken words take {@link #WORD} each: {@code CI/CD*4} is said in four
   * words, {@code —*0} in none.
   */
  private TranscriptTest say(BlockRole role, boolean startsParagraph, String line) {
    List<WrittenWord> written = new ArrayList<>();
    List<SpokenWord> spoken = new ArrayList<>();
    List<WordTiming> timings = new ArrayList<>();
    for (String token : line.split(" ")) {
      String[] parts = token.split("\\*");
      written.add(new WrittenWord(parts[0], HERE));
      for (int i = parts.length == 1 ? 1 : Integer.parseInt(parts[1]); i > 0; i--) {
        int start = timings.size() * WORD;
        timings.add(new WordTiming(timings.size(), start, start + WORD));
        spoken.add(new SpokenWord("word", null, "", written.size() - 1));
      }
    }
    texts.add(
        new TimedText(
            new SpokenText(role, HERE, written, spoken, Duration.ZERO, startsParagraph),
            frame,
            timings));
    frame += timings.size() * WORD + PAUSE;
    return this;
  }

  private TranscriptTest paragraph(String... sentences) {
    for (int i = 0; i < sentences.length; i++) {
      say(BlockRole.PARAGRAPH, i == 0, sentences[i]);
    }
    return this;
  }

  private TranscriptTest silence(int ms) {
    frame += ms;
    return this;
  }

  private String in(TranscriptForm form) {
    return new String(Transcript.of(texts, RATE, frame).in(form, CREDITS), UTF_8);
  }

  private List<ReadCue> cues() {
    return ReadBack.subRip(in(TranscriptForm.SUBRIP).getBytes(UTF_8));
  }

  private List<String> shown() {
    return cues().stream().map(ReadCue::text).toList();
  }

  @Test
  void writesAllForms() {
    say(BlockRole.HEADING, true, "On words")
        .silence(1_000)
        .paragraph("We use CI/CD*4 —*0 at 10:30.*2", "Tom & Jerry say a < b.")
        .silence(3_600_000)
        .paragraph("“Bye!”");

    assertThat(in(TranscriptForm.WEBVTT))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.000 --> 00:00:01.000
            <v Ada Example>On words

            00:00:01.800 --> 00:00:04.700
            <v Ada Example>We use CI/CD — at 10:30.

            00:00:04.700 --> 00:00:06.800
            <v Ada Example>Tom &amp; Jerry say a &lt; b.

            01:00:07.000 --> 01:00:07.500
            <v Ada Example>“Bye!”
            """);
    assertThat(in(TranscriptForm.WEBVTT_WORDS))
        .contains(
            "We <00:00:02.100>use <00:00:02.400>CI/CD — <00:00:03.600>at <00:00:03.900>10:30.\n");
    assertThat(in(TranscriptForm.SUBRIP))
        .startsWith(
            """
            1
            00:00:00,000 --> 00:00:01,000
            On words

            2
            00:00:01,800 --> 00:00:04,700
            We use CI/CD — at 10:30.

            3
            00:00:04,700 --> 00:00:06,800
            Tom & Jerry say a < b.
            """);
    assertThat(in(TranscriptForm.JSON))
        .startsWith(
            """
            {
              "version": "1.0.0",
              "segments": [
                {"speaker": "Ada Example", "startTime": 0.000, "endTime": 0.300, "body": "On"},
            """)
        .contains("\"startTime\": 2.400, \"endTime\": 3.600, \"body\": \"CI/CD —\"}");
    assertThat(in(TranscriptForm.HTML))
        .startsWith("<!-- Transcript -->\n<!DOCTYPE html>\n<html lang=\"en\">\n")
        .contains("<meta charset=\"utf-8\">")
        .doesNotContain("noindex")
        .contains(
            """
            <title>On Words</title>
            """)
        .endsWith(
            """
            <h1 dir="auto">On Words</h1>
            <cite dir="auto">Ada Example:</cite>
            <time datetime="PT0.000S">0:00</time>
            <p role="heading" aria-level="2" dir="auto">On words</p>
            <time datetime="PT1.800S">0:01</time>
            <p dir="auto">We use CI/CD — at 10:30. Tom &amp; Jerry say a &lt; b.</p>
            <time datetime="PT3607.000S">1:00:07</time>
            <p dir="auto">“Bye!”</p>
            </body>
            </html>
            """);
  }

  @Test
  void breaksBetweenSentencesThenAtMarksThenInTheMiddle() {
    paragraph(
        "There is one way to do it.",
        "When the queue has drained at last, we look at what is left of the hour.",
        "Nobody who has ever had to do with such a thing would want to do it another time");

    assertThat(cues().stream().map(ReadCue::lines))
        .containsExactly(
            List.of("There is one way to do it."),
            List.of("When the queue has", "drained at last,"),
            List.of("we look at what is", "left of the hour."),
            List.of("Nobody who has ever", "had to do with such"),
            List.of("a thing would want", "to do it another time"));
  }

  @Test
  void showsAShortSentenceWithItsNeighbourWhereBothHaveRoom() {
    paragraph("Why?", "There is a reason.")
        .paragraph("It was a long way down to the sea.", "Yes.")
        .paragraph("No.", "It was a much longer way than you would think by the map.")
        .silence(2_000)
        .paragraph("Stop.")
        .paragraph("New paragraph.");

    assertThat(shown())
        .containsExactly(
            "Why? There is a reason.",
            "It was a long way down to the sea. Yes.",
            "No. It was a much longer way than you would think by the map.",
            "Stop.",
            "New paragraph.");
  }

  @Test
  void tellsNothingBeforeAPause() {
    paragraph("And the answer to all of it is this:")
        .silence(3_000)
        .say(BlockRole.PARAGRAPH, false, "No.");

    assertThat(shown()).containsExactly("And the answer to all of it is this:", "No.");
  }

  @Test
  void keepsTheNumberOfAnItemWithItsText() {
    say(BlockRole.LIST_ITEM, true, "1.*3")
        .say(
            BlockRole.LIST_ITEM,
            false,
            "Take the first of the boxes, and look at what is inside of it and below.")
        .say(BlockRole.LIST_ITEM, true, "2.")
        .say(BlockRole.LIST_ITEM, false, "Expand.");

    assertThat(shown())
        .containsExactly(
            "1. Take the first of the boxes,",
            "and look at what is inside of it and below.",
            "2. Expand.");
  }

  @Test
  void showsACueForASecondAndTwentyCharactersASecondIfThereIsTime() {
    paragraph("Internationalization*1 standardization*1").silence(5_000).paragraph("Oh!");

    assertThat(cues())
        .extracting(ReadCue::start, ReadCue::end)
        .containsExactly(tuple(0L, 1_800L), tuple(5_800L, 6_300L));
  }

  @Test
  void dividesALongWordWithoutLosingACharacter() {
    paragraph("See https://example.com/a/very/long/path?with=a&query=of&its=own#and-more*20 now.");

    assertThat(cues().stream().map(ReadCue::lines))
        .containsExactly(
            List.of("See", "https://example.com/a/very/long/"),
            List.of("path?with=a&query=of&its=own#", "and-more now."));
    assertThat(ReadBack.json(in(TranscriptForm.JSON).getBytes(UTF_8)))
        .extracting(Segment::body)
        .contains("https://example.com/a/very/long/path?with=a&query=of&its=own#and-more");
  }

  @Test
  void dividesWordsBetweenCharactersAsTheyAreSeen() {
    paragraph("👩🏽‍🚀".repeat(9) + "🇭🇰".repeat(20) + "e\u0301".repeat(40) + "*60");

    for (ReadCue cue : cues()) {
      for (String line : cue.lines()) {
        assertThat(line).doesNotMatch("^[\u0301\u200d\\x{1f3fd}\\x{1f680}].*|.*\u200d$");
        assertThat(line.replaceAll("[^\\x{1f1ed}\\x{1f1f0}]", "").codePoints().count() % 2)
            .isZero();
      }
    }
  }

  @Test
  void showsWhatIsNotSaidInTheSilenceBeforeIfItIsMuch() {
    paragraph("One.")
        .silence(4_000)
        .paragraph(
            "This*0 is*0 only*0 to*0 be*0 seen*0 by*0 those*0 who*0 read.*0 And on it goes.");

    assertThat(cues())
        .extracting(ReadCue::start, ReadCue::text)
        .containsExactly(
            tuple(0L, "One."),
            tuple(300L, "This is only to be seen by those who read."),
            tuple(4_500L, "And on it goes."));
  }

  @Test
  void showsNothingOfWhatIsOnlySaid() {
    SpokenText unshown =
        new SpokenText(
            BlockRole.PARAGRAPH,
            HERE,
            List.of(new WrittenWord("", HERE)),
            List.of(new SpokenWord("word", null, "", 0)),
            Duration.ZERO);
    texts.add(new TimedText(unshown, 0, List.of(new WordTiming(0, 0, 10))));
    frame = 10;

    assertThat(Transcript.of(texts, RATE, frame).isEmpty()).isTrue();
    assertThat(in(TranscriptForm.WEBVTT)).isEqualTo("WEBVTT\n");
    assertThat(in(TranscriptForm.SUBRIP)).isEmpty();
    assertThat(ReadBack.json(in(TranscriptForm.JSON).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void keepsTitleAndSpeakerWhole() {
    paragraph("Text.");
    String title = "Q&A: a --> b <script>, 改善不断 שלום 😀\u0007";
    String speaker = "Ada & <Bo>\nלילך --> 😀";
    Credits odd = new Credits(title, speaker, "x\"><b", true);
    Transcript transcript = Transcript.of(texts, RATE, frame);

    String vtt = new String(transcript.in(TranscriptForm.WEBVTT, odd), UTF_8);
    assertThat(vtt).contains("<v Ada &amp; &lt;Bo&gt; לילך --&gt; 😀>Text.");
    assertThat(ReadBack.webVtt(vtt.getBytes(UTF_8)).get(0).voice())
        .isEqualTo("Ada & <Bo> לילך --> 😀");
    assertThat(ReadBack.json(transcript.in(TranscriptForm.JSON, odd)).get(0).speaker())
        .isEqualTo("Ada & <Bo> לילך --> 😀");
    Document page = Jsoup.parse(new String(transcript.in(TranscriptForm.HTML, odd), UTF_8));
    assertThat(page.title()).isEqualTo("Q&A: a --> b <script>, 改善不断 שלום 😀");
    assertThat(page.selectFirst("h1").wholeText()).isEqualTo(page.title());
    assertThat(page.selectFirst("cite").wholeText()).isEqualTo("Ada & <Bo> לילך --> 😀:");
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("x\"><b");
    assertThat(page.select("meta[name=robots][content=noindex]")).hasSize(1);
    assertThat(page.select("script, b")).isEmpty();
  }

  @Test
  void namesNobodyWithoutASpeaker() {
    paragraph("Text.");
    Credits nobody = new Credits("Title", " ", "en", false);
    Transcript transcript = Transcript.of(texts, RATE, frame);
    for (TranscriptForm form : TranscriptForm.values()) {
      assertThat(new String(transcript.in(form, nobody), UTF_8))
          .doesNotContain("<v")
          .doesNotContain("cite")
          .doesNotContain("speaker");
    }
  }

  @Test
  void writesTheSameInATurkishLocale() {
    paragraph("Is it 10:30 in İstanbul, or 11,5?");
    List<String> here = allForms();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(allForms()).isEqualTo(here);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(allForms()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private List<String> allForms() {
    List<String> forms = new ArrayList<>();
    for (TranscriptForm form : TranscriptForm.values()) {
      forms.add(in(form));
    }
    return forms;
  }

  @Test
  void takesTenHoursInOneSentence() {
    String line = "word ".repeat(29_999) + "end.";
    paragraph(line, line, line);

    List<ReadCue> cues = cues();

    assertThat(cues.get(cues.size() - 1).end()).isEqualTo(frame);
    assertThat(frame).isGreaterThan(7 * 3_600_000);
    assertThat(ReadBack.letters(shown())).hasSize(3 * (29_999 * 4 + 4));
  }

  @Test
  void refusesTimesThatCannotBe() {
    paragraph("One two.");
    TimedText text = texts.get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimedText(text.text(), 0, text.words().subList(0, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimedText(text.text(), -1, text.words()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TimedText(
                    text.text(), 0, List.of(new WordTiming(0, 5, 9), new WordTiming(1, 8, 10))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transcript.of(List.of(text, text), RATE, frame));
    assertThatIllegalArgumentException().isThrownBy(() -> Transcript.of(texts, RATE, 10));
  }
}
