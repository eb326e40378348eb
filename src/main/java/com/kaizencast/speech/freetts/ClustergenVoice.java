package com.kaizencast.speech.freetts;

import com.kaizencast.speech.clustergen.ClustergenSynthesizer;
import com.kaizencast.speech.clustergen.Delivery;
import com.kaizencast.speech.clustergen.Rendering;
import com.kaizencast.speech.clustergen.Sentence;
import com.kaizencast.speech.clustergen.VoiceModel;
import com.sun.speech.freetts.FeatureProcessor;
import com.sun.speech.freetts.FeatureSet;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.cart.CARTImpl;
import com.sun.speech.freetts.en.PostLexicalAnalyzer;
import java.io.IOException;
import java.util.List;

/**
 * A statistical voice of CMU's behind FreeTTS's English. The voices were trained on what Flite
 * makes of a text, so the syllables and the names of phrases are made as Flite makes them.
 */
final class ClustergenVoice extends EnglishVoice {

  /** What FreeTTS calls no stretch. */
  private static final float NOMINAL_RATE_WPM = 150;

  private final VoiceModel model;

  ClustergenVoice(String name, VoiceModel model) {
    super(name, SharedLexicon.named("cmudict04"));
    this.model = model;
    setLexicon(new MaximalOnsets(dictionary()));
    setRate(NOMINAL_RATE_WPM);
    setPitch(model.meanF0Hz());
    setPitchRange(model.deviationF0Hz());
  }

  @Override
  int sampleRateHz() {
    return model.sampleRateHz();
  }

  @Override
  protected void setupFeatureProcessors() throws IOException {
    super.setupFeatureProcessors();
    addFeatureProcessor("ssyl_in", StressedSyllables.before());
    addFeatureProcessor("ssyl_out", StressedSyllables.after());
  }

  @Override
  UtteranceProcessor phraser(CARTImpl breaks) {
    return new NamedPhrases(breaks);
  }

  @Override
  protected UtteranceProcessor getPostLexicalAnalyzer() {
    return new PostLexicalAnalyzer();
  }

  @Override
  List<UtteranceProcessor> lengthsAndPitch() {
    return List.of();
  }

  @Override
  List<UtteranceProcessor> backEnd() {
    ClustergenSynthesizer synthesizer = new ClustergenSynthesizer(model);
    return List.of(utterance -> render(synthesizer, utterance));
  }

  private void render(ClustergenSynthesizer synthesizer, Utterance utterance)
      throws ProcessException {
    Delivery delivery = new Delivery(getDurationStretch(), getPitch(), getPitchRange());
    Rendering rendering = synthesizer.render(sentence(utterance), delivery);
    int i = 0;
    for (Item segment = utterance.getRelation("Segment").getHead();
        segment != null;
        segment = segment.getNext()) {
      float end = (float) rendering.segmentEnds()[i++] / model.sampleRateHz();
      segment.getFeatures().setFloat("end", end);
    }
    utterance.setObject(SAMPLES, rendering.samples());
  }

  /** What FreeTTS has worked out. */
  static Sentence sentence(Utterance utterance) throws ProcessException {
    FeatureProcessor partOfSpeech = utterance.getVoice().getFeatureProcessor("gpos");
    Sentence.Builder sentence = Sentence.builder();
    Object phraseBefore = null;
    Object wordBefore = null;
    Object syllableBefore = null;
    for (Item segment = utterance.getRelation("Segment").getHead();
        segment != null;
        segment = segment.getNext()) {
      Item inSyllable = segment.getItemAs("SylStructure");
      if (inSyllable == null) {
        sentence.pause(segment.toString());
        continue;
      }
      Item syllable = inSyllable.getParent();
      Item word = syllable.getParent();
      Item phrase = word.getItemAs("Phrase").getParent();
      if (phrase.getSharedContents() != phraseBefore) {
        sentence.phrase(phrase.toString());
      }
      if (word.getSharedContents() != wordBefore) {
        sentence.word(partOfSpeech.process(word));
      }
      if (syllable.getSharedContents() != syllableBefore) {
        FeatureSet features = syllable.getFeatures();
        sentence.syllable(
            "1".equals(features.getString("stress")),
            features.isPresent("accent") || features.isPresent("endtone"));
      }
      sentence.phone(segment.toString());
      phraseBefore = phrase.getSharedContents();
      wordBefore = word.getSharedContents();
      syllableBefore = syllable.getSharedContents();
    }
    return sentence.build();
  }
}
