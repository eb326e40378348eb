package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.diphone.DiphoneUnitSelector;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.UnitConcatenator;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS's diphone voice kevin16 with two of its mistakes mended: it keeps the vowel of "up",
 * which FreeTTS's {@code CMUDiphoneVoicePostLexicalAnalyzer} turns into that of "hot", and its
 * pitch runs straight from target to target (see {@link Pitchmarks}).
 */
final class Kevin16 extends EnglishVoice {

  static final String NAME = "kevin16";

  /** 6 MB, read once for all threads; once read it only changes hands. */
  private static @Nullable DiphoneUnitSelector diphones;

  Kevin16() {
    super(NAME, SharedLexicon.named("cmudict04"));
    setRate(150);
    setPitch(100);
    setPitchRange(11);
  }

  @Override
  int sampleRateHz() {
    return 16_000;
  }

  @Override
  protected void setupFeatureProcessors() throws IOException {
    super.setupFeatureProcessors();
    addFeatureProcessor(YesNoQuestion.NAME, new YesNoQuestion());
  }

  @Override
  protected UtteranceProcessor getPostLexicalAnalyzer() throws IOException {
    return new DiphoneRules(data("cmu_us_kal16.idx"));
  }

  @Override
  List<UtteranceProcessor> backEnd() throws IOException {
    return List.of(diphones(), new Pitchmarks(), new UnitConcatenator(), new LinearPrediction());
  }

  private static synchronized DiphoneUnitSelector diphones() throws IOException {
    DiphoneUnitSelector known = diphones;
    if (known == null) {
      known = new DiphoneUnitSelector(data("cmu_us_kal16.bin"));
      diphones = known;
    }
    return known;
  }

  private static URL data(String name) {
    return Objects.requireNonNull(KevinVoiceDirectory.class.getResource(name), name);
  }
}
