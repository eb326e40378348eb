package com.kaizencast.speech.clustergen;

/** F0 of each frame in Hz, before it is decided which frames are voiced; 0 in pauses. */
final class PitchContour {

  private PitchContour() {}

  static float[] predict(Utterance utterance, VoiceModel model) {
    VoiceModel.Intonation intonation = model.intonation;
    return intonation == null ? smoothed(utterance) : accented(utterance, intonation);
  }

  /**
   * What the pitch trees say at the start, middle and end of each syllable, joined by Catmull–Rom
   * splines.
   */
  private static float[] smoothed(Utterance u) {
    float[] f0 = new float[u.frames()];
    for (int i = 0; i < f0.length; i++) {
      f0[i] = u.states[u.stateOfFrame[i]].pitch().value(u, i);
    }
    Sentence sentence = u.sentence;
    int syllables = sentence.wordOfSyllable.length;
    float[] middle = new float[syllables];
    for (int s = 0; s < syllables; s++) {
      middle[s] = f0[(firstFrame(u, s) + lastFrame(u, s)) / 2];
    }
    float start = 0;
    for (int s = 0; s < syllables; s++) {
      int from = firstFrame(u, s);
      int to = lastFrame(u, s);
      int between = (from + to) / 2;
      if (s == 0) {
        start = f0[from];
      }
      float end = (f0[to - 1] + f0[to]) / 2;
      float before = s == 0 ? start : middle[s - 1];
      float after = s == syllables - 1 ? end : middle[s + 1];
      spline(f0, from, between, before, start, middle[s], end);
      spline(f0, between, to, start, middle[s], end, after);
      start = end;
    }
    return f0;
  }

  private static int firstFrame(Utterance u, int syllable) {
    return u.firstFrame[u.firstState[u.sentence.firstSegment[syllable]]];
  }

  private static int lastFrame(Utterance u, int syllable) {
    return u.endFrame[u.endState[u.sentence.endSegment[syllable] - 1] - 1] - 1;
  }

  /** From {@code b} at one frame to {@code c} at another, headed as if from a and to d. */
  private static void spline(float[] f0, int from, int to, float a, float b, float c, float d) {
    float step = 1f / (to - from);
    for (int i = from; i < to; i++) {
      float x = (i - from) * step;
      float square = x * x;
      float cube = square * x;
      f0[i] =
          (float)
              (0.5
                  * (2.0 * b
                      + (c - a) * x
                      + (2.0 * a - 5.0 * b + 4.0 * c - d) * square
                      + (3.0 * b - a - 3.0 * c + d) * cube));
    }
  }

  /** Level of each phrase, raised by a tilt accent over each syllable; in logarithms of Hz. */
  private static float[] accented(Utterance u, VoiceModel.Intonation intonation) {
    Sentence sentence = u.sentence;
    int frames = u.frames();
    float[] level = new float[frames];
    int frame = 0;
    for (int s = 0; s < sentence.phones.length; s++) {
      float value = sentence.syllableOfSegment[s] < 0 ? 0 : intonation.phrase().value(u, s);
      for (int end = u.endFrame[u.endState[s] - 1]; frame < end; frame++) {
        level[frame] = value;
      }
    }
    float[] accent = new float[frames];
    for (int s = 0; s < sentence.wordOfSyllable.length; s++) {
      float start = u.segmentStart(sentence.firstSegment[s]);
      float end = u.segmentEnd(sentence.endSegment[s] - 1);
      tilt(
          u.frameSeconds,
          accent,
          start,
          end - start,
          intonation.accents().get((int) intonation.accent().value(u, s)));
    }
    float[] f0 = new float[frames];
    for (int i = 0; i < frames; i++) {
      f0[i] = level[i] > 0 ? (float) StrictMath.exp(level[i] + accent[i]) : 0;
    }
    return f0;
  }

  /** A rise to a peak and a fall from it, each of two parabolas; tilt is the share of each. */
  private static void tilt(
      float frameSeconds, float[] accent, float start, float duration, float[] parameters) {
    float peak = parameters[0];
    float amplitude = parameters[2];
    float tilt = parameters[6];
    float rise = amplitude * (1 + tilt) / 2;
    float fall = amplitude * (1 - tilt) / 2;
    float riseSeconds = duration * (1 + tilt) / 2;
    float fallSeconds = duration * (1 - tilt) / 2;
    int frame = (int) (start / frameSeconds);
    float time = 0;
    while (frame + 1 < accent.length && (frame + 1) * frameSeconds <= start + riseSeconds) {
      frame++;
      time += frameSeconds;
      float x = time / riseSeconds;
      accent[frame] =
          frame * frameSeconds <= start + riseSeconds / 2
              ? peak - rise + 2 * rise * x * x
              : peak - 2 * rise * (1 - x) * (1 - x);
    }
    float top = start + riseSeconds;
    time = 0;
    while (frame + 1 < accent.length && (frame + 1) * frameSeconds <= top + fallSeconds) {
      frame++;
      time += frameSeconds;
      float x = time / fallSeconds;
      accent[frame] =
          frame * frameSeconds <= top + fallSeconds / 2
              ? peak + fall - 2 * fall * x * x - fall
              : peak + 2 * fall * (1 - x) * (1 - x) - fall;
    }
  }
}
