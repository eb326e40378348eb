package com.kaizencast.transcript;

import static com.kaizencast.transcript.ReadBack.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.speech.FakeSpeechSynthesizer;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import com.kaizencast.transcript.ReadBack.Paragraph;
import com.kaizencast.transcript.ReadBack.ReadCue;
import com.kaizencast.transcript.ReadBack.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transcripts of episodes as voices said them. */
final class SpokenTranscriptTest {

  private static EpisodeScript script(String name) throws Exception {
    return ShowTranscripts.scripts().stream()
        .filter(script -> script.file().contains(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"kevin16, zero-downtime-migrations", "kevin16, trailer", "rms, trailer"})
  void followsAVoiceToTheEnd(String voice, String name) throws Exception {
    EpisodeScript script = script(name);
    SpeechSynthesizer speaker = Voices.open(new VoiceSettings(voice, null, null, null));
    // The written words with the frame at which each first sounds.
    List<String> words = new ArrayList<>();
    List<Double> onsets = new ArrayList<>();
    Recorded recorded =
        ShowTranscripts.record(
            script,
            speaker,
            (text, speech) -> {
              int last = -1;
              for (WordTiming timing : speech.words()) {
                int index = text.text().words().get(timing.word()).written();
                if (index != last) {
                  words.add(text.text().written().get(index).text());
                  onsets.add(
                      (text.startFrame() + timing.startFrame()) * 1000.0 / speaker.sampleRateHz());
                }
                last = index;
              }
            });
    Transcript transcript = recorded.transcript();

    List<Segment> segments = json(script, transcript);
    assertThat(segments).hasSameSizeAs(words).hasSizeGreaterThan(100);
    for (int i = 0; i < words.size(); i++) {
      assertThat(segments.get(i).body().split(" ")).contains(words.get(i));
      assertThat((double) segments.get(i).start()).isCloseTo(onsets.get(i), within(1.0));
    }
    allFormsAgree(script, transcript);
  }

  @Test
  void followsTheSamplesToTheEnd() throws Exception {
    EpisodeScript script = script("zero-downtime-migrations");
    short[][] samples = {new short[0]};
    int[] said = {0};
    Recorded recorded =
        ShowTranscripts.record(
            script,
            new FakeSpeechSynthesizer(),
            (text, speech) -> {
              samples[0] = joined(samples[0], text, speech);
              said[0] += speech.words().size();
            });

    List<Long> heard = new ArrayList<>();
    int quiet = FakeSpeechSynthesizer.GAP_FRAMES;
    for (int i = 0; i < samples[0].length; i++) {
      if (samples[0][i] != 0) {
        if (quiet >= FakeSpeechSynthesizer.GAP_FRAMES / 2) {
          heard.add(i * 1000L / FakeSpeechSynthesizer.SAMPLE_RATE_HZ);
        }
        quiet = 0;
      } else {
        quiet++;
      }
    }
    List<Segment> segments = json(script, recorded.transcript());
    assertThat(heard).hasSize(said[0]);
    assertThat(heard).containsAll(segments.stream().map(Segment::start).toList());
    assertThat(segments.get(segments.size() - 1).start()).isGreaterThan(200_000);
  }

  private static short[] joined(short[] before, TimedText text, Speech speech) {
    int start = (int) text.startFrame();
    short[] all = Arrays.copyOf(before, start + speech.audio().frameCount());
    System.arraycopy(speech.audio().samples(), 0, all, start, speech.audio().frameCount());
    return all;
  }

  @Test
  void agreesWithItselfInAllFormsForEveryEpisode() throws Exception {
    for (EpisodeScript script : ShowTranscripts.scripts()) {
      Recorded recorded =
          ShowTranscripts.record(script, new FakeSpeechSynthesizer(), (text, speech) -> {});
      allFormsAgree(script, recorded.transcript());
      assertThat(
              ReadBack.subRip(
                  recorded.transcript().in(TranscriptForm.SUBRIP, ShowTranscripts.credits(script))))
          .as(script.file())
          .allMatch(cue -> cue.lines().stream().allMatch(line -> line.length() <= 32));
    }
  }

  private static void allFormsAgree(EpisodeScript script, Transcript transcript) {
    Credits credits = ShowTranscripts.credits(script);
    List<ReadCue> vtt = ReadBack.webVtt(transcript.in(TranscriptForm.WEBVTT, credits));
    List<ReadCue> words = ReadBack.webVtt(transcript.in(TranscriptForm.WEBVTT_WORDS, credits));
    List<ReadCue> srt = ReadBack.subRip(transcript.in(TranscriptForm.SUBRIP, credits));
    List<Segment> json = json(script, transcript);
    List<Paragraph> html = ReadBack.html(transcript.in(TranscriptForm.HTML, credits));

    assertThat(srt)
        .extracting(SpokenTranscriptTest::lettersOf)
        .isEqualTo(vtt.stream().map(SpokenTranscriptTest::lettersOf).toList());
    assertThat(srt).extracting(ReadCue::start).isEqualTo(vtt.stream().map(ReadCue::start).toList());
    assertThat(srt).extracting(ReadCue::end).isEqualTo(vtt.stream().map(ReadCue::end).toList());
    assertThat(words)
        .extracting(SpokenTranscriptTest::lettersOf)
        .isEqualTo(vtt.stream().map(SpokenTranscriptTest::lettersOf).toList());
    assertThat(letters(json.stream().map(Segment::body).toList()))
        .isEqualTo(letters(vtt.stream().map(ReadCue::text).toList()))
        .isEqualTo(letters(html.stream().map(Paragraph::text).toList()));

    List<Long> times = new ArrayList<>();
    for (ReadCue cue : words) {
      times.add(cue.start());
      times.addAll(cue.times());
    }
    assertThat(times).isEqualTo(json.stream().map(Segment::start).toList());
    assertThat(vtt.stream().map(ReadCue::start).toList())
        .containsAll(html.stream().map(Paragraph::start).toList());
    for (Paragraph paragraph : html) {
      long seconds = paragraph.start() / 1000;
      assertThat(paragraph.shownTime())
          .isEqualTo(seconds / 60 + ":" + String.format("%02d", seconds % 60));
    }
  }

  /** A word that is cut on two lines of one form may be whole in another. */
  private static String lettersOf(ReadCue cue) {
    return letters(cue.lines());
  }

  private static List<Segment> json(EpisodeScript script, Transcript transcript) {
    return ReadBack.json(transcript.in(TranscriptForm.JSON, ShowTranscripts.credits(script)));
  }
}
