package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.relp.LPCResult;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** From frames and residuals to {@link EnglishVoice#SAMPLES}. */
final class LinearPrediction implements UtteranceProcessor {

  @Override
  public void processUtterance(Utterance utterance) {
    LPCResult result = (LPCResult) utterance.getObject("target_lpcres");
    // What FreeTTS leaves out at the end of the closing pause is not rendered.
    int rendered = IntStream.of(result.getResidualSizes()).limit(result.getNumberOfFrames()).sum();
    short[] samples = new short[rendered];
    ByteBuffer.wrap(result.getWaveSamples()).asShortBuffer().get(samples);
    utterance.setObject(EnglishVoice.SAMPLES, samples);
  }
}
