package com.kaizencast.feed.gate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How long an MP3 file plays, counted by its frames (ISO 11172-3, section 2.4.1.3; ISO 13818-3 for
 * the lower sampling rates).
 */
final class MpegDuration {

  private static final int[] KBPS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KBPS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] HERTZ = {44_100, 48_000, 32_000};

  private MpegDuration() {}

  /** The length of the file's audio; empty if it is not MPEG layer III throughout. */
  static Optional<Duration> of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return read(in);
    }
  }

  private static Optional<Duration> read(DataInputStream in) throws IOException {
    int word = in.available() < 4 ? 0 : in.readInt();
    if (word >>> 8 == 0x494433) { // ID3
      word = afterTag(in);
    }
    double seconds = 0;
    while (true) {
      int version = word >> 19 & 3;
      int layer = word >> 17 & 3;
      int bitRate = word >> 12 & 15;
      int rate = word >> 10 & 3;
      if (word >>> 21 != 0x7ff || version == 1 || layer != 1 || rate == 3) {
        boolean tagAtEnd = word >>> 8 == 0x544147; // TAG
        return seconds > 0 && tagAtEnd ? Optional.of(millis(seconds)) : Optional.empty();
      }
      if (bitRate == 0 || bitRate == 15) {
        return Optional.empty();
      }
      int hertz = HERTZ[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
      int samples = version == 3 ? 1152 : 576;
      int kbps = (version == 3 ? KBPS_1 : KBPS_2)[bitRate];
      int size = samples / 8 * kbps * 1000 / hertz + (word >> 9 & 1);
      seconds += (double) samples / hertz;
      try {
        in.skipNBytes(size - 4);
        word = next(in);
      } catch (EOFException e) {
        return Optional.of(millis(seconds));
      }
    }
  }

  /** Skips an ID3v2 tag (ID3v2.3, section 3.1) whose first four bytes are read; the word after. */
  private static int afterTag(InputStream in) throws IOException {
    byte[] rest = in.readNBytes(6);
    if (rest.length < 6) {
      return 0;
    }
    int size = rest[2] << 21 | rest[3] << 14 | rest[4] << 7 | rest[5];
    try {
      in.skipNBytes(size);
      return next(in);
    } catch (EOFException e) {
      return 0;
    }
  }

  private static int next(InputStream in) throws IOException {
    byte[] four = in.readNBytes(4);
    if (four.length < 4) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(four).getInt();
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(StrictMath.round(seconds * 1000));
  }
}
