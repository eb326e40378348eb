package com.kaizencast.speech.clustergen;

/** How long each state lasts. */
final class Durations {

  /** No state of a voice lasts longer, whatever its file says. */
  private static final float MAX_SECONDS = 5;

  private Durations() {}

  /**
   * Fills in when each state ends.
   *
   * @param stretch 1 for the voice's own tempo, more for slower
   */
  static void predict(Utterance utterance, VoiceModel model, float stretch) {
    float end = 0;
    for (int i = 0; i < utterance.states.length; i++) {
      VoiceModel.State state = utterance.states[i];
      float deviations = model.duration.value(utterance, i);
      float seconds = (deviations * state.durationDeviation() + state.durationMean()) * stretch;
      end += Math.min(Math.max(seconds, model.frameSeconds), MAX_SECONDS);
      utterance.stateEnd[i] = end;
    }
  }
}
