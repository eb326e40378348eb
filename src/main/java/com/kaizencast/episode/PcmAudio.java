package com.kaizencast.episode;

/**
 * 16-bit mono samples in memory. The array is shared, not copied: whoever passes it gives it away.
 */
public final class PcmAudio {

  private final int sampleRateHz;
  private final short[] samples;

  public PcmAudio(int sampleRateHz, short[] samples) {
    if (sampleRateHz < 1) {
      throw new IllegalArgumentException("sample rate must be positive: " + sampleRateHz);
    }
    this.sampleRateHz = sampleRateHz;
    this.samples = samples;
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  public int frameCount() {
    return samples.length;
  }

  public short[] samples() {
    return samples;
  }
}
