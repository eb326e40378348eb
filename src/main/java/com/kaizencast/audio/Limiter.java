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

  /** Part of the way back to 1 that is gone in a millisecond: a time constant of 60 ms. */
  private static final float RELEASE = 1 / 60f;

  /** Closer to 1 than can be heard. */
  private static final float FREE = 0.9999f;

  /** Weights of a gain now and up to {@link #DELAY} instants ago; they add up to 1. */
  private static final float[] SMOOTHING = {
    1 / 16f, 2 / 16f, 3 / 16f, 4 / 16f, 3 / 16f, 2 / 16f, 1 / 16f
  };

  private static final int WINDOW = DELAY + 1;

  private final float ceiling;

  /** The gains that the last levels allow, and those of the envelope, round and round. */
  private final float[] allowed = new float[WINDOW];

  private final float[] envelope = new float[WINDOW];
  private int at;
  private float last = 1;

  /** Instants since anything was below 1. */
  private int free = 2 * WINDOW;

  Limiter(float ceiling) {
    this.ceiling = ceiling;
    Arrays.fill(allowed, 1);
    Arrays.fill(envelope, 1);
  }

  /** Takes the level at an instant and returns the gain for {@link #DELAY} instants before it. */
  float next(float level) {
    float limit = level > ceiling ? ceiling / level : 1;
    if (limit == 1 && last == 1 && free >= 2 * WINDOW) {
      return 1;
    }
    free = limit == 1 && last == 1 ? free + 1 : 0;
    allowed[at] = limit;
    float lowest = 1;
    for (float value : allowed) {
      lowest = Math.min(lowest, value);
    }
    last = lowest < last ? lowest : last + (lowest - last) * RELEASE;
    last = last > FREE && lowest == 1 ? 1 : last;
    envelope[at] = last;
    float gain = 0;
    for (int back = 0; back < WINDOW; back++) {
      gain += SMOOTHING[back] * envelope[(at - back + WINDOW) % WINDOW];
    }
    at = (at + 1) % WINDOW;
    return gain;
  }
}
