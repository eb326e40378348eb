package com.kaizencast.audio;

/** Integrated loudness and true peak of a mono signal, ITU-R BS.1770-4, fed block by block. */
final class LoudnessMeter {

  private static final int BLOCK = 1024;

  private final KWeighting weighting;
  private final GatedLoudness loudness;
  private final TruePeak truePeak = new TruePeak(BLOCK);
  private final int framesInStep;
  private double stepEnergy;
  private int stepFrames;

  /** The last frames of the block before, then a block. */
  private final float[] window = new float[TruePeak.BEFORE + BLOCK + TruePeak.AFTER];

  private final float[] peaks = new float[BLOCK];
  private int inWindow = TruePeak.BEFORE;
  private float peak;

  LoudnessMeter(int sampleRateHz) {
    weighting = new KWeighting(sampleRateHz);
    framesInStep = (sampleRateHz + 5) / 10;
    loudness = new GatedLoudness(framesInStep);
  }

  /** Adds frames, full scale being 1. */
  void add(float[] samples, int count) {
    for (int from = 0; from < count; ) {
      int to = Math.min(count, from + framesInStep - stepFrames);
      stepEnergy += weighting.energy(samples, from, to);
      stepFrames += to - from;
      from = to;
      if (stepFrames == framesInStep) {
        loudness.add(stepEnergy);
        stepEnergy = 0;
        stepFrames = 0;
      }
    }
    for (int i = 0; i < count; i++) {
      window[inWindow++] = samples[i];
      if (inWindow == window.length) {
        takePeak(BLOCK);
      }
    }
  }

  private void takePeak(int count) {
    truePeak.measure(window, peaks, count);
    for (int i = 0; i < count; i++) {
      peak = Math.max(peak, peaks[i]);
    }
    inWindow -= count;
    System.arraycopy(window, count, window, 0, inWindow);
  }

  /** In LUFS; {@link GatedLoudness#SILENCE} if nothing passes the gate. */
  double integratedLufs() {
    return loudness.integrated(stepEnergy, stepFrames);
  }

  /** In dBTP, of everything added so far; ends the measurement. */
  double truePeakDbtp() {
    for (int i = 0; i < TruePeak.AFTER; i++) {
      window[inWindow++] = 0;
      if (inWindow == window.length) {
        takePeak(BLOCK);
      }
    }
    takePeak(Math.max(0, inWindow - TruePeak.BEFORE - TruePeak.AFTER));
    return 20 * StrictMath.log10(peak);
  }
}
