package com.kaizencast.audio;

/** Samples in memory, as a source. */
public final class ArraySource implements PcmSource {

  private final int sampleRateHz;
  private final short[] samples;
  private int at;

  public ArraySource(int sampleRateHz, float[] samples) {
    this.sampleRateHz = sampleRateHz;
    this.samples = Signals.pcm(sampleRateHz, samples).samples();
  }

  /** Silence. */
  public ArraySource(int sampleRateHz, int frames) {
    this(sampleRateHz, new float[frames]);
  }

  @Override
  public int sampleRateHz() {
    return sampleRateHz;
  }

  @Override
  public long frameCount() {
    return samples.length;
  }

  @Override
  public int next(short[] block) {
    int count = Math.min(block.length, samples.length - at);
    System.arraycopy(samples, at, block, 0, count);
    at += count;
    return count;
  }
}
