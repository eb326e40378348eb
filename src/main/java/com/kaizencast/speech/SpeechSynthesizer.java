package com.kaizencast.speech;

import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;

/** A voice. Not for use by several threads at once: open one for each. */
public interface SpeechSynthesizer {

  int sampleRateHz();

  /**
   * Says one text. The same text gives the same samples, whatever was said before, on any machine.
   *
   * @return its samples and, for each word of the text in order, when it sounds; the stretches lie
   *     within the audio and do not overlap
   * @throws SpeechException where a part of the text would not be heard
   */
  Speech speak(SpokenText text) throws SpeechException;
}
