package com.kaizencast.speech.clustergen;

/** Parameters, frame by frame, to samples. */
final class Vocoder {

  private Vocoder() {}

  /**
   * The samples of all frames but the first.
   *
   * @param f0 in Hz for each frame, 0 where unvoiced
   * @param courses mel cepstra, frame after frame
   * @param strengths share of pulses in each band, frame after frame
   */
  static short[] synthesize(VoiceModel model, float[] f0, float[] courses, float[] strengths) {
    VoiceModel.Vocoder settings = model.vocoder;
    int coefficients = model.coefficients();
    int bands = settings.bands().size();
    int length = model.samplesPerFrame();
    Excitation excitation = new Excitation(settings.bands(), length);
    MelCepstrum melCepstrum = new MelCepstrum(coefficients - 1, settings.alpha(), settings.beta());
    MlsaFilter filter = new MlsaFilter(coefficients - 1, settings.alpha());
    double[] from = new double[coefficients];
    double[] to = new double[coefficients];
    double[] frame = new double[length];
    short[] samples = new short[Math.max(0, f0.length - 1) * length];
    melCepstrum.toFilter(courses, 0, to);
    for (int t = 1; t < f0.length; t++) {
      double[] done = from;
      from = to;
      to = done;
      melCepstrum.toFilter(courses, t * coefficients, to);
      excitation.fill(period(model, f0[t - 1]), period(model, f0[t]), strengths, t * bands, frame);
      filter.run(frame, from, to);
      for (int n = 0; n < length; n++) {
        samples[(t - 1) * length + n] = clamped(frame[n] * settings.gain());
      }
    }
    return samples;
  }

  private static double period(VoiceModel model, float f0) {
    return f0 > 0 ? model.sampleRateHz() / (double) f0 : 0;
  }

  private static short clamped(double value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
  }
}
