package com.kaizencast.audio;

import java.io.IOException;

/**
 * The gain over time, hop by hop: overall gain × compressor × limiter. Within a hop it goes in a
 * straight line.
 */
final class Ride {

  private static final int RING = 8;

  private final Levels levels;
  private final float gain;
  private final Limiter limiter;
  private final float[] energies = new float[Levels.CHUNK];
  private final float[] peaks = new float[Levels.CHUNK];
  private final float[] gains = new float[Levels.CHUNK];

  /** What was read ahead of the limiter. */
  private final float[] energyRing = new float[RING];

  private final float[] gainRing = new float[RING];
  private long read;
  private long hop = -1;
  private float limitAtStart;
  private float limitAtEnd;
  private float compressionAtStart;
  private float compressionAtEnd = 1;
  private float energy;

  Ride(Levels levels, double gain, double ceiling) throws IOException {
    this.levels = levels;
    this.gain = (float) gain;
    this.limiter = new Limiter((float) (ceiling / gain));
    for (int i = 0; i < Limiter.DELAY; i++) {
      readOn();
    }
    limitAtEnd = readOn();
    compressionAtEnd = gainRing[0];
  }

  /** Goes on to the next hop; false if there is none. */
  boolean advance() throws IOException {
    if (hop + 1 >= levels.hopCount()) {
      return false;
    }
    hop++;
    energy = energyRing[(int) (hop % RING)];
    limitAtStart = limitAtEnd;
    compressionAtStart = compressionAtEnd;
    limitAtEnd = readOn();
    compressionAtEnd = gainRing[(int) ((hop + 1) % RING)];
    return true;
  }

  /** Weighted energy of the hop after compressor and limiter, before the overall gain. */
  double limitedEnergy() {
    double a = limitAtStart;
    double b = limitAtEnd;
    return energy * (a * a + a * b + b * b) / 3;
  }

  float gainAtStart() {
    return gain * compressionAtStart * limitAtStart;
  }

  float gainAtEnd() {
    return gain * compressionAtEnd * limitAtEnd;
  }

  /** Feeds the limiter with the next instant. */
  private float readOn() throws IOException {
    int inChunk = (int) (read % Levels.CHUNK);
    if (inChunk == 0 && read < levels.hopCount()) {
      levels.read(read, energies, peaks, gains);
    }
    int inRing = (int) (read % RING);
    boolean isThere = read < levels.hopCount();
    energyRing[inRing] = isThere ? energies[inChunk] : 0;
    gainRing[inRing] = isThere ? gains[inChunk] : gainRing[(inRing + RING - 1) % RING];
    read++;
    return limiter.next(isThere ? peaks[inChunk] : 0);
  }
}
