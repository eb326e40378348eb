package com.kaizencast.speech.clustergen;

/**
 * White noise of two values, +1 and −1: the upper half of the GNU C library's {@code random()} from
 * seed 1, an additive feedback generator (D. E. Knuth, The Art of Computer Programming vol. 2,
 * 3.2.2) over the trinomial x³¹ + x³ + 1. The same for every utterance, so that what is spoken does
 * not depend on what was spoken before.
 */
final class Noise {

  private static final int LONG = 31;
  private static final int SHORT = 3;
  private static final int DISCARDED = 10 * LONG;

  private final int[] state = new int[LONG];
  private int next = SHORT;

  Noise() {
    long value = 1;
    for (int i = 0; i < LONG; i++) {
      state[i] = (int) value;
      // the minimal standard generator of Park and Miller fills the state
      value = 16807 * value % 0x7fffffff;
    }
    for (int i = 0; i < DISCARDED; i++) {
      random();
    }
  }

  private int random() {
    int value = state[next] + state[(next + LONG - SHORT) % LONG];
    state[next] = value;
    next = (next + 1) % LONG;
    return value >>> 1;
  }

  double next() {
    return random() > 0x3fffffff ? 1 : -1;
  }
}
