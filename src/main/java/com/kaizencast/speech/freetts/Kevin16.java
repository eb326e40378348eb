package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.diphone.DiphoneUnitSelector;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.UnitConcatenator;
import java.io.IOException;
import java.util.List;

/**
 * FreeTTS's diphone voice kevin16 with two of its mistakes mended: it keeps the vowel of "up",
 * which FreeTTS's {@code CMUDiphoneVoicePostLexicalAnalyzer} turns into that of "hot", and its
 * pitch runs straight from target to target (see {@link Pitchmarks}).
 */
final class Kevin16 extends EnglishVoice {

  static final String NAME = "kevin16";

  Kevin16() {
    super(NAME, "cmu", SharedLexicon.named("cmulex"));
    setRate(150);
    setPitch(100);
    setPitchRange(11);
  }

  @Override
  int sampleRateHz() {
    return 16_000;
  }

  @Override
  List<UtteranceProcessor> backEnd() throws IOException {
    return List.of(
        new DiphoneUnitSelector(KevinVoiceDirectory.class.getResource("cmu_us_kal16.bin")),
        new Pitchmarks(),
        new UnitConcatenator(),
        new LinearPrediction());
  }
}
