package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.PcmAudio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  @TempDir Path folder;

  @Test
  void saysAtWhichFrameEachPartStarts() throws IOException {
    try (Recording recording = Recording.create(folder, 16_000)) {
      assertThat(recording.append(new PcmAudio(16_000, new short[5]))).isZero();
      assertThat(recording.appendSilence(Duration.ofMillis(2))).isEqualTo(5);
      assertThat(recording.append(new PcmAudio(16_000, new short[1]))).isEqualTo(37);
      assertThat(recording.frameCount()).isEqualTo(38);
      assertThat(recording.duration()).isEqualTo(Duration.ofNanos(2_375_000));
    }
  }

  @Test
  void readsBackWhatWasAppendedWhereverItIsCut() throws IOException {
    Random random = new Random(1);
    short[] all = new short[100_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (short) random.nextInt();
    }

    try (Recording recording = Recording.create(folder, 16_000)) {
      short[] back = new short[40_000];
      for (int at = 0; at < all.length; ) {
        short[] part = new short[Math.min(random.nextInt(30_000), all.length - at)];
        System.arraycopy(all, at, part, 0, part.length);
        recording.append(new PcmAudio(16_000, part));
        at += part.length;
        // Reading in between must not disturb what is appended next.
        recording.read(random.nextInt(at + 1), back, 100);
      }
      for (int i = 0; i < 200; i++) {
        int start = random.nextInt(all.length);
        int count = random.nextInt(Math.min(back.length, all.length - start));
        recording.read(start, back, count);
        assertThat(java.util.Arrays.copyOf(back, count))
            .isEqualTo(java.util.Arrays.copyOfRange(all, start, start + count));
      }
    }
  }

  @Test
  void isSilentBeforeItsStartAndAfterItsEnd() throws IOException {
    try (Recording recording = Recording.create(folder, 16_000)) {
      recording.append(new PcmAudio(16_000, new short[] {1, 2, 3}));

      short[] around = {9, 9, 9, 9, 9, 9, 9};
      recording.read(-2, around, 7);
      assertThat(around).containsExactly(0, 0, 1, 2, 3, 0, 0);

      short[] beyond = {9, 9};
      recording.read(50, beyond, 2);
      assertThat(beyond).containsExactly(0, 0);
      beyond[0] = 9;
      recording.read(-50, beyond, 1);
      assertThat(beyond).containsExactly(0, 0);
    }
  }

  @Test
  void roundsSilenceToTheNearestFrame() throws IOException {
    try (Recording recording = Recording.create(folder, 16_000)) {
      recording.appendSilence(Duration.ofNanos(31_249)); // just under half a frame
      assertThat(recording.frameCount()).isZero();
      recording.appendSilence(Duration.ofNanos(31_250));
      assertThat(recording.frameCount()).isEqualTo(1);
      recording.appendSilence(Duration.ofSeconds(3, 999_999_999));
      assertThat(recording.frameCount()).isEqualTo(64_001);
    }
  }

  @Test
  void rejectsAudioOfAnotherRateAndNegativeSilence() throws IOException {
    try (Recording recording = Recording.create(folder, 16_000)) {
      assertThatThrownBy(() -> recording.append(new PcmAudio(8_000, new short[1])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("8000 Hz");
      assertThatThrownBy(() -> recording.appendSilence(Duration.ofNanos(-1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(recording.frameCount()).isZero();
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    try (Recording recording = Recording.create(folder, 16_000)) {
      recording.append(new PcmAudio(16_000, new short[100_000]));
    }

    assertThat(folder).isEmptyDirectory();
  }
}
