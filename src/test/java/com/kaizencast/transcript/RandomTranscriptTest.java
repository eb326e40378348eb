package com.kaizencast.transcript;

import static com.kaizencast.transcript.ReadBack.letters;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.transcript.ReadBack.Paragraph;
import com.kaizencast.transcript.ReadBack.ReadCue;
import com.kaizencast.transcript.ReadBack.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every transcript, whatever is said and whenever. */
final class RandomTranscriptTest {

  private static final Credits CREDITS =
      new Credits("Random & \"odd\" <b>", "Ada & <Bo> --> Cy", "en", false);

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < 120; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNoWordInAnyForm(long seed) {
    Recorded recorded = new RandomTexts(seed).recording();
    String shown = shown(recorded);
    Transcript transcript = recorded.transcript();

    assertThat(transcript.isEmpty()).isEqualTo(shown.isEmpty());
    assertThat(letters(webVtt(transcript).stream().map(ReadCue::text).toList())).isEqualTo(shown);
    assertThat(letters(words(transcript).stream().map(ReadCue::text).toList())).isEqualTo(shown);
    assertThat(letters(json(transcript).stream().map(Segment::body).toList())).isEqualTo(shown);
    assertThat(letters(html(transcript).stream().map(Paragraph::text).toList())).isEqualTo(shown);
    assertThat(letters(subRip(transcript).stream().map(ReadCue::text).toList()).replace("→", "-->"))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void showsOneCueAtATimeForLongEnough(long seed) {
    Recorded recorded = new RandomTexts(seed).recording();
    List<ReadCue> cues = webVtt(recorded.transcript());
    long total = recorded.frameCount() * 1000 / recorded.sampleRateHz();
    for (int i = 0; i < cues.size(); i++) {
      ReadCue cue = cues.get(i);
      long next = i + 1 < cues.size() ? cues.get(i + 1).start() : Math.max(total, cue.end());
      long length = cue.end() - cue.start();

      assertThat(cue.end()).isGreaterThan(cue.start()).isLessThanOrEqualTo(next);
      if (cue.text().contains(" ")) {
        assertThat(length).as(cue.text()).isLessThanOrEqualTo(7_000);
      }
      if (cue.end() < next && length < 7_000) {
        assertThat(length).isGreaterThanOrEqualTo(1_000);
        int characters = cue.lines().stream().mapToInt(String::length).sum();
        assertThat(characters * 1000.0 / length).isLessThanOrEqualTo(20);
      }
    }
  }

  /** Two sentences share a cue only where one of them would be gone within a second. */
  @ParameterizedTest
  @MethodSource("seeds")
  void crossesSentencesOnlyWhereOneIsTooShortToBeRead(long seed) {
    Recorded recorded = new RandomTexts(seed).recording();
    List<ReadCue> cues = words(recorded.transcript());
    List<TimedText> texts = recorded.texts();
    for (int i = 1; i < texts.size(); i++) {
      TimedText text = texts.get(i);
      SpokenText spoken = text.text();
      boolean beginsAloud = beginsAloud(spoken) && !shown(spoken).isEmpty();
      boolean followsANumber =
          shown(texts.get(i - 1).text()).chars().noneMatch(Character::isLetter);
      long start = start(recorded, i);
      boolean isShared = cues.stream().anyMatch(cue -> cue.times().contains(start));
      if (!beginsAloud || followsANumber || !isShared) {
        continue;
      }
      long next =
          i + 1 == texts.size()
              ? recorded.frameCount() * 1000 / recorded.sampleRateHz()
              : beginsAloud(texts.get(i + 1).text())
                  ? start(recorded, i + 1)
                  // What is not said is shown as soon as this has been said.
                  : text.endFrame() * 1000 / recorded.sampleRateHz();
      assertThat(Math.min(start - start(recorded, i - 1), next - start))
          .as("%s | %s", shown(texts.get(i - 1).text()), shown(spoken))
          .isLessThan(1_000);
      assertThat(spoken.startsParagraph()).isFalse();
    }
  }

  private static long start(Recorded recorded, int index) {
    TimedText text = recorded.texts().get(index);
    return (text.startFrame() + text.words().get(0).startFrame()) * 1000 / recorded.sampleRateHz();
  }

  private static boolean beginsAloud(SpokenText text) {
    return text.words().get(0).written() == 0;
  }

  private static String shown(SpokenText text) {
    StringBuilder shown = new StringBuilder();
    text.written().forEach(word -> shown.append(shown(word)));
    return shown.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsToTheLengthsOfLines(long seed) {
    Transcript transcript = new RandomTexts(seed).recording().transcript();
    for (ReadCue cue : subRip(transcript)) {
      assertThat(cue.lines()).hasSizeBetween(1, 2).allMatch(line -> line.length() <= 32);
    }
    Credits plain = new Credits("", "Ada Example", "en", false);
    for (ReadCue cue : ReadBack.webVtt(transcript.in(TranscriptForm.WEBVTT, plain))) {
      assertThat(cue.lines()).hasSizeBetween(1, 2).allMatch(line -> line.length() <= 65);
      assertThat(cue.voice()).isEqualTo("Ada Example");
      if (cue.lines().equals(cue.raw().stream().map(l -> l.replaceAll("^<v .*>", "")).toList())) {
        assertThat(cue.raw()).allMatch(line -> line.length() <= 65);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void saysTheSameTimesInAllForms(long seed) {
    Transcript transcript = new RandomTexts(seed).recording().transcript();
    List<ReadCue> cues = webVtt(transcript);
    List<ReadCue> withWords = words(transcript);
    List<ReadCue> subRip = subRip(transcript);
    List<Segment> segments = json(transcript);
    Set<Long> starts = new HashSet<>(segments.stream().map(Segment::start).toList());

    assertThat(withWords).hasSameSizeAs(cues);
    assertThat(subRip).hasSameSizeAs(cues);
    for (int i = 0; i < cues.size(); i++) {
      ReadCue cue = cues.get(i);
      assertThat(List.of(subRip.get(i).start(), subRip.get(i).end()))
          .isEqualTo(List.of(cue.start(), cue.end()))
          .isEqualTo(List.of(withWords.get(i).start(), withWords.get(i).end()));
      assertThat(withWords.get(i).lines()).isEqualTo(cue.lines());
      assertThat(starts).containsAll(withWords.get(i).times());
      long last = cue.start();
      for (long time : withWords.get(i).times()) {
        assertThat(time).isGreaterThan(last).isLessThan(cue.end());
        last = time;
      }
    }
    long end = 0;
    for (Segment segment : segments) {
      assertThat(segment.body()).isNotBlank();
      assertThat(segment.speaker()).isEqualTo(CREDITS.speaker());
      assertThat(segment.start()).isGreaterThanOrEqualTo(end);
      assertThat(segment.end()).isGreaterThanOrEqualTo(segment.start());
      end = segment.end();
    }
    for (Paragraph paragraph : html(transcript)) {
      assertThat(starts).contains(paragraph.start());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void startsEachSpokenWordWhenItSounds(long seed) {
    Recorded recorded = new RandomTexts(seed).recording();
    List<Long> starts = json(recorded.transcript()).stream().map(Segment::start).toList();
    for (TimedText text : recorded.texts()) {
      int last = -1;
      for (int i = 0; i < text.words().size(); i++) {
        SpokenWord word = text.text().words().get(i);
        boolean isSeen = !shown(text.text().written().get(word.written())).isEmpty();
        if (word.written() != last && isSeen) {
          long frame = text.startFrame() + text.words().get(i).startFrame();
          assertThat(starts).contains(frame * 1000 / recorded.sampleRateHz());
        }
        last = word.written();
      }
    }
  }

  /** What is to be seen of all texts, blanks left out; by the rules, not by our own code. */
  private static String shown(Recorded recorded) {
    StringBuilder shown = new StringBuilder();
    for (TimedText text : recorded.texts()) {
      SpokenText spoken = text.text();
      spoken.written().forEach(word -> shown.append(shown(word)));
    }
    return shown.toString();
  }

  private static String shown(WrittenWord word) {
    return word.text()
        .replaceAll("[\\x00-\\x20\u2028\u200b\ufeff\\x{d800}]", "")
        .replaceAll("^\u200d*$", "");
  }

  private static List<ReadCue> webVtt(Transcript transcript) {
    List<ReadCue> cues = ReadBack.webVtt(transcript.in(TranscriptForm.WEBVTT, CREDITS));
    assertThat(cues).allMatch(cue -> cue.voice().equals(CREDITS.speaker()));
    return cues;
  }

  private static List<ReadCue> words(Transcript transcript) {
    return ReadBack.webVtt(transcript.in(TranscriptForm.WEBVTT_WORDS, CREDITS));
  }

  private static List<ReadCue> subRip(Transcript transcript) {
    return ReadBack.subRip(transcript.in(TranscriptForm.SUBRIP, CREDITS));
  }

  private static List<Segment> json(Transcript transcript) {
    return ReadBack.json(transcript.in(TranscriptForm.JSON, CREDITS));
  }

  private static List<Paragraph> html(Transcript transcript) {
    return ReadBack.html(transcript.in(TranscriptForm.HTML, CREDITS));
  }
}
