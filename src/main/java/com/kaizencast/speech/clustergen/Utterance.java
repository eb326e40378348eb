package com.kaizencast.speech.clustergen;

import java.util.Arrays;

/**
 * A sentence laid out in time, filled in step by step: the states of its phones, when each ends,
 * and the frames that fall into each.
 */
final class Utterance {

  final Sentence sentence;
  final VoiceModel.State[] states;
  final int[] segmentOfState;

  /** First state of each segment, and one past the last. */
  final int[] firstState;

  final int[] endState;

  /** When each state ends, in seconds from the start of the sentence. */
  final float[] stateEnd;

  float frameSeconds;
  int[] stateOfFrame = {};

  /** First frame of each state, and one past the last; equal where a state has none. */
  final int[] firstFrame;

  final int[] endFrame;

  /**
   * @throws IllegalArgumentException if the voice has no such phone
   */
  Utterance(Sentence sentence, VoiceModel model) {
    this.sentence = sentence;
    this.frameSeconds = model.frameSeconds;
    int segments = sentence.phones.length;
    firstState = new int[segments];
    endState = new int[segments];
    int count = 0;
    for (String phone : sentence.phones) {
      var known = model.phones.get(phone);
      if (known == null) {
        throw new IllegalArgumentException(model.name() + " has no phone '" + phone + "'");
      }
      count += known.size();
    }
    states = new VoiceModel.State[count];
    segmentOfState = new int[count];
    stateEnd = new float[count];
    firstFrame = new int[count];
    endFrame = new int[count];
    int next = 0;
    for (int i = 0; i < segments; i++) {
      firstState[i] = next;
      for (VoiceModel.State state :
          java.util.Objects.requireNonNull(model.phones.get(sentence.phones[i]))) {
        states[next] = state;
        segmentOfState[next++] = i;
      }
      endState[i] = next;
    }
  }

  float stateStart(int state) {
    return state == 0 ? 0 : stateEnd[state - 1];
  }

  float segmentStart(int segment) {
    return stateStart(firstState[segment]);
  }

  float segmentEnd(int segment) {
    return stateEnd[endState[segment] - 1];
  }

  int frames() {
    return stateOfFrame.length;
  }

  /** Puts frames into states: those that start no later than the state ends. */
  void layFrames() {
    int capacity = (int) (stateEnd[stateEnd.length - 1] / frameSeconds) + 2;
    int[] layout = new int[capacity];
    int frame = 0;
    for (int state = 0; state < states.length; state++) {
      firstFrame[state] = frame;
      while (frame * frameSeconds <= stateEnd[state]) {
        layout[frame++] = state;
      }
      endFrame[state] = frame;
    }
    stateOfFrame = Arrays.copyOf(layout, frame);
  }
}
