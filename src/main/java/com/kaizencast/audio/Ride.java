package com.kaizencast.audio;

import java.io.IOException;

/**
 * The gain over time, hop by hop: one gain for all and the limiter. Within a hop it goes in a
 * straight line.
 */
final class Ride {

  private static final long HOPS_IN_STEP = 100;

  /** At least as many as the limiter lags behind. */
  private static final int RING = 8;

  private final Levels levels;
  private final float gain;
  private final Limiter limiter;
  private final float[] energies = new float[Levels.CHUNK];
  private final float[] peaks = new float[Levels.CHUNK];

  /** Energies of hops that the limiter has still to come to. */
  private final float[] ahead = new float[RING];

  private long hopsRead;
  private long hop = -1;
  private float limitAtStart;
  private float limitAtEnd;

  /**
   * @param gain a factor
   * @param ceiling highest peak after it, full scale being 1
   */
  Ride(Levels levels, double gain, double ceiling) throws IOException {
    this.levels = levels;
    this.gain = (float) gain;
    this.limiter = new Limiter((float) (ceiling / gain));
    for (int i = 0; i < Limiter.DELAY; i++) {
      readOn();
    }
    limitAtEnd = readOn();
  }

  /**
   * The integrated loudness that the recording has after this ride from the first hop to the last.
   */
  static double loudness(Levels levels, double gain, double ceiling) throws IOException {
    Ride ride = new Ride(levels, gain, ceiling);
    GatedLoudness loudness = new GatedLoudness(HOPS_IN_STEP * levels.framesInHop());
    double step = 0;
    for (int inStep = 1; ride.advance(); inStep++) {
      double a = ride.gainAtStart();
      double b = ride.gainAtEnd();
      step += ride.ahead[(int) (ride.hop % RING)] * (a * a + a * b + b * b) / 3;
      if (inStep == HOPS_IN_STEP) {
        loudness.add(step);
        step = 0;
        inStep = 0;
      }
    }
    return loudness.integrated(step, levels.hopCount() % HOPS_IN_STEP * levels.framesInHop());
  }

  /** Goes on to the next hop; false if there is none. */
  boolean advance() throws IOException {
    if (hop + 1 == levels.hopCount()) {
      return false;
    }
    hop++;
    limitAtStart = limitAtEnd;
    limitAtEnd = readOn();
    return true;
  }

  /** At the first frame of the hop. */
  float gainAtStart() {
    return gain * limitAtStart;
  }

  /** At the first frame of the next hop. */
  float gainAtEnd() {
    return gain * limitAtEnd;
  }

  private float readOn() throws IOException {
    float peak = 0;
    if (hopsRead < levels.hopCount()) {
      int inChunk = (int) (hopsRead % Levels.CHUNK);
      if (inChunk == 0) {
        levels.read(hopsRead, energies, peaks);
      }
      ahead[(int) (hopsRead % RING)] = energies[inChunk];
      peak = peaks[inChunk];
    }
    hopsRead++;
    return limiter.next(peak);
  }
}
