package com.kaizencast.speech.freetts;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.SpeechSynthesizerContract;

class RmsContractTest extends SpeechSynthesizerContract {

  @Override
  protected SpeechSynthesizer open() {
    return Voices.open(new VoiceSettings("rms", null, null, null));
  }
}
