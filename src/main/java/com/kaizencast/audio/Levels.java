package com.kaizencast.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What the gain is decided from, millisecond by millisecond ("hops"): three numbers for each, in a
 * file, since hours of speech have too many to hold. Read and written in chunks, in order.
 */
final class Levels implements AutoCloseable {

  /** Hops in a chunk. */
  static final int CHUNK = 1 << 12;

  private final FileChannel file;
  private final long hopCount;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(3 * CHUNK * Float.BYTES);

  Levels(Path tempFolder, long hopCount) throws IOException {
    this.file = Recording.temporaryFile(tempFolder, "levels");
    this.hopCount = hopCount;
  }

  long hopCount() {
    return hopCount;
  }

  /** How many hops a chunk holds, 0 after the last one. */
  int chunkLength(long firstHop) {
    return (int) Math.max(0, Math.min(CHUNK, hopCount - firstHop));
  }

  void write(long firstHop, float[] first, float[] second, float[] third) throws IOException {
    int count = chunkLength(firstHop);
    bytes.clear();
    bytes.asFloatBuffer().put(first, 0, count).put(second, 0, count).put(third, 0, count);
    bytes.limit(3 * count * Float.BYTES);
    for (long at = 3 * firstHop * Float.BYTES; bytes.hasRemaining(); ) {
      at += file.write(bytes, at);
    }
  }

  void read(long firstHop, float[] first, float[] second, float[] third) throws IOException {
    int count = chunkLength(firstHop);
    bytes.clear().limit(3 * count * Float.BYTES);
    for (long at = 3 * firstHop * Float.BYTES; bytes.hasRemaining(); ) {
      int now = file.read(bytes, at);
      if (now < 0) {
        throw new IOException("the levels of a recording were cut off");
      }
      at += now;
    }
    bytes.flip();
    bytes.asFloatBuffer().get(first, 0, count).get(second, 0, count).get(third, 0, count);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
