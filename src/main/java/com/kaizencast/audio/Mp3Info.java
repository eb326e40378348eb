package com.kaizencast.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of an MP3 file say, read from the first to the last (ISO/IEC 11172-3 and 13818-3,
 * Layer III; the "Xing" and "LAME" fields of the first frame as those encoders define them). Tags
 * around the frames are stepped over. Where the file is cut off or is not an MP3, {@link #defect()}
 * says so and the other values describe what came before.
 *
 * @param sampleRateHz 0 if there is no frame
 * @param channels 1 or 2; 0 if there is no frame
 * @param bitRateKbps of all frames, or the mean of different ones, rounded
 * @param isConstantBitRate whether all frames have the same bit rate
 * @param frameCount MPEG frames that hold audio
 * @param sampleCount for each channel, after taking off the encoder's delay and padding where the
 *     file states them
 * @param defect what is wrong with the file; null: nothing
 */
public record Mp3Info(
    int sampleRateHz,
    int channels,
    int bitRateKbps,
    boolean isConstantBitRate,
    long frameCount,
    long sampleCount,
    @Nullable String defect) {

  /** The playing time, cut to whole nanoseconds; zero if there is no frame. */
  public Duration duration() {
    return sampleRateHz == 0 ? Duration.ZERO : Recording.duration(sampleCount, sampleRateHz);
  }

  public static Mp3Info read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return new Reader(in).read();
    }
  }

  /** One pass over a file. */
  private static final class Reader {

    private static final int[] KBPS_MPEG_1 = {
      0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KBPS_MPEG_2 = {
      0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] HZ_MPEG_1 = {44_100, 48_000, 32_000};
    private static final int LARGEST_FRAME = 1441;
    private static final int[] CRC_16 = crc16Table();

    private final InputStream in;
    private final byte[] frame = new byte[LARGEST_FRAME];
    private long offset;

    private int sampleRateHz;
    private int channels;
    private int samplesPerFrame;
    private long frameCount;
    private long sumOfKbps;
    private int firstKbps;
    private boolean isConstant = true;

    private boolean isFirst = true;
    private long statedFrames = -1;
    private long statedBytes = -1;
    private int delay;
    private int padding;
    private int statedCrc = -1;
    private int crc;
    private long firstFrameAt;

    Reader(InputStream in) {
      this.in = in;
    }

    Mp3Info read() throws IOException {
      String defect = readFrames();
      if (defect == null) {
        defect = contradiction();
      }
      long samples = Math.max(0, frameCount * samplesPerFrame - delay - padding);
      return new Mp3Info(
          sampleRateHz,
          channels,
          frameCount == 0 ? 0 : (int) ((sumOfKbps + frameCount / 2) / frameCount),
          isConstant,
          frameCount,
          samples,
          defect);
    }

    /** Reads to the end of the file; returns what stopped it before. */
    private @Nullable String readFrames() throws IOException {
      while (true) {
        int got = in.readNBytes(frame, 0, 4);
        if (got == 0) {
          return null;
        }
        if (got >= 3 && isTag("ID3") && isFirst) {
          if (!skipId3()) {
            return "the file ends within its ID3 tag";
          }
          continue;
        }
        if (got >= 3 && isTag("TAG")) {
          int rest = in.readNBytes(128 - got).length;
          return got + rest < 128 || in.read() >= 0 ? notAFrame() : null;
        }
        if (got < 4 || !isHeader()) {
          return notAFrame();
        }
        int length = frameLength();
        if (length > LARGEST_FRAME || in.readNBytes(frame, 4, length - 4) < length - 4) {
          return String.format(Locale.ROOT, "the last frame, at byte %d, is cut off", offset);
        }
        take(length);
        offset += length;
      }
    }

    private String notAFrame() {
      return String.format(Locale.ROOT, "no MPEG audio frame at byte %d", offset);
    }

    private boolean isTag(String name) {
      return new String(frame, 0, 3, StandardCharsets.ISO_8859_1).equals(name);
    }

    /** Steps over an ID3v2 tag whose first four bytes are read. */
    private boolean skipId3() throws IOException {
      byte[] rest = in.readNBytes(6);
      if (rest.length < 6) {
        return false;
      }
      boolean hasFooter = (rest[1] & 0x10) != 0;
      long size =
          ((rest[2] & 0x7fL) << 21)
              | ((rest[3] & 0x7f) << 14)
              | ((rest[4] & 0x7f) << 7)
              | (rest[5] & 0x7f);
      size += hasFooter ? 10 : 0;
      offset += 10 + size;
      for (long left = size; left > 0; ) {
        long skipped = in.skip(left);
        if (skipped == 0 && in.read() < 0) {
          return false;
        }
        left -= skipped == 0 ? 1 : skipped;
      }
      return true;
    }

    private boolean isHeader() {
      int version = frame[1] >> 3 & 3;
      int layer = frame[1] >> 1 & 3;
      int kbpsIndex = frame[2] >> 4 & 15;
      int hzIndex = frame[2] >> 2 & 3;
      return (frame[0] & 0xff) == 0xff
          && (frame[1] & 0xe0) == 0xe0
          && version != 1
          && layer == 1
          && kbpsIndex != 0
          && kbpsIndex != 15
          && hzIndex != 3
          && (isFirst || (hz() == sampleRateHz && samplesOfFrame() == samplesPerFrame));
    }

    private boolean isMpeg1() {
      return (frame[1] >> 3 & 3) == 3;
    }

    private int samplesOfFrame() {
      return isMpeg1() ? 1152 : 576;
    }

    private int hz() {
      int version = frame[1] >> 3 & 3;
      return HZ_MPEG_1[frame[2] >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    }

    private int kbps() {
      return (isMpeg1() ? KBPS_MPEG_1 : KBPS_MPEG_2)[frame[2] >> 4 & 15];
    }

    private int frameLength() {
      return samplesOfFrame() / 8 * 1000 * kbps() / hz() + (frame[2] >> 1 & 1);
    }

    private void take(int length) {
      if (isFirst) {
        isFirst = false;
        firstFrameAt = offset;
        sampleRateHz = hz();
        samplesPerFrame = samplesOfFrame();
        channels = (frame[3] & 0xc0) == 0xc0 ? 1 : 2;
        if (takeXing(length)) {
          return;
        }
      }
      if (frameCount == 0) {
        firstKbps = kbps();
      }
      isConstant &= kbps() == firstKbps;
      frameCount++;
      sumOfKbps += kbps();
      for (int i = 0; i < length; i++) {
        crc = crc >>> 8 ^ CRC_16[(crc ^ frame[i]) & 0xff];
      }
    }

    /** Whether the frame just read holds numbers about the file rather than audio. */
    private boolean takeXing(int length) {
      int sideInfo = isMpeg1() ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
      int at = 4 + sideInfo;
      if (at + 8 > length) {
        return false;
      }
      String name = new String(frame, at, 4, StandardCharsets.ISO_8859_1);
      if (!name.equals("Xing") && !name.equals("Info")) {
        return false;
      }
      int flags = frame[at + 7];
      at += 8;
      if ((flags & 1) != 0) {
        statedFrames = unsigned(at, 4);
        at += 4;
      }
      if ((flags & 2) != 0) {
        statedBytes = unsigned(at, 4);
        at += 4;
      }
      at += (flags & 4) != 0 ? 100 : 0;
      at += (flags & 8) != 0 ? 4 : 0;
      String encoder = new String(frame, at, 4, StandardCharsets.ISO_8859_1);
      if (at + 36 <= length && (encoder.equals("LAME") || encoder.startsWith("Lav"))) {
        int delayAndPadding = (int) unsigned(at + 21, 3);
        delay = delayAndPadding >> 12;
        padding = delayAndPadding & 0xfff;
        statedCrc = (int) unsigned(at + 32, 2);
      }
      return true;
    }

    private long unsigned(int at, int bytes) {
      long value = 0;
      for (int i = 0; i < bytes; i++) {
        value = value << 8 | (frame[at + i] & 0xff);
      }
      return value;
    }

    /** What the first frame says that the others do not bear out. */
    private @Nullable String contradiction() {
      if (frameCount == 0) {
        return "there is no audio";
      }
      if (statedFrames >= 0 && statedFrames != frameCount) {
        return String.format(
            Locale.ROOT, "%d frames are announced, %d are there", statedFrames, frameCount);
      }
      if (statedBytes >= 0 && statedBytes != offset - firstFrameAt) {
        return String.format(
            Locale.ROOT,
            "%d bytes are announced, %d are there",
            statedBytes,
            offset - firstFrameAt);
      }
      if (statedCrc >= 0 && statedCrc != crc) {
        return "the checksum of the audio does not match";
      }
      return null;
    }

    /** CRC-16 with polynomial 0x8005, bits reversed: the one of the LAME field. */
    private static int[] crc16Table() {
      int[] table = new int[256];
      for (int i = 0; i < 256; i++) {
        int value = i;
        for (int bit = 0; bit < 8; bit++) {
          value = (value & 1) != 0 ? value >>> 1 ^ 0xa001 : value >>> 1;
        }
        table[i] = value;
      }
      return table;
    }
  }
}
