package com.kaizencast.speech;

class FakeSpeechSynthesizerTest extends SpeechSynthesizerContract {

  @Override
  protected SpeechSynthesizer open() {
    return new FakeSpeechSynthesizer();
  }
}
