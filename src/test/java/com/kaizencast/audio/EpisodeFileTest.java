package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.OutsideJudge;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.audio.ffmpeg.SharedFfmpeg;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Show.AudioSettings;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From samples to a published file, opened again by others. */
class EpisodeFileTest {

  private static final int RATE = 16_000;
  private static final AudioSettings SETTINGS = new AudioSettings(-19, -1, 64);
  private static final Id3Tag TAG =
      new Id3Tag(
          "Title",
          "Artist",
          "Album",
          1,
          LocalDate.of(2024, 3, 8),
          "en",
          "",
          "",
          null,
          null,
          List.of(
              new Chapter(Duration.ZERO, "Opening", null),
              new Chapter(Duration.ofSeconds(2), "Rest", null)));

  @TempDir Path home;

  private Path temp;
  private Path audio;

  @BeforeEach
  void makeFolders() throws IOException {
    temp = Files.createDirectory(home.resolve("temp"));
    audio = home.resolve("audio");
  }

  @AfterEach
  void nothingIsLeftInTheTemporaryFolder() {
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void isDescribedAsItIs() throws Exception {
    AudioFile file = write(Signals.speech(RATE, 6.00006, 1), SETTINGS);

    Path path = home.resolve(file.path());
    byte[] bytes = Files.readAllBytes(path);
    String sha384 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-384").digest(bytes));
    assertThat(file.sha384()).isEqualTo(sha384);
    assertThat(file.path()).isEqualTo("audio/2024-03-08-a-slug." + sha384.substring(0, 8) + ".mp3");
    assertThat(file.mediaType()).isEqualTo("audio/mpeg");
    assertThat(file.sizeBytes()).isEqualTo(bytes.length);
    assertThat(file.bitRateKbps()).isEqualTo(64);
    assertThat(file.duration()).isEqualTo(Duration.ofNanos(6_000_062_500L));
    Mp3Info info = Mp3Info.read(path);
    assertThat(info.defect()).isNull();
    assertThat(info.sampleCount()).isEqualTo(264_603); // 6.0000625 s · 44.1 kHz, rounded up
    assertThat(new String(bytes, 0, 3, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("ID3");
  }

  /** The promise: within half a LU and below the peak, as ffmpeg reads the finished file. */
  @ParameterizedTest
  @CsvSource({"-19, 64", "-16, 64", "-16, 128", "-16, 48", "-23, 192", "-14, 64"})
  void measuresItsLoudnessAndPeakWhenFinished(double target, int kbps) throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    AudioFile file = write(Signals.speech(RATE, 15, 2), new AudioSettings(target, -1, kbps));

    String said =
        ffmpeg.askOk(
            "-hide_banner",
            "-nostats",
            "-i",
            home.resolve(file.path()).toString(), //
            "-af",
            "ebur128=peak=true:metadata=1,ametadata=print:file=-",
            "-map",
            "0:a", //
            "-f",
            "null",
            "-");

    assertThat(LoudnessMeterTest.last(said, "r128.I=")).isCloseTo(target, within(0.15));
    assertThat(20 * Math.log10(LoudnessMeterTest.last(said, "true_peaks_ch0=")))
        .isLessThanOrEqualTo(-1);
  }

  @Test
  void soundsAsLongAsItWasAndInTime() throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    float[] signal =
        Signals.join(
            new float[RATE],
            Signals.sine(RATE, 1, 700, -20),
            new float[RATE / 2 * 3],
            Signals.sine(RATE, 0.5, 700, -20));
    AudioFile file = write(signal, SETTINGS);
    Path decoded = home.resolve("decoded.raw");

    ffmpeg.askOk(
        "-v",
        "error",
        "-i",
        home.resolve(file.path()).toString(),
        "-map",
        "0:a", //
        "-ar",
        "16000",
        "-f",
        "s16le",
        decoded.toString());

    byte[] bytes = Files.readAllBytes(decoded);
    short[] samples = new short[bytes.length / 2];
    java.nio.ByteBuffer.wrap(bytes)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    assertThat(samples.length).isCloseTo(signal.length, within(1));
    for (int ms : new int[] {980, 1995, 2020, 3480}) {
      boolean isLoud = ms == 1995;
      int loudest = 0;
      for (int i = ms * 16 - 80; i < ms * 16 + 80; i++) {
        loudest = Math.max(loudest, Math.abs(samples[i]));
      }
      if (isLoud) {
        assertThat(loudest).as("at %d ms", ms).isGreaterThan(3000);
      } else {
        assertThat(loudest).as("at %d ms", ms).isLessThan(300);
      }
    }
  }

  @Test
  void givesTheSameBytesAgain() throws Exception {
    AudioFile first = write(Signals.speech(RATE, 5, 3), SETTINGS);
    Locale locale = Locale.getDefault();
    AudioFile second;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      second = write(Signals.speech(RATE, 5, 3), SETTINGS);
    } finally {
      Locale.setDefault(locale);
    }

    assertThat(second).isEqualTo(first);
    assertThat(files()).hasSize(1);
  }

  @Test
  void getsAnotherNameWhenAnythingChanges() throws Exception {
    AudioFile first = write(Signals.speech(RATE, 3, 3), SETTINGS);
    AudioFile louder = write(Signals.speech(RATE, 3, 3), new AudioSettings(-18.5, -1, 64));

    assertThat(louder.path()).isNotEqualTo(first.path());
    assertThat(files()).hasSize(2);
  }

  @Test
  void mayBeReadByAWebServer() throws Exception {
    Path plain = Files.createFile(home.resolve("plain"));

    AudioFile file = write(Signals.speech(RATE, 3, 3), SETTINGS);

    assertThat(Files.getPosixFilePermissions(home.resolve(file.path())))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void leavesNothingBehindWhenItFails() throws Exception {
    Path program = Files.writeString(home.resolve("ffmpeg"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    EpisodeFile broken = new EpisodeFile(Ffmpeg.system(program), temp);

    try (Recording recording = Signals.recording(temp, RATE, Signals.speech(RATE, 3, 1))) {
      assertThatThrownBy(() -> broken.write(recording, SETTINGS, TAG, audio, "x"))
          .isInstanceOf(ToolException.class);
    }
    assertThatThrownBy(() -> write(new float[RATE], SETTINGS)).isInstanceOf(ToolException.class);
    Id3Tag impossible =
        new Id3Tag(
            "T",
            "A",
            "B",
            null,
            LocalDate.EPOCH,
            "en",
            "",
            "",
            null,
            null,
            List.of(new Chapter(Duration.ofHours(1), "after the end", null)));
    try (Recording recording = Signals.recording(temp, RATE, Signals.speech(RATE, 3, 1))) {
      assertThatThrownBy(
              () ->
                  new EpisodeFile(SharedFfmpeg.get(), temp)
                      .write(recording, SETTINGS, impossible, audio, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenInterrupted() throws Exception {
    EpisodeFile episodeFile = new EpisodeFile(SharedFfmpeg.get(), temp);
    try (Recording recording = Signals.recording(temp, RATE, Signals.speech(RATE, 3, 1))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> episodeFile.write(recording, SETTINGS, TAG, audio, "x"))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted();
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void namesWhatDecidesItsBytes() throws Exception {
    assertThat(new EpisodeFile(SharedFfmpeg.get(), temp).identity())
        .matches("mastering \\d+, ffmpeg bundled ffmpeg-.*");
  }

  private AudioFile write(float[] signal, AudioSettings settings) throws Exception {
    try (Recording recording = Signals.recording(temp, RATE, signal)) {
      return new EpisodeFile(SharedFfmpeg.get(), temp)
          .write(recording, settings, TAG, audio, "2024-03-08-a-slug");
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(audio)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(audio)) {
      return files.toList();
    }
  }
}
