package com.kaizencast.speech.clustergen;

/**
 * How a sentence is said.
 *
 * @param stretch of all durations: 1 for the voice's own tempo, more for slower
 * @param meanF0Hz mean fundamental frequency
 * @param deviationF0Hz standard deviation of the fundamental frequency
 */
public record Delivery(float stretch, float meanF0Hz, float deviationF0Hz) {

  public Delivery {
    require("stretch", stretch, 0.1f, 10);
    require("mean F0", meanF0Hz, 30, 600);
    require("deviation of F0", deviationF0Hz, 0, 300);
  }

  private static void require(String what, float value, float least, float most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", expected " + least + " to " + most);
    }
  }

  /** As the voice was recorded. */
  public static Delivery natural(VoiceModel model) {
    return new Delivery(1, model.meanF0Hz(), model.deviationF0Hz());
  }
}
