package com.kaizencast.transcript;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narrator;
import com.kaizencast.speech.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as a voice said them one after the other, as the program does it.
 *
 * @param frameCount length of the recording
 */
record Recorded(List<TimedText> texts, int sampleRateHz, long frameCount) {

  /** The sound of each text, for the tests that listen. */
  interface Listener {
    void heard(TimedText text, Speech speech);
  }

  static Recorded of(EpisodeScript script, Narrator narrator, SpeechSynthesizer voice)
      throws Exception {
    return of(script, narrator, voice, (text, speech) -> {});
  }

  static Recorded of(
      EpisodeScript script, Narrator narrator, SpeechSynthesizer voice, Listener listener)
      throws Exception {
    List<SpokenText> spoken = new ArrayList<>();
    for (SpokenSection section : narrator.narrate(script).sections()) {
      spoken.addAll(section.texts());
    }
    return of(spoken, voice, listener);
  }

  static Recorded of(List<SpokenText> spoken, SpeechSynthesizer voice, Listener listener)
      throws Exception {
    List<TimedText> texts = new ArrayList<>();
    long frame = 0;
    for (SpokenText text : spoken) {
      Speech speech = voice.speak(text);
      TimedText timed = new TimedText(text, frame, speech.words());
      listener.heard(timed, speech);
      texts.add(timed);
      frame += speech.audio().frameCount();
      frame += Math.round(text.pauseAfter().toMillis() * voice.sampleRateHz() / 1000.0);
    }
    return new Recorded(texts, voice.sampleRateHz(), frame);
  }

  Transcript transcript() {
    return Transcript.of(texts, sampleRateHz, frameCount);
  }
}
