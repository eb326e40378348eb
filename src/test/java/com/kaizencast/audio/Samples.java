package com.kaizencast.audio;

import com.kaizencast.episode.PcmAudio;
import java.io.IOException;

/** All samples of a recording, for tests and measurements outside this package. */
public final class Samples {

  private Samples() {}

  public static PcmAudio of(Recording recording) throws IOException {
    short[] samples = new short[Math.toIntExact(recording.frameCount())];
    recording.read(0, samples, samples.length);
    return new PcmAudio(recording.sampleRateHz(), samples);
  }
}
