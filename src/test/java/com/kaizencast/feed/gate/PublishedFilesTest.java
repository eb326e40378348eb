package com.kaizencast.feed.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.OutsideJudge;
import com.kaizencast.episode.Chapter;
import com.kaizencast.feed.gate.FeedGate.Violation;
import com.kaizencast.publish.PublishedChapters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedFilesTest {

  private static final String BASE = "https://example.com/";
  private static final int FRAMES_OF_61_SECONDS = 2335;

  private static final String GOOD_CHAPTERS =
      """
      {"version": "1.2.0", "chapters": [
        {"startTime": 0, "title": "Welcome"},
        {"startTime": 60.000, "title": "End"}]}
      """;

  @TempDir Path folder;

  private String feed;

  @BeforeEach
  void publishesGoodFiles() throws Exception {
    byte[] audio = mp3(FRAMES_OF_61_SECONDS);
    write("1.mp3", audio);
    write("t.mp3", mp3(100));
    write("cover.png", picture(1400, 1400, "png"));
    write("1.vtt", "\uFEFFWEBVTT\n\n00:00.000 --> 00:01.000\nHi\n".getBytes(UTF_8));
    write("1.json", GOOD_CHAPTERS.getBytes(UTF_8));
    feed =
        FeedGateTest.GOOD
            .replace("length=\"1234\"", "length=\"" + audio.length + "\"")
            .replaceFirst("sha384-[^\"]*", sri(audio));
  }

  private static String sri(byte[] bytes) throws Exception {
    return "sha384-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
  }

  /** Of the same length, but nothing that it should be. */
  @Test
  void doesNotLookIntoWhatIsNotToBeReadButWantsItThereInItsLength() throws Exception {
    for (String name : List.of("1.mp3", "t.mp3", "cover.png", "1.vtt", "1.json")) {
      write(name, new byte[(int) Files.size(folder.resolve(name))]);
    }
    PublishedFiles seenBefore =
        new PublishedFiles() {
          @Override
          public Path find(String url) {
            return folder.resolve(url.substring(BASE.length()));
          }

          @Override
          public boolean isToBeRead(Path file) {
            return false;
          }
        };
    assertThat(FeedGate.check(feed.getBytes(UTF_8), seenBefore)).isEmpty();

    write("1.mp3", new byte[7]);
    Files.delete(folder.resolve("1.vtt"));
    assertThat(FeedGate.check(feed.getBytes(UTF_8), seenBefore))
        .extracting(Violation::rule)
        .contains(FeedRule.FILE_LENGTH, FeedRule.FILE_THERE);
  }

  @Test
  void findsNothingWrongWithGoodFiles() throws IOException {
    assertThat(check()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.mp3,2", "t.mp3,1", "cover.png,1", "1.vtt,1", "1.json,1"})
  void missesAFile(String name, int places) throws IOException {
    Files.delete(folder.resolve(name));

    assertThat(check()).hasSize(places).allMatch(v -> v.rule() == FeedRule.FILE_THERE);
  }

  @Test
  void missesAnEmptyFile() throws IOException {
    write("cover.png", new byte[0]);

    assertThat(rules()).containsExactly(FeedRule.FILE_THERE);
  }

  @Test
  void noticesAnotherLength() throws IOException {
    feed = feed.replaceFirst("(?<=<enclosure[^>]{1,60}length=\")\\d+", "99");

    assertThat(check())
        .singleElement()
        .satisfies(violation -> assertThat(violation.rule()).isEqualTo(FeedRule.FILE_LENGTH))
        .asString()
        .contains("https://example.com/1.mp3 has 487967 bytes, the feed says 99");
  }

  @Test
  void noticesOneChangedByte() throws IOException {
    byte[] audio = mp3(FRAMES_OF_61_SECONDS);
    audio[5000] ^= 1;
    write("1.mp3", audio);

    assertThat(rules()).containsExactly(FeedRule.FILE_HASH);
  }

  @Test
  void noticesAnotherDuration() throws IOException {
    feed = feed.replace("<itunes:duration>61", "<itunes:duration>63");

    assertThat(check())
        .singleElement()
        .satisfies(violation -> assertThat(violation.rule()).isEqualTo(FeedRule.FILE_DURATION))
        .asString()
        .contains("plays 60996 ms, the feed says 63 s");
  }

  @ParameterizedTest
  @CsvSource({"1399,1399", "3001,3001", "1400,1500"})
  void noticesAPictureOfAnotherSize(int width, int height) throws IOException {
    write("cover.png", picture(width, height, "png"));

    assertThat(rules()).containsExactly(FeedRule.FILE_SIZE);
  }

  @Test
  void readsJpegAsWell() throws IOException {
    write("cover.jpg", picture(1400, 1400, "jpg"));
    feed = feed.replace("cover.png", "cover.jpg");

    assertThat(check()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TYPE_INT_ARGB,png", "TYPE_BYTE_GRAY,png", "TYPE_BYTE_GRAY,jpg"})
  void noticesAPictureOfOtherColours(String type, String format) throws Exception {
    int colours = BufferedImage.class.getField(type).getInt(null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1400, 1400, colours), format, out);
    write("cover." + format, out.toByteArray());
    feed = feed.replace("cover.png", "cover." + format);

    assertThat(rules()).containsExactly(FeedRule.FILE_COLOURS);
  }

  @Test
  void missesThePictureOfThePodcastNamespaceToo() throws IOException {
    feed =
        feed.replace(
            "<podcast:locked>",
            "<podcast:image href=\"https://example.com/x.png\"/><podcast:locked>");

    assertThat(rules()).containsExactly(FeedRule.FILE_THERE);
  }

  @Test
  void noticesLinesThatAreTooLong() throws IOException {
    String line = "a&amp;b ".repeat(16) + "z\n";
    write("1.vtt", bytes("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada Lovelace>" + line));
    assertThat(rules()).isEmpty();
    write("1.vtt", bytes("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada Lovelace>x" + line));
    assertThat(rules()).containsExactly(FeedRule.FILE_LINES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1.2.0\"      | 1.2                | FILE_CHAPTERS",
        "60.000         | \"60\"             | FILE_CHAPTERS",
        "60.000         | 0                  | FILE_CHAPTERS",
        "60.000         | 59.999             | FILE_CHAPTERS_AGREE",
        "\"chapters\"   | \"chapter\"        | FILE_CHAPTERS",
        "\"Welcome\"},  | \"Welcome\"        | FILE_CHAPTERS",
      })
  void looksIntoTheFileOfChapters(String what, String with, FeedRule rule) throws IOException {
    assertThat(GOOD_CHAPTERS).contains(what);
    write("1.json", bytes(GOOD_CHAPTERS.replace(what, with)));

    assertThat(rules()).containsExactly(rule);
  }

  private static byte[] picture(int width, int height, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @Test
  void noticesAPictureThatIsNone() throws IOException {
    write("cover.png", bytes("\u0089PNG\r\n\u001a\n..."));

    assertThat(rules()).containsExactly(FeedRule.FILE_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "cover.png,GIF89a",
    "1.vtt,WEB",
    "t.mp3,RIFFabcd",
  })
  void noticesAnotherType(String name, String content) throws IOException {
    write(name, bytes(content));

    assertThat(rules()).containsExactly(FeedRule.FILE_TYPE);
  }

  @Test
  void noticesAudioThatEndsInSomethingElse() throws Exception {
    byte[] audio = mp3(FRAMES_OF_61_SECONDS);
    Arrays.fill(audio, audio.length / 2, audio.length, (byte) 'x');
    write("1.mp3", audio);
    feed = feed.replaceFirst("sha384-[^\"]*", sri(audio));

    assertThat(rules()).containsExactly(FeedRule.FILE_TYPE);
  }

  @ParameterizedTest
  @CsvSource({"44100,1,64", "48000,2,128", "22050,1,32", "16000,1,24", "8000,1,8"})
  void playsAsLongAsFfprobeSays(int hertz, int channels, int kbps) throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    Path file = folder.resolve("tone.mp3");
    ffmpeg.askOk(
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "sine=duration=7.3",
        "-ar",
        "" + hertz,
        "-ac",
        "" + channels,
        "-b:a",
        kbps + "k",
        "-write_id3v1",
        "1",
        "-metadata",
        "title=Tone",
        file.toString());

    assertThat(MpegDuration.of(file).orElseThrow().toMillis()).isCloseTo(7300, within(300L));
  }

  @Test
  void hasNoDurationForWhatIsNoMp3() throws IOException {
    for (String content :
        List.of("", "ID3", "ID3\u0003\u0000\u0000\u007f\u007f\u007f\u007f", "hello")) {
      Path file = write("x", bytes(content));
      assertThat(MpegDuration.of(file)).isEmpty();
    }
    Path tagOnly = write("x", bytes("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0004abcd"));
    assertThat(MpegDuration.of(tagOnly)).isEmpty();
    Path tagged =
        write("x", concat(bytes("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0004abcd"), mp3(10)));
    assertThat(MpegDuration.of(tagged)).contains(Duration.ofMillis(261));
  }

  private List<Violation> check() throws IOException {
    return FeedGate.check(
        feed.getBytes(UTF_8),
        new PublishedFiles() {
          @Override
          public Path find(String url) {
            return url.startsWith(BASE) ? folder.resolve(url.substring(BASE.length())) : null;
          }

          @Override
          public List<Chapter> chapters(Path file) throws IOException {
            return PublishedChapters.read(file);
          }
        });
  }

  private List<FeedRule> rules() throws IOException {
    return check().stream().map(Violation::rule).distinct().toList();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** Frames of MPEG-1 layer III, 64 kbit/s, 44.1 kHz, mono: 1152 samples in 208 or 209 bytes. */
  private static byte[] mp3(int frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < frames; i++) {
      int padding = (int) (144L * 64_000 * (i + 1) / 44_100 - 144L * 64_000 * i / 44_100) - 208;
      byte[] frame = new byte[208 + padding];
      frame[0] = (byte) 0xff;
      frame[1] = (byte) 0xfb;
      frame[2] = (byte) (0x50 | padding << 1);
      frame[3] = (byte) 0xc0;
      out.write(frame);
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
