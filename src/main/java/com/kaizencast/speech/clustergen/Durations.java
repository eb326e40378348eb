package com.kaizencast.speech.clustergen;

/** How long each state lasts. */
final class Durations {

  /** No state of a voice lasts longer before it is stretched, whatever its file says. */
  private static final float MAX_SECONDS = 1;

  /** Half an hour: far beyond the longest sentence. */
  private static final float MAX_SENTENCE_SECONDS = 1800;

  private Durations() {}

  /**
   * Fills in when each state ends.
   *
   * @param stretch 1 for the voice's own tempo, more for slower
   * @throws IllegalArgumentException if it would take too long
   */
  static void predict(Utterance utterance, VoiceModel model, float stretch) {
    float end = 0;
    for (int i = 0; i < utterance.states.length; i++) {
      VoiceModel.State state = utterance.states[i];
      float deviations = model.duration.value(utterance, i);
      float seconds = deviations * state.durationDeviation() + state.durationMean();
      end += Math.max(Math.min(seconds, MAX_SECONDS) * stretch, model.frameSeconds);
      utterance.stateEnd[i] = end;
    }
    if (!(end <= MAX_SENTENCE_SECONDS)) {
      throw new IllegalArgumentException("the sentence would last " + end + " seconds");
    }
  }
}
