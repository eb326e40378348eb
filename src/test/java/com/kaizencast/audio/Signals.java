package com.kaizencast.audio;

import com.kaizencast.episode.PcmAudio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Test signals; full scale is 1. */
final class Signals {

  private Signals() {}

  static float[] sine(int rateHz, double seconds, double hz, double peakDbfs) {
    return sine(rateHz, seconds, hz, peakDbfs, 0);
  }

  static float[] sine(int rateHz, double seconds, double hz, double peakDbfs, double degrees) {
    float[] samples = new float[(int) Math.round(rateHz * seconds)];
    double peak = StrictMath.pow(10, peakDbfs / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (float) (peak * StrictMath.sin(2 * Math.PI * hz * i / rateHz + Math.toRadians(degrees)));
    }
    return samples;
  }

  static float[] join(float[]... parts) {
    float[] joined = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /**
   * Something of the build of speech: syllables of pulses through three resonances, some of noise,
   * pauses of silence between phrases; its highest peaks are 6 dB below full scale.
   */
  static float[] speech(int rateHz, double seconds, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) Math.round(rateHz * seconds)];
    double[] state = new double[6];
    double phase = 0;
    double[] formants = {500, 1500, 2500};
    boolean isVoiced = true;
    double level = 1;
    double pitch = 110;
    int syllable = rateHz / 5;
    for (int i = 0; i < samples.length; i++) {
      int inSyllable = i % syllable;
      if (inSyllable == 0) {
        isVoiced = random.nextInt(4) > 0;
        level = random.nextInt(9) == 0 ? 0 : 0.2 + 0.8 * random.nextDouble();
        pitch = 90 + 40 * random.nextDouble();
        formants =
            new double[] {300 + 500 * random.nextDouble(), 900 + 1200 * random.nextDouble(), 2600};
      }
      phase += pitch / rateHz;
      double source = isVoiced ? 0 : 0.05 * random.nextGaussian();
      if (phase >= 1) {
        phase -= 1;
        source += isVoiced ? 1 : 0;
      }
      double out = 0;
      for (int k = 0; k < 3; k++) {
        double r = StrictMath.exp(-Math.PI * 90 / rateHz);
        double y =
            source
                + 2 * r * StrictMath.cos(2 * Math.PI * formants[k] / rateHz) * state[2 * k]
                - r * r * state[2 * k + 1];
        state[2 * k + 1] = state[2 * k];
        state[2 * k] = y;
        out += y / (k + 1);
      }
      samples[i] = (float) (level * out * StrictMath.sin(Math.PI * inSyllable / syllable));
    }
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 0.5f / peak;
    }
    return samples;
  }

  static PcmAudio pcm(int rateHz, float[] samples) {
    short[] rounded = new short[samples.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (short) Math.round(samples[i] * 32767);
    }
    return new PcmAudio(rateHz, rounded);
  }

  /** A recording of the samples, in the folder. */
  static Recording recording(Path folder, int rateHz, float[] samples) throws IOException {
    Recording recording = Recording.create(folder, rateHz);
    recording.append(pcm(rateHz, samples));
    return recording;
  }

  /** Everything a source hands out, in blocks of the given length. */
  static short[] drain(PcmSource source, int blockLength) throws IOException {
    short[] all = new short[(int) source.frameCount()];
    short[] block = new short[blockLength];
    int at = 0;
    for (int count; (count = source.next(block)) > 0; at += count) {
      System.arraycopy(block, 0, all, at, count);
    }
    if (at != all.length) {
      throw new AssertionError("handed out " + at + " of " + all.length + " frames");
    }
    return all;
  }

  static float[] floats(short[] samples) {
    float[] floats = new float[samples.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = samples[i] / 32768f;
    }
    return floats;
  }

  /** A file of 32-bit floats. */
  static Path rawFloats(Path file, float[] samples) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    return Files.write(file, bytes.array());
  }
}
