package com.kaizencast.speech.clustergen;

/**
 * Sentences to samples. Has no state beyond the model: any number of threads may use one, and the
 * same sentence always gives the same samples.
 */
public final class ClustergenSynthesizer {

  /** Below this pitch a frame is unvoiced. */
  private static final float LEAST_F0_HZ = 50;

  private static final float MOST_F0_HZ = 1000;

  /** Above this a consonant's frame is voiced. */
  private static final float VOICING = 0.5f;

  private final VoiceModel model;

  public ClustergenSynthesizer(VoiceModel model) {
    this.model = model;
  }

  /**
   * Speaks a sentence.
   *
   * @throws IllegalArgumentException if the voice lacks one of the sentence's phones
   */
  public Rendering render(Sentence sentence, Delivery delivery) {
    if (sentence.segments() == 0) {
      return new Rendering(new short[0], new int[0]);
    }
    Utterance utterance = new Utterance(sentence, model);
    Durations.predict(utterance, model, delivery.stretch());
    utterance.layFrames();
    int[] vectors = vectors(utterance);
    float[] f0 = pitch(utterance, vectors, delivery);
    float[] courses = Trajectory.generate(model, vectors);
    short[] samples = Vocoder.synthesize(model, f0, courses, strengths(vectors));
    int[] ends = new int[sentence.segments()];
    for (int i = 0; i < ends.length; i++) {
      int end = Math.round(utterance.segmentEnd(i) * model.sampleRateHz());
      ends[i] = Math.min(end, samples.length);
    }
    return new Rendering(samples, ends);
  }

  /** What the spectral trees choose for each frame. */
  static int[] vectors(Utterance utterance) {
    int[] vectors = new int[utterance.frames()];
    for (int i = 0; i < vectors.length; i++) {
      Tree tree = utterance.states[utterance.stateOfFrame[i]].spectrum();
      vectors[i] = (int) tree.value(utterance, i);
    }
    return vectors;
  }

  /** F0 as it will sound: 0 where unvoiced, moved to the wanted mean and deviation. */
  float[] pitch(Utterance utterance, int[] vectors, Delivery delivery) {
    float[] f0 = PitchContour.predict(utterance, model);
    boolean isNatural =
        delivery.meanF0Hz() == model.meanF0Hz()
            && delivery.deviationF0Hz() == model.deviationF0Hz();
    float spread = delivery.deviationF0Hz() / model.deviationF0Hz();
    for (int i = 0; i < f0.length; i++) {
      if (f0[i] < LEAST_F0_HZ || !isVoiced(utterance, vectors, i)) {
        f0[i] = 0;
      } else if (!isNatural) {
        float wanted = delivery.meanF0Hz() + (f0[i] - model.meanF0Hz()) * spread;
        f0[i] = Math.max(LEAST_F0_HZ, wanted);
      }
      f0[i] = Math.min(MOST_F0_HZ, f0[i]);
    }
    return f0;
  }

  /** With a model of intonation all phones are, and the mixed excitation decides how much. */
  private boolean isVoiced(Utterance utterance, int[] vectors, int frame) {
    if (model.intonation != null) {
      return true;
    }
    String phone =
        utterance.sentence.phones[utterance.segmentOfState[utterance.stateOfFrame[frame]]];
    int voicing = model.codebook.channels() - 2;
    return Phone.of(phone).isVowel() || model.codebook.value(vectors[frame], voicing) > VOICING;
  }

  private float[] strengths(int[] vectors) {
    int bands = model.vocoder.bands().size();
    int first = 2 + 4 * model.coefficients();
    float[] strengths = new float[vectors.length * bands];
    for (int i = 0; i < vectors.length; i++) {
      for (int band = 0; band < bands; band++) {
        strengths[i * bands + band] = model.codebook.value(vectors[i], first + 2 * band);
      }
    }
    return strengths;
  }
}
