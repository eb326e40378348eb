package com.kaizencast;

import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.TestHome.Result;
import com.kaizencast.audio.ffmpeg.SharedFfmpeg;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole builds with music and disclosure: the finished files are decoded and listened to. */
class SoundTest {

  private static final int RATE = 16_000;
  private static final String DISCLOSURE = "This episode is read by a synthetic voice.";

  @TempDir Path root;
  @TempDir Path temp;
  private TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root);
    home.show()
        .file(
            "scripts/2024-03-08-first-steps.md",
            """
            ---
            title: First steps
            ---
            Welcome to an episode that has chapters.

            ## The second one

            Here is what is said in the second chapter.

            ## The third one

            And this is what is said in the third.
            """);
  }

  @Test
  void musicShiftsAllTimesByItsLength() throws Exception {
    home.run().expect(0);
    Heard plain = heard();
    home.file("scripts/sound/in.wav", tone(44_100, 2, 2.0, 1000, 0.9))
        .file("scripts/sound/out.wav", tone(8_000, 1, 1.0, 3000, 0.01))
        .file("scripts/show.yaml", TestHome.SHOW + "intro: sound/in.wav\noutro: sound/out.wav\n");

    Result result = home.run().expect(0);

    assertThat(result.out()).contains("1 rendered");
    Heard framed = heard();
    assertThat(framed.seconds()).isCloseTo(plain.seconds() + 3, within(0.001));
    assertThat(framed.samples().length)
        .isCloseTo(plain.samples().length + 3 * RATE, within(RATE / 100));
    for (double at : new double[] {0.1, 0.8, 1.3}) {
      assertThat(framed.part(1000, at)).as("intro at " + at).isGreaterThan(0.9);
    }
    assertThat(framed.part(1000, 2.2)).isLessThan(0.5);
    assertThat(framed.part(3000, framed.seconds() - 0.9)).isGreaterThan(0.9);
    assertThat(framed.part(3000, framed.seconds() - 1.2)).isLessThan(0.5);

    // The words are where the transcript says, to the millisecond and to the sample.
    assertThat(framed.words()).hasSameSizeAs(plain.words()).hasSizeGreaterThan(30);
    for (int i = 0; i < plain.words().size(); i++) {
      assertThat(framed.words().get(i)).isCloseTo(plain.words().get(i) + 2, within(0.0011));
    }
    assertThat(lag(plain.samples(), framed.samples())).isEqualTo(2 * RATE);

    assertThat(plain.chapters()).hasSize(3).startsWith(0.0);
    assertThat(framed.chapters())
        .startsWith(0.0)
        .element(1)
        .satisfies(at -> assertThat(at).isCloseTo(plain.chapters().get(1) + 2, within(0.0011)));
    assertThat(framed.chaptersOfTag()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(framed.chaptersOfTag().get(i)).isCloseTo(framed.chapters().get(i), within(0.0011));
    }
    home.assertFeedHolds();

    Map<String, String> before = home.published();
    assertThat(home.run().expect(0).out()).contains("0 rendered");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void aBedIsHeardBeforeTheVoiceAndStepsBackUnderIt() throws Exception {
    home.file("scripts/bed.flac.wav", tone(22_050, 2, 60, 3400, 0.5))
        .file("scripts/show.yaml", TestHome.SHOW + "bed: bed.flac.wav\n");

    home.run().expect(0);

    Heard heard = heard();
    double voice = heard.words().get(0);
    double opening = heard.chapters().get(1);
    assertThat(voice).isBetween(1.0, 1.2);
    double before = heard.power(3400, voice - 0.5);
    double under = heard.power(3400, voice + 0.3);
    double after = heard.power(3400, opening + 0.5);
    assertThat(10 * Math.log10(before / under)).isBetween(8.0, 20.0);
    assertThat(10 * Math.log10(before / after)).isGreaterThan(25);
  }

  @Test
  void generatedMusicIsTheSameEverywhere() throws Exception {
    String music = "intro: generated\nbed: generated\noutro: generated\n";
    home.file("scripts/show.yaml", TestHome.SHOW + music);
    home.run().expect(0);
    byte[] bytes = Files.readAllBytes(home.audio(home.items().get(0)));
    double voice = heard().words().get(0);
    Files.delete(home.audio(home.items().get(0)));

    home.run().expect(0);

    assertThat(home.audio(home.items().get(0))).hasBinaryContent(bytes);
    assertThat(voice).isBetween(2.5, 3.1);
  }

  @Test
  void onlyTheSoundOfAMusicFileMatters() throws Exception {
    home.file("scripts/a.wav", tone(RATE, 1, 1, 500, 0.5))
        .file("scripts/show.yaml", TestHome.SHOW + "intro: a.wav\n");
    home.run().expect(0);

    home.delete("scripts/a.wav")
        .file("scripts/b.wav", tone(RATE, 1, 1, 500, 0.5))
        .file("scripts/show.yaml", "\n" + TestHome.SHOW + "intro: b.wav\n");
    assertThat(home.run().expect(0).out()).contains("0 rendered, 1 unchanged");

    home.file("scripts/b.wav", tone(RATE, 1, 1, 600, 0.5));
    assertThat(home.run().expect(0).out()).contains("1 rendered, 0 unchanged");
  }

  @Test
  void musicThatCannotBeUsedIsAMistakeOfTheShow() throws Exception {
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.file("scripts/text.mp3", "This is no audio at all. ".repeat(100))
        .file("scripts/empty.wav", "")
        .file("scripts/silent.wav", tone(RATE, 1, 1, 500, 0))
        .file("scripts/long.wav", tone(8_000, 1, 61, 500, 0.5))
        .file("scripts/fine.wav", tone(8_000, 1, 2, 500, 0.5))
        .file("scripts/list.mp3", "#EXTM3U\n#EXTINF:2,\nfine.wav\n#EXT-X-ENDLIST\n")
        .file("scripts/concat.mp3", "ffconcat version 1.0\nfile fine.wav\n");

    assertThat(error("intro: text.mp3")).contains(":16:8: 'text.mp3' can't be read as audio");
    assertThat(error("outro: empty.wav")).contains(":16:8: 'empty.wav' can't be read as audio");
    assertThat(error("bed: list.mp3")).contains(":16:6: 'list.mp3' can't be read as audio");
    assertThat(error("bed: concat.mp3")).contains(":16:6: 'concat.mp3' can't be read as audio");
    assertThat(error("bed: silent.wav")).contains(":16:6: 'silent.wav' is silent");
    assertThat(error("intro: long.wav")).contains(":16:8: 'long.wav' is longer than 60 seconds");
    assertThat(error("intro: none.wav")).contains(":16:8: 'intro' is 'none.wav', and there is no");
    assertThat(error("intro: ../audio/x.mp3")).contains(":16:8: 'intro' is '../audio/x.mp3'");
    assertThat(home.published()).isEqualTo(before);
  }

  private String error(String line) throws Exception {
    Result result = home.file("scripts/show.yaml", TestHome.SHOW + line + "\n").run().expect(2);
    assertThat(result.err()).startsWith("scripts/show.yaml:").doesNotContain("\tat ", "Exception");
    return result.err();
  }

  @ParameterizedTest
  @CsvSource({"start, true, false", "end, false, true", "none, false, false"})
  void theDisclosureIsHeardAndRead(String place, boolean first, boolean last) throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "disclosure-place: " + place + "\n");

    home.run().expect(0);

    String said = String.join(" ", heard().texts());
    assertThat(said.startsWith(DISCLOSURE)).isEqualTo(first);
    assertThat(said.endsWith(DISCLOSURE)).isEqualTo(last);
    assertThat(heard().chapters()).hasSize(3);
    Element item = home.items().get(0);
    assertThat(text(item, "description").contains(DISCLOSURE)).isEqualTo(first || last);
    assertThat(text(item, "content:encoded").contains(DISCLOSURE)).isEqualTo(first || last);
  }

  @Test
  void theDisclosureIsInTheHostsWords() throws Exception {
    home.file("scripts/lexicon.yaml", "rms: spell\n")
        .file("scripts/show.yaml", TestHome.SHOW + "disclosure: The voice is rms, a machine.\n");
    home.run().expect(0);
    assertThat(heard().texts()).endsWith("The", "voice", "is", "rms,", "a", "machine.");
    Path before = home.audio(home.items().get(0));

    home.file("scripts/lexicon.yaml", "rms: {as: alexander}\n");

    assertThat(home.run().expect(0).out()).contains("1 rendered");
    assertThat(home.audio(home.items().get(0))).isNotEqualTo(before);
    assertThat(error("disclosure: " + "這是一個合成的聲音。".repeat(3))).contains(":16:13: ");
    assertThat(error("disclosure: '…'")).contains(":16:13: 'disclosure' has nothing to say");
  }

  /** What a listener gets of the one episode. */
  private record Heard(
      short[] samples,
      double seconds,
      List<Double> words,
      List<String> texts,
      List<Double> chapters,
      List<Double> chaptersOfTag) {

    /** Part of a tone in the power of a fifth of a second. */
    double part(double hz, double second) {
      double all = 0;
      int from = (int) (second * RATE);
      for (int i = from; i < from + RATE / 5; i++) {
        all += (double) samples[i] * samples[i] / (RATE / 5);
      }
      return power(hz, second) / all;
    }

    /** Mean power of a tone in a fifth of a second. */
    double power(double hz, double second) {
      int from = (int) (second * RATE);
      int count = RATE / 5;
      double re = 0;
      double im = 0;
      for (int i = 0; i < count; i++) {
        re += samples[from + i] * Math.cos(2 * Math.PI * hz * i / RATE);
        im += samples[from + i] * Math.sin(2 * Math.PI * hz * i / RATE);
      }
      return 2 * (re * re + im * im) / ((double) count * count);
    }
  }

  private Heard heard() throws Exception {
    Element item = home.items().get(0);
    Path audio = home.audio(item);
    short[] samples =
        SharedFfmpeg.get().decode(audio, RATE, Duration.ofMinutes(10), temp).samples();
    JsonNode segments = companion(".transcript.json").get("segments");
    List<Double> words = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JsonNode segment : segments) {
      words.add(segment.get("startTime").asDouble());
      texts.add(segment.get("body").asString());
    }
    List<Double> chapters = new ArrayList<>();
    for (JsonNode chapter : companion(".chapters.json").get("chapters")) {
      chapters.add(chapter.get("startTime").asDouble());
    }
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    List<Double> ofTag =
        ffprobe
            .askOk(
                "-v", "error", "-show_entries", "chapter=start_time", "-of", "csv=p=0", audio + "")
            .lines()
            .map(Double::valueOf)
            .toList();
    double seconds = com.kaizencast.audio.Mp3Info.read(audio).sampleCount() / 44_100.0;
    return new Heard(samples, seconds, words, texts, chapters, ofTag);
  }

  private JsonNode companion(String ending) throws Exception {
    String base = home.audio(home.items().get(0)).getFileName().toString();
    List<Path> found;
    try (Stream<Path> files = Files.list(root.resolve("feed/episodes"))) {
      found = files.filter(file -> file.toString().endsWith(ending)).toList();
    }
    // Those of earlier builds are still there: the feed names the one that holds.
    String feed = Files.readString(root.resolve("feed/feed.xml"));
    Path file =
        found.stream()
            .filter(f -> feed.contains(f.getFileName().toString()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(base + " has no " + ending));
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  /** By how many frames the first second of speech lies later in the second recording. */
  private static int lag(short[] first, short[] second) {
    int best = 0;
    double most = 0;
    for (int lag = 0; lag < 3 * RATE && lag + 2 * RATE < second.length; lag++) {
      double sum = 0;
      for (int i = RATE / 4; i < RATE; i++) {
        sum += (double) first[i] * second[i + lag];
      }
      if (sum > most) {
        most = sum;
        best = lag;
      }
    }
    return best;
  }

  /** A WAV file of a tone; the channels of a stereo file are alike. */
  private static byte[] tone(int rate, int channels, double seconds, double hz, double level)
      throws Exception {
    int frames = (int) (seconds * rate);
    ByteBuffer bytes = ByteBuffer.allocate(frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames * channels; i++) {
      double t = (double) (i / channels) / rate;
      bytes.putShort((short) (32767 * level * Math.sin(2 * Math.PI * hz * t)));
    }
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, frames),
        AudioFileFormat.Type.WAVE,
        wav);
    return wav.toByteArray();
  }
}
