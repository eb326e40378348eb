package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.FreeTTSSpeakableImpl;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.Token;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.ArrayList;
import java.util.List;

/** The voice kevin16 as FreeTTS has it, to compare with. */
final class OriginalKevin {

  private final Voice voice;

  OriginalKevin() {
    voice = new KevinVoiceDirectory().getVoices()[1];
    voice.setOutputQueue(new OutputQueue());
    synchronized (Voices.class) {
      voice.allocate();
    }
  }

  /** An utterance after all processors, of words without punctuation but a full stop. */
  Utterance process(String line) throws Exception {
    List<Token> tokens = new ArrayList<>();
    for (String word : line.split(" ")) {
      Token token = new Token();
      token.setWord(word);
      token.setWhitespace(" ");
      token.setPrepunctuation("");
      token.setPostpunctuation("");
      tokens.add(token);
    }
    tokens.get(tokens.size() - 1).setPostpunctuation(".");
    Utterance utterance = new Utterance(voice, tokens);
    utterance.setSpeakable(new FreeTTSSpeakableImpl(line));
    for (Object processor : voice.getUtteranceProcessors()) {
      ((UtteranceProcessor) processor).processUtterance(utterance);
    }
    return utterance;
  }
}
