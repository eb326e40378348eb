package com.kaizencast.speech.clustergen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A voice file with three phones of one state each, three coefficients and two bands, written part
 * by part so that a test can spoil one.
 */
final class TinyVoice {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  String magic = "CMU_FLITE_CG_VOXDATA-v2.0";
  String shape = "1";
  String[] states = {"pau_1", "aa_1", "t_1"};
  int sampleRateHz = 16000;
  float meanF0 = 100;
  int intonation = 1;
  float spectralLeaf = 1;
  float accentLeaf = 0;
  int noBranch = 2;
  int operator = 0;
  String question = "R:mcep_link.parent.R:segstate.parent.name";
  int askedFeature = 0;
  int channels = 4 + 2 * 2 + 4 * 3;
  int vectorBytes = 2 * channels;
  float frameSeconds = 0.005f;
  String stateOfPhone = "aa_1";
  int bands = 2;
  float alpha = 0.42f;
  float gain = 1;
  String tail = "";

  byte[] write() {
    out.reset();
    out.writeBytes(magic.getBytes(StandardCharsets.ISO_8859_1));
    out.write(0);
    int32(1);
    for (String name : new String[] {"num_dur_models", "num_param_models", "num_f0_models"}) {
      strings(name, "1");
    }
    strings("model_shape", shape, "end_of_features", "end_of_features", "tiny");
    int32(states.length);
    strings(states);
    int32(states.length, sampleRateHz);
    float32(meanF0, 20);
    int32(states.length);
    for (int i = 0; i < states.length; i++) {
      leafTree(100);
    }
    int32(states.length);
    questionTree();
    leafTree(0);
    leafTree(0);
    int32(intonation);
    if (intonation == 1) {
      leafTree(accentLeaf);
      leafTree(4.6f);
    }
    int32(channels, 7, 2);
    for (int i = 0; i < 2; i++) {
      int32(vectorBytes);
      for (int j = 0; j < vectorBytes / 2; j++) {
        out.write(i * 40 + j);
        out.write(j);
      }
    }
    if (intonation == 1) {
      int32(8, 1, 1, 8 * Float.BYTES);
      float32(0.2f, 0.1f, 0.2f, 0.1f, 0.2f, 0.1f, 0.1f, 0.5f);
    }
    floats(channels, 0.01f);
    floats(channels, 1);
    float32(frameSeconds);
    int32(states.length);
    for (String state : states) {
      float32(0.05f, 0.01f);
      strings(state);
    }
    leafTree(0.5f);
    int32(3, 2);
    strings("pau", "pau_1");
    int32(2);
    strings("aa", stateOfPhone);
    int32(2);
    strings("t", "t_1");
    int32(1, 3 * Float.BYTES);
    float32(-0.5f, 0, 0.5f);
    int32(3);
    float32(alpha, 0.4f);
    int32(0, 1, bands, 4, bands);
    for (int i = 0; i < bands; i++) {
      int32(4 * Double.BYTES);
      for (int j = 0; j < 4; j++) {
        float64(0.1 * (i + 1));
      }
    }
    int32(intonation);
    float32(gain);
    out.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  /** Whether it is the phone aa: vector 1, else 0. */
  private void questionTree() {
    int32(3);
    node(askedFeature, operator, noBranch, 5);
    strings("aa");
    node(255, -1, 0, 3);
    float32(spectralLeaf);
    node(255, -1, 0, 3);
    float32(0);
    int32(1);
    strings(question);
  }

  private void leafTree(float value) {
    int32(1);
    node(255, -1, 0, 3);
    float32(value);
    int32(0);
  }

  private void node(int feature, int operator, int no, int type) {
    out.write(feature);
    out.write(operator);
    out.write(no);
    out.write(no >> 8);
    out.write(type);
    out.write(0);
  }

  private void floats(int count, float value) {
    int32(count * Float.BYTES);
    float[] values = new float[count];
    Arrays.fill(values, value);
    float32(values);
  }

  private void int32(int... values) {
    for (int value : values) {
      for (int i = 0; i < Integer.BYTES; i++) {
        out.write(value >> 8 * i);
      }
    }
  }

  private void float32(float... values) {
    for (float value : values) {
      int32(Float.floatToRawIntBits(value));
    }
  }

  private void float64(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int32((int) bits, (int) (bits >> 32));
  }

  private void strings(String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      int32(bytes.length + 1);
      out.writeBytes(bytes);
      out.write(0);
    }
  }
}
