package com.kaizencast.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/**
 * The outline of a recording: lowest and highest sample of each of at most {@value #POINTS}
 * stretches of equal length, in the JSON form of the BBC's audiowaveform, version 2, with 8 bits.
 */
public final class Waveform {

  public static final String EXTENSION = "waveform.json";
  public static final String MEDIA_TYPE = "application/json";

  private static final int POINTS = 480;

  private static final int BUFFER_FRAMES = 1 << 14;

  private Waveform() {}

  /** The file, UTF-8. */
  public static byte[] of(Recording recording) throws IOException {
    long frames = recording.frameCount();
    long step = Math.max(1, (frames + POINTS - 1) / POINTS);
    StringBuilder data = new StringBuilder();
    short[] buffer = new short[BUFFER_FRAMES];
    int length = 0;
    for (long start = 0; start < frames; start += step) {
      long end = Math.min(frames, start + step);
      int lowest = Short.MAX_VALUE;
      int highest = Short.MIN_VALUE;
      for (long at = start; at < end; at += BUFFER_FRAMES) {
        int count = (int) Math.min(BUFFER_FRAMES, end - at);
        recording.read(at, buffer, count);
        for (int i = 0; i < count; i++) {
          lowest = Math.min(lowest, buffer[i]);
          highest = Math.max(highest, buffer[i]);
        }
      }
      data.append(length++ == 0 ? "" : ",").append(lowest >> 8).append(',').append(highest >> 8);
    }
    String json =
        "{\"version\":2,\"channels\":1,\"sample_rate\":"
            + recording.sampleRateHz()
            + ",\"samples_per_pixel\":"
            + step
            + ",\"bits\":8,\"length\":"
            + length
            + ",\"data\":["
            + data
            + "]}\n";
    return json.getBytes(UTF_8);
  }
}
