package com.kaizencast.audio;

import java.io.IOException;

/** Samples, mono and 16 bit, handed out in blocks from first to last. */
public interface PcmSource {

  int sampleRateHz();

  long frameCount();

  /**
   * The next samples.
   *
   * @return how many were put at the start of the array; 0 only at the end
   */
  int next(short[] block) throws IOException;
}
