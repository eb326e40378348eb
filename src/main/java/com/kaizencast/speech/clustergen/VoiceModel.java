package com.kaizencast.speech.clustergen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A voice as its file describes it. Immutable; shared by any number of synthesizers. */
public final class VoiceModel {

  /** Longest file that is read, in bytes; the known voices have about 3 million. */
  public static final int MAX_FILE_BYTES = 16 << 20;

  /**
   * A third (or so) of a phone.
   *
   * @param durationMean in seconds
   * @param durationDeviation in seconds
   */
  record State(
      String name, Tree pitch, Tree spectrum, float durationMean, float durationDeviation) {}

  /**
   * The pitch model of phrases and accents.
   *
   * @param phrase asked of segments, gives log F0
   * @param accent asked of syllables, gives an index into {@code accents}
   * @param accents tilt parameters, mean and deviation of each
   */
  record Intonation(Tree phrase, Tree accent, List<float[]> accents) {}

  /**
   * The vectors that the spectral trees point at: values scaled to 0..65535, vector after vector,
   * and for each channel the value that 0 stands for and the span up to 65535.
   */
  static final class Codebook {

    private final char[] values;
    private final float[] least;
    private final float[] span;

    Codebook(char[] values, float[] least, float[] span) {
      this.values = values;
      this.least = least;
      this.span = span;
    }

    int channels() {
      return least.length;
    }

    int size() {
      return values.length / least.length;
    }

    float value(int vector, int channel) {
      return least[channel] + values[vector * least.length + channel] / 65535f * span[channel];
    }
  }

  /**
   * What the filter needs.
   *
   * @param alpha frequency warping of the mel cepstra
   * @param beta strength of the postfilter
   * @param bands filters that split the excitation, all of one length
   * @param gain of the finished samples
   */
  record Vocoder(float alpha, float beta, List<double[]> bands, float gain) {}

  private final String name;
  private final String sha256;
  private final int sampleRateHz;
  private final float meanF0Hz;
  private final float deviationF0Hz;
  final float frameSeconds;
  final Map<String, List<State>> phones;
  final Tree duration;
  final @Nullable Intonation intonation;
  final Codebook codebook;
  final float[] deltaWindow;
  final Vocoder vocoder;

  VoiceModel(
      String name,
      String sha256,
      int sampleRateHz,
      float meanF0Hz,
      float deviationF0Hz,
      float frameSeconds,
      Map<String, List<State>> phones,
      Tree duration,
      @Nullable Intonation intonation,
      Codebook codebook,
      float[] deltaWindow,
      Vocoder vocoder) {
    this.name = name;
    this.sha256 = sha256;
    this.sampleRateHz = sampleRateHz;
    this.meanF0Hz = meanF0Hz;
    this.deviationF0Hz = deviationF0Hz;
    this.frameSeconds = frameSeconds;
    this.phones = phones;
    this.duration = duration;
    this.intonation = intonation;
    this.codebook = codebook;
    this.deltaWindow = deltaWindow;
    this.vocoder = vocoder;
  }

  /**
   * Reads a voice file.
   *
   * @param file its name, for messages
   * @throws VoiceFileException if it is not a voice file of the one kind known here, or is damaged
   */
  public static VoiceModel read(String file, byte[] bytes) throws VoiceFileException {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new VoiceFileException(file, MAX_FILE_BYTES, "larger than any file of a voice");
    }
    return new VoiceFileReader(file, bytes).read();
  }

  /** As the voice calls itself, for instance {@code cmu_us_rms}. */
  public String name() {
    return name;
  }

  /** Of the bytes of its file, lower-case hex. */
  public String sha256() {
    return sha256;
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Mean fundamental frequency of the recordings. */
  public float meanF0Hz() {
    return meanF0Hz;
  }

  /** Standard deviation of the fundamental frequency of the recordings. */
  public float deviationF0Hz() {
    return deviationF0Hz;
  }

  /** The phones that it can say. */
  public Set<String> phones() {
    return phones.keySet();
  }

  int samplesPerFrame() {
    return Math.round(frameSeconds * sampleRateHz);
  }

  /** Number of mel cepstral coefficients, the zeroth included. */
  int coefficients() {
    return (codebook.channels() - 4 - 2 * vocoder.bands.size()) / 4;
  }
}
