package com.kaizencast.audio;

import com.kaizencast.episode.PcmAudio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

/**
 * The samples of one episode, mono and 16 bit, on disk rather than in memory: ten hours of speech
 * are more than a gigabyte. The file has no name while it is open (on Windows: is deleted when
 * closed), so that a killed process leaves nothing behind.
 *
 * <p>Not for use by two threads at a time.
 */
public final class Recording implements AutoCloseable {

  private static final long MILLION = 1_000_000;

  private final FileChannel file;
  private final int sampleRateHz;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  /** Frames appended so far; those that are still in the buffer included. */
  private long frameCount;

  /** Whether the buffer holds frames that are to be written at the end of the file. */
  private boolean appending;

  private Recording(FileChannel file, int sampleRateHz) {
    this.file = file;
    this.sampleRateHz = sampleRateHz;
  }

  /** An empty recording in a file of its own in the folder, which must exist. */
  public static Recording create(Path tempFolder, int sampleRateHz) throws IOException {
    if (sampleRateHz < 8_000 || sampleRateHz > 192_000) {
      throw new IllegalArgumentException("no sample rate for speech: " + sampleRateHz);
    }
    return new Recording(temporaryFile(tempFolder, "samples"), sampleRateHz);
  }

  /** A file to write and read back that is gone once it is closed. */
  static FileChannel temporaryFile(Path folder, String name) throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, name, ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  public long frameCount() {
    return frameCount;
  }

  /** The length, cut to whole nanoseconds. */
  public Duration duration() {
    return duration(frameCount, sampleRateHz);
  }

  /** How long so many frames last, cut to whole nanoseconds. */
  public static Duration duration(long frames, int sampleRateHz) {
    return Duration.ofSeconds(
        frames / sampleRateHz, frames % sampleRateHz * 1000 * MILLION / sampleRateHz);
  }

  /**
   * Adds samples at the end.
   *
   * @return the frame at which they start
   */
  public long append(PcmAudio audio) throws IOException {
    if (audio.sampleRateHz() != sampleRateHz) {
      throw new IllegalArgumentException(
          "audio of " + audio.sampleRateHz() + " Hz for a recording of " + sampleRateHz + " Hz");
    }
    long start = frameCount;
    append(audio.samples(), audio.frameCount());
    return start;
  }

  /**
   * Adds silence at the end, rounded to the nearest frame (half a frame: up).
   *
   * @return the frame at which it starts
   */
  public long appendSilence(Duration length) throws IOException {
    if (length.isNegative()) {
      throw new IllegalArgumentException("negative silence: " + length);
    }
    long nanos = length.getNano();
    long frames =
        Math.addExact(
            Math.multiplyExact(length.getSeconds(), (long) sampleRateHz),
            (nanos * sampleRateHz + 500 * MILLION) / (1000 * MILLION));
    long start = frameCount;
    short[] zeros = new short[(int) Math.min(frames, 1 << 14)];
    for (long left = frames; left > 0; left -= zeros.length) {
      append(zeros, (int) Math.min(left, zeros.length));
    }
    return start;
  }

  /** Adds the first samples of an array at the end. */
  void append(short[] samples, int count) throws IOException {
    if (!appending) {
      buffer.clear();
      appending = true;
    }
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, buffer.remaining() / Short.BYTES);
      buffer.asShortBuffer().put(samples, done, now);
      buffer.position(buffer.position() + now * Short.BYTES);
      done += now;
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
    frameCount += count;
  }

  private void flush() throws IOException {
    buffer.flip();
    file.position(file.size());
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  /**
   * Reads frames.
   *
   * @param start may lie before the first or after the last frame: there is silence
   * @param count at most the length of the array
   */
  void read(long start, short[] target, int count) throws IOException {
    if (appending) {
      flush();
      appending = false;
    }
    long first = Math.max(0, Math.min(start, frameCount));
    long last = Math.max(first, Math.min(start + count, frameCount));
    int before = (int) Math.min(count, Math.max(0, first - start));
    int there = (int) (last - first);
    Arrays.fill(target, 0, before, (short) 0);
    for (int done = 0; done < there; ) {
      int now = Math.min(there - done, buffer.capacity() / Short.BYTES);
      buffer.clear().limit(now * Short.BYTES);
      long from = (first + done) * Short.BYTES;
      while (buffer.hasRemaining()) {
        if (file.read(buffer, from + buffer.position()) < 0) {
          throw new IOException("the samples of a recording were cut off");
        }
      }
      buffer.flip().asShortBuffer().get(target, before + done, now);
      done += now;
    }
    Arrays.fill(target, before + there, count, (short) 0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
