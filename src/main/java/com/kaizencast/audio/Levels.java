package com.kaizencast.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What the gain is worked out from: for each hop (a millisecond of the recording) its weighted
 * energy and the true peak around its start. Hours of speech have too many of them to hold, so they
 * are kept in a file, written and read in chunks.
 */
final class Levels implements AutoCloseable {

  /** Hops in a chunk. */
  static final int CHUNK = 1 << 12;

  private static final int BYTES_PER_HOP = 2 * Float.BYTES;

  private final FileChannel file;
  private final int framesInHop;
  private final long hopCount;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK * BYTES_PER_HOP);

  private Levels(FileChannel file, int framesInHop, long hopCount) {
    this.file = file;
    this.framesInHop = framesInHop;
    this.hopCount = hopCount;
  }

  /** Measures a recording. */
  static Levels of(Recording recording, Path tempFolder) throws IOException {
    int framesInHop = (recording.sampleRateHz() + 500) / 1000;
    long hopCount = (recording.frameCount() + framesInHop - 1) / framesInHop;
    Levels levels =
        new Levels(Recording.temporaryFile(tempFolder, "levels"), framesInHop, hopCount);
    try {
      levels.measure(recording);
    } catch (IOException | RuntimeException e) {
      levels.close();
      throw e;
    }
    return levels;
  }

  int framesInHop() {
    return framesInHop;
  }

  long hopCount() {
    return hopCount;
  }

  private void measure(Recording recording) throws IOException {
    int hopsAtOnce = 64;
    int framesAtOnce = hopsAtOnce * framesInHop;
    KWeighting weighting = new KWeighting(recording.sampleRateHz());
    TruePeak truePeak = new TruePeak(framesAtOnce);
    short[] frames = new short[TruePeak.BEFORE + framesAtOnce + TruePeak.AFTER];
    float[] samples = new float[frames.length];
    float[] framePeaks = new float[framesAtOnce];
    float[] energies = new float[CHUNK];
    float[] peaks = new float[CHUNK];
    float peakBefore = 0;
    for (long hop = 0; hop < hopCount; hop++) {
      int from = (int) (hop % hopsAtOnce) * framesInHop;
      if (from == 0) {
        recording.read(hop * framesInHop - TruePeak.BEFORE, frames, frames.length);
        for (int i = 0; i < frames.length; i++) {
          samples[i] = frames[i] * (1 / 32768f);
        }
        truePeak.measure(samples, framePeaks, framesAtOnce);
      }
      float peak = 0;
      for (int i = from; i < from + framesInHop; i++) {
        peak = Math.max(peak, framePeaks[i]);
      }
      int inChunk = (int) (hop % CHUNK);
      int first = TruePeak.BEFORE + from;
      energies[inChunk] = (float) weighting.energy(samples, first, first + framesInHop);
      peaks[inChunk] = Math.max(peakBefore, peak);
      peakBefore = peak;
      if (inChunk == CHUNK - 1 || hop == hopCount - 1) {
        write(hop - inChunk, energies, peaks);
      }
    }
  }

  private int chunkLength(long firstHop) {
    return (int) Math.min(CHUNK, hopCount - firstHop);
  }

  private void write(long firstHop, float[] energies, float[] peaks) throws IOException {
    int count = chunkLength(firstHop);
    bytes.clear();
    bytes.asFloatBuffer().put(energies, 0, count).put(peaks, 0, count);
    bytes.limit(count * BYTES_PER_HOP);
    for (long at = firstHop * BYTES_PER_HOP; bytes.hasRemaining(); ) {
      at += file.write(bytes, at);
    }
  }

  /**
   * Reads a chunk.
   *
   * @param firstHop a multiple of {@link #CHUNK}
   * @param energies sums of squares
   * @param peaks the highest in the hop and the one before it, full scale being 1
   */
  void read(long firstHop, float[] energies, float[] peaks) throws IOException {
    int count = chunkLength(firstHop);
    bytes.clear().limit(count * BYTES_PER_HOP);
    for (long at = firstHop * BYTES_PER_HOP; bytes.hasRemaining(); ) {
      int now = file.read(bytes, at);
      if (now < 0) {
        throw new IOException("the levels of a recording were cut off");
      }
      at += now;
    }
    bytes.flip();
    bytes.asFloatBuffer().get(energies, 0, count).get(peaks, 0, count);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
