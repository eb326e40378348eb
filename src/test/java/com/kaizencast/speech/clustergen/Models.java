package com.kaizencast.speech.clustergen;

/** Voices made of others. */
final class Models {

  private Models() {}

  /** A voice whose pitch comes from the trees of its states, as that of slt and awb does. */
  static VoiceModel withoutIntonation(VoiceModel model) {
    return new VoiceModel(
        model.name(),
        model.sha256(),
        model.sampleRateHz(),
        model.meanF0Hz(),
        model.deviationF0Hz(),
        model.frameSeconds,
        model.phones,
        model.duration,
        null,
        model.codebook,
        model.deltaWindow,
        model.vocoder);
  }
}
