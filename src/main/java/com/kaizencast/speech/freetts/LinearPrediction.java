package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.relp.LPCResult;
import com.sun.speech.freetts.util.WaveUtils;

/**
 * Renders pitch periods (linear prediction coefficients and a residual each) to {@link
 * EnglishVoice#SAMPLES}.
 *
 * <p>The samples are those of FreeTTS's {@code LPCResult}, except that a sample beyond 16 bits is
 * clamped, where FreeTTS lets it wrap round and click; and that what FreeTTS leaves unrendered at
 * the end of the closing pause is not there, instead of being zeros.
 */
final class LinearPrediction implements UtteranceProcessor {

  /** Residuals are bytes of µ-law; the byte 0 stands for 255, which is zero. */
  private static final float[] RESIDUALS = new float[256];

  static {
    for (int i = 0; i < RESIDUALS.length; i++) {
      RESIDUALS[i] = WaveUtils.ulawToShort((short) (i == 128 ? 255 : i));
    }
  }

  @Override
  public void processUtterance(Utterance utterance) {
    LPCResult periods = (LPCResult) utterance.getObject("target_lpcres");
    byte[] residuals = periods.getResiduals();
    int[] sizes = periods.getResidualSizes();
    int order = periods.getNumberOfChannels();
    double scale = periods.getLPCRange() / 65_535.0;
    int frameCount = 0;
    for (int i = 0; i < periods.getNumberOfFrames(); i++) {
      frameCount += sizes[i];
    }
    float[] coefficients = new float[order];
    // Before the first sample the filter has been at rest.
    float[] output = new float[order + frameCount];
    short[] samples = new short[frameCount];
    int at = 0;
    for (int i = 0; i < periods.getNumberOfFrames(); i++) {
      short[] frame = periods.getFrame(i);
      for (int k = 0; k < order; k++) {
        coefficients[k] = (float) ((frame[k] + 32_768.0) * scale) + periods.getLPCMin();
      }
      for (int end = at + sizes[i]; at < end; at++) {
        float sum = RESIDUALS[residuals[at] + 128];
        for (int k = 0; k < order; k++) {
          sum += coefficients[k] * output[at + order - 1 - k];
        }
        output[at + order] = sum;
        samples[at] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, (int) sum));
      }
    }
    utterance.setObject(EnglishVoice.SAMPLES, samples);
  }
}
