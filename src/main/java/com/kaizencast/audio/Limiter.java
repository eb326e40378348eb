package com.kaizencast.audio;

import java.util.Arrays;

/**
 * A look-ahead peak limiter that works on one number a millisecond: fed with the highest level
 * around each instant, it gives, {@link #DELAY} instants later, a gain that never lets that level
 * pass the ceiling, comes down smoothly before it and goes up again slowly.
 */
final class Limiter {

  /** How many instants the gain lags behind the level. */
  static final int DELAY = 6;

  /** Part of the way back to 1 that is gone in a millisecond: a time constant of 20 ms. */
  private static final float RELEASE = 1 / 20f;

  /** Closer to 1 than can be heard. */
  private static final float FREE = 0.9999f;

  /** Weights of a gain now and up to {@link #DELAY} instants ago; they add up to 1. */
  private static final float[] SMOOTHING = {
    1 / 16f, 2 / 16f, 3 / 16f, 4 / 16f, 3 / 16f, 2 / 16f, 1 / 16f
  };

  private static final int WINDOW = DELAY + 1;

  /** Length of the rings, a power of two. */
  private static final int RING = 8;

  private final float ceiling;

  /** The gains that the last levels allow, and those of the envelope, round and round. */
  private final float[] allowed = new float[RING];

  private final float[] envelope = new float[RING];
  private int at;
  private float last = 1;

  /** For how many instants nothing has been below 1. */
  private int free = WINDOW;

  Limiter(float ceiling) {
    this.ceiling = ceiling;
    Arrays.fill(allowed, 1);
    Arrays.fill(envelope, 1);
  }

  /** Takes the level at an instant and returns the gain for {@link #DELAY} instants before it. */
  float next(float level) {
    float limit = level > ceiling ? ceiling / level : 1;
    if (limit == 1 && free == WINDOW) {
      return 1;
    }
    at = (at + 1) & (RING - 1);
    allowed[at] = limit;
    float lowest = 1;
    for (int back = 0; back < WINDOW; back++) {
      float value = allowed[(at - back) & (RING - 1)];
      lowest = value < lowest ? value : lowest;
    }
    last = lowest < last ? lowest : last + (lowest - last) * RELEASE;
    last = last > FREE && lowest == 1 ? 1 : last;
    free = last == 1 ? free + 1 : 0;
    envelope[at] = last;
    float gain = 0;
    for (int back = 0; back < WINDOW; back++) {
      gain += SMOOTHING[back] * envelope[(at - back) & (RING - 1)];
    }
    return gain;
  }
}
