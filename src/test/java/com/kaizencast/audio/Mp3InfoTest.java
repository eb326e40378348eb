package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.OutsideJudge;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.audio.ffmpeg.SharedFfmpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3InfoTest {

  private static final int FRAME_BYTES = 208;

  private static byte[] good;

  @TempDir Path folder;

  @BeforeAll
  static void encode(@TempDir Path folder) throws Exception {
    Ffmpeg ffmpeg = SharedFfmpeg.get();
    Path file = folder.resolve("good.mp3");
    ffmpeg.encode(new ArraySource(16_000, Signals.speech(16_000, 2.5, 1)), 64, file);
    good = Files.readAllBytes(file);
  }

  @Test
  void countsSamplesExactly() throws IOException {
    Mp3Info info = read(good);

    assertThat(info).isEqualTo(new Mp3Info(44_100, 1, 64, true, info.frameCount(), 110_250, null));
    assertThat(info.duration()).isEqualTo(Duration.ofMillis(2500));
    assertThat(info.frameCount()).isEqualTo((good.length + FRAME_BYTES - 1) / 209 - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50, 209, 5_000, 15_000})
  void findsThatTheEndIsMissing(int missing) throws IOException {
    Mp3Info info = read(Arrays.copyOf(good, good.length - missing));

    assertThat(info.defect()).isNotNull();
    assertThat(info.sampleCount()).isLessThan(110_250);
  }

  @Test
  void findsThatAFrameIsMissingInTheMiddle() throws IOException {
    byte[] without = new byte[good.length - 209];
    int at = 209 * 20; // padding differs from frame to frame: look for the next header
    while (!(good[at] == (byte) 0xff && good[at + 1] == (byte) 0xfb)) {
      at++;
    }
    int next = at + 200;
    while (!(good[next] == (byte) 0xff && good[next + 1] == (byte) 0xfb)) {
      next++;
    }
    without = Arrays.copyOf(good, good.length - (next - at));
    System.arraycopy(good, next, without, at, good.length - next);

    assertThat(read(without).defect()).contains("frames are announced");
  }

  @Test
  void findsASingleAlteredByte() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] altered = good.clone();
      int at = 2 * FRAME_BYTES + random.nextInt(good.length - 2 * FRAME_BYTES);
      altered[at] ^= (byte) (1 + random.nextInt(255));

      assertThat(read(altered).defect()).as("byte %d", at).isNotNull();
    }
  }

  @Test
  void refusesWhatIsNoMp3() throws IOException {
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);

    assertThat(read(noise).defect()).contains("no MPEG audio frame at byte 0");
    assertThat(read(new byte[10_000]).defect()).contains("at byte 0");
    assertThat(read("ID3".getBytes(StandardCharsets.US_ASCII)).defect()).contains("ID3 tag");
    assertThat(read("<html>".getBytes(StandardCharsets.US_ASCII)).defect()).contains("at byte 0");
    assertThat(read(new byte[0]).defect()).isEqualTo("there is no audio");
    assertThat(read(new byte[0]).duration()).isZero();
    // The first frame alone announces others.
    assertThat(read(Arrays.copyOf(good, FRAME_BYTES)).defect()).isEqualTo("there is no audio");
  }

  @Test
  void stepsOverTagsAtBothEnds() throws IOException {
    byte[] id3v2 = new byte[10 + 300];
    System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, id3v2, 0, 3);
    id3v2[3] = 3;
    id3v2[8] = 2; // 2 * 128 + 44
    id3v2[9] = 44;
    byte[] id3v1 = new byte[128];
    System.arraycopy("TAG".getBytes(StandardCharsets.US_ASCII), 0, id3v1, 0, 3);

    assertThat(read(id3v2, good, id3v1)).isEqualTo(read(good));
    assertThat(read(id3v2, id3v2, good)).isEqualTo(read(good));
    assertThat(read(good, id3v1, new byte[1]).defect()).contains("no MPEG audio frame");
    assertThat(read(good, Arrays.copyOf(id3v1, 100)).defect()).contains("no MPEG audio frame");
    assertThat(read(Arrays.copyOf(id3v2, 200)).defect()).contains("ID3 tag");
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 2, -b:a 128k, 44100, true",
    "48000, 2, -b:a 320k, 48000, true",
    "32000, 1, -b:a 40k, 32000, true",
    "22050, 1, -b:a 24k, 22050, true",
    "16000, 2, -b:a 32k, 16000, true",
    "11025, 1, -b:a 16k, 11025, true",
    "44100, 2, -q:a 4, 44100, false",
    "24000, 1, -q:a 6, 24000, false",
  })
  void agreesWithFfmpegOnOtherKinds(
      int rateHz, int channels, String quality, int expectedHz, boolean isConstant)
      throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    Path raw = Signals.rawFloats(folder.resolve("raw"), Signals.speech(16_000, 3, 2));
    Path file = folder.resolve("other.mp3");
    String[] option = quality.split(" ");
    ffmpeg.askOk(
        "-v",
        "error",
        "-f",
        "f32le",
        "-ar",
        "16000",
        "-ac",
        "1",
        "-i",
        raw.toString(), //
        "-ar",
        Integer.toString(rateHz),
        "-ac",
        Integer.toString(channels), //
        "-c:a",
        "libmp3lame",
        option[0],
        option[1],
        file.toString());

    Mp3Info info = Mp3Info.read(file);

    assertThat(info.defect()).isNull();
    assertThat(info.sampleRateHz()).isEqualTo(expectedHz);
    assertThat(info.channels()).isEqualTo(channels);
    assertThat(info.isConstantBitRate()).isEqualTo(isConstant);
    assertThat(info.duration().toMillis()).isCloseTo(3000, within(1L));
    String said = ffprobe.askOk("-v", "error", "-show_entries", "format=bit_rate", file.toString());
    assertThat((double) info.bitRateKbps())
        .isCloseTo(LoudnessMeterTest.last(said, "bit_rate=") / 1000, within(4.0));
  }

  private Mp3Info read(byte[]... parts) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return Mp3Info.read(Files.write(folder.resolve("file.mp3"), joined.toByteArray()));
  }
}
