package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Age;
import com.sun.speech.freetts.Gender;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.PathExtractorImpl;
import com.sun.speech.freetts.PhoneDurationsImpl;
import com.sun.speech.freetts.Segmenter;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.cart.CARTImpl;
import com.sun.speech.freetts.cart.Durator;
import com.sun.speech.freetts.cart.Intonator;
import com.sun.speech.freetts.cart.Phraser;
import com.sun.speech.freetts.en.ContourGenerator;
import com.sun.speech.freetts.en.PauseGenerator;
import com.sun.speech.freetts.en.us.CMUVoice;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;

/**
 * FreeTTS's English from words to phones, their lengths and the pitch, without its reading of raw
 * text: that has been done in the narration, and it is there that FreeTTS depends on the default
 * locale, turns "CA" into "california" and splits or joins words. A voice adds its back end.
 *
 * <p>The processors are run by {@link FreeTtsSynthesizer}, not by FreeTTS's {@code speak}, which
 * prints what goes wrong on the console and goes on.
 */
abstract class EnglishVoice extends CMUVoice {

  /** The object of an utterance that holds its samples, a {@code short[]}. */
  static final String SAMPLES = "samples";

  /** What FreeTTS's trees of durations and pitch were made for. */
  private static final float MODEL_RATE_WPM = 150;

  private static final float MODEL_PITCH_HZ = 170;
  private static final float MODEL_RANGE_HZ = 34;

  static {
    // FreeTTS's feature paths belong to all voices and are compiled on first use, by whichever
    // threads come first, without a lock. This switch has them compiled as they are made.
    System.setProperty(PathExtractorImpl.LAZY_COMPILE_PROPERTY, "false");
  }

  private final SharedLexicon dictionary;

  EnglishVoice(String name, SharedLexicon lexicon) {
    super(name, Gender.MALE, Age.YOUNGER_ADULT, name, Locale.US, "general", "cmu", lexicon);
    dictionary = lexicon;
    // Only its presence matters: without one, allocation starts a thread.
    setOutputQueue(new OutputQueue());
  }

  abstract int sampleRateHz();

  /** From phones with lengths and pitch targets to {@link #SAMPLES}. */
  abstract List<UtteranceProcessor> backEnd() throws IOException;

  SharedLexicon dictionary() {
    return dictionary;
  }

  @Override
  protected void setupUtteranceProcessors() throws IOException {
    @SuppressWarnings("unchecked") // declared before generics
    List<UtteranceProcessor> processors = getUtteranceProcessors();
    processors.add(phraser(tree("phrasing_cart.txt")));
    processors.add(new Segmenter());
    processors.add(new PauseGenerator());
    processors.add(new Intonator(tree("int_accent_cart.txt"), tree("int_tone_cart.txt")));
    processors.add(getPostLexicalAnalyzer());
    processors.addAll(lengthsAndPitch());
    processors.addAll(backEnd());
  }

  /** Breaks a sentence into phrases. */
  UtteranceProcessor phraser(CARTImpl breaks) {
    return new Phraser(breaks);
  }

  /** FreeTTS's own; for voices whose back end has none. */
  List<UtteranceProcessor> lengthsAndPitch() throws IOException {
    return List.of(
        new Durator(
            tree("durz_cart.txt"),
            MODEL_RATE_WPM,
            new PhoneDurationsImpl(getResource("dur_stat.txt"))),
        new ContourGenerator(getResource("f0_lr_terms.txt"), MODEL_PITCH_HZ, MODEL_RANGE_HZ));
  }

  private CARTImpl tree(String name) throws IOException {
    return new CARTImpl(getResource(name));
  }

  @Override
  protected URL getResource(String name) {
    return CMUVoice.class.getResource(name);
  }
}
