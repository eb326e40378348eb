package com.kaizencast.audio;

import com.kaizencast.episode.Show.AudioSettings;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A recording brought to its loudness. The gain is worked out beforehand on one level a
 * millisecond, so that every sample is measured once and multiplied once; {@code
 * src/docs/mastering.md} tells how.
 *
 * <p>The recording must stay open and unchanged meanwhile.
 */
final class Mastering implements PcmSource, AutoCloseable {

  private static final String TOOL = "mastering";

  /** Far below what can be heard, and what 16 bits can say of quiet speech. */
  private static final double TOLERANCE_LU = 0.002;

  /** More would be amplified noise. */
  private static final double LARGEST_GAIN_DB = 40;

  /** Beyond this, the loudness is measured on the samples besides. */
  private static final double HEAVY_LIMITING_DB = 6;

  private static final double MEASURED_TOLERANCE_LU = 0.02;
  private static final int TRIES = 40;

  private final Recording recording;
  private final Levels levels;
  private final Ride ride;
  private long framesRead;

  private Mastering(Recording recording, Levels levels, Ride ride) {
    this.recording = recording;
    this.levels = levels;
    this.ride = ride;
  }

  /**
   * Measures a recording and works out its gain.
   *
   * @param encoder that the samples are meant for: what it does to the level is allowed for
   * @throws ToolException if there is nothing to be heard, or the loudness cannot be reached
   */
  static Mastering of(
      Recording recording, AudioSettings settings, AudioEncoder encoder, Path tempFolder)
      throws IOException, ToolException {
    double change = encoder.levelChangeDb(settings.bitRateKbps());
    double target = settings.loudnessLufs() - change;
    double ceiling =
        factor(settings.peakDbtp() - change - encoder.overshootDb(settings.bitRateKbps()));
    Levels levels = Levels.of(recording, tempFolder);
    try {
      double before = Ride.loudness(levels, 1, Double.MAX_VALUE);
      if (before == GatedLoudness.SILENCE) {
        throw failure("there is nothing to be heard in the recording");
      }
      double gain = gainDb(recording, levels, before, target, ceiling);
      return new Mastering(recording, levels, new Ride(levels, factor(gain), ceiling));
    } catch (IOException | ToolException | RuntimeException e) {
      levels.close();
      throw e;
    }
  }

  /** The gain at which gain and limiter together bring a recording to the target. */
  private static double gainDb(
      Recording recording, Levels levels, double before, double target, double ceiling)
      throws IOException, ToolException {
    double aim = target;
    for (int i = 0; i < TRIES; i++) {
      double gain = predictedGainDb(levels, before, aim, ceiling);
      if (gain - (target - before) < HEAVY_LIMITING_DB) {
        return gain;
      }
      // The limiter's work blurs the weighting of the levels: measure what really comes out.
      double missing = target - loudness(recording, levels, factor(gain), ceiling);
      if (Math.abs(missing) <= MEASURED_TOLERANCE_LU) {
        return gain;
      }
      aim += missing;
    }
    throw unreachable(before, target);
  }

  /**
   * The gain that brings the levels to the target. Each try aims with the slope of the last two;
   * since more gain means more limiting, the slope falls, and no try goes too far.
   */
  private static double predictedGainDb(Levels levels, double before, double target, double ceiling)
      throws IOException, ToolException {
    double gain = target - before;
    double lastGain = gain;
    double lastLoudness = target;
    for (int i = 0; i < TRIES && gain <= LARGEST_GAIN_DB; i++) {
      double loudness = Ride.loudness(levels, factor(gain), ceiling);
      double missing = target - loudness;
      if (Math.abs(missing) <= TOLERANCE_LU) {
        return gain;
      }
      double slope = i == 0 ? 1 : (loudness - lastLoudness) / (gain - lastGain);
      lastGain = gain;
      lastLoudness = loudness;
      gain += missing / Math.max(0.05, Math.min(1, slope));
    }
    throw unreachable(before, target);
  }

  private static double loudness(Recording recording, Levels levels, double gain, double ceiling)
      throws IOException {
    // Not closed: the levels are still needed.
    Mastering mastering = new Mastering(recording, levels, new Ride(levels, gain, ceiling));
    LoudnessMeter meter = new LoudnessMeter(recording.sampleRateHz());
    short[] block = new short[levels.framesInHop() * 100];
    float[] samples = new float[block.length];
    for (int count; (count = mastering.next(block)) > 0; ) {
      for (int i = 0; i < count; i++) {
        samples[i] = block[i] * (1 / 32768f);
      }
      meter.add(samples, count);
    }
    return meter.integratedLufs();
  }

  private static ToolException unreachable(double before, double target) {
    return failure(
        String.format(
            Locale.ROOT,
            "a recording of %.1f LUFS cannot be brought to %.1f LUFS: it is too quiet, or the"
                + " loudness too high for its highest peak",
            before,
            target));
  }

  private static ToolException failure(String message) {
    return new ToolException(TOOL, message, false, null);
  }

  @Override
  public int sampleRateHz() {
    return recording.sampleRateHz();
  }

  @Override
  public long frameCount() {
    return recording.frameCount();
  }

  /** The block must hold a millisecond. */
  @Override
  public int next(short[] block) throws IOException {
    int framesInHop = levels.framesInHop();
    long left = recording.frameCount() - framesRead;
    int count = (int) Math.min(left, block.length - block.length % framesInHop);
    recording.read(framesRead, block, count);
    for (int from = 0; from < count; from += framesInHop) {
      ride.advance();
      float gain = ride.gainAtStart();
      float step = (ride.gainAtEnd() - gain) / framesInHop;
      int to = Math.min(count, from + framesInHop);
      for (int i = from; i < to; i++) {
        block[i] = rounded(block[i] * (gain + step * (i - from)));
      }
    }
    framesRead += count;
    return count;
  }

  /** To the nearest value of 16 bits. Not dithered: the encoder's noise lies far above. */
  private static short rounded(float sample) {
    int nearest = (int) (sample + (sample < 0 ? -0.5f : 0.5f));
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, nearest));
  }

  @Override
  public void close() throws IOException {
    levels.close();
  }

  private static double factor(double decibels) {
    return StrictMath.pow(10, decibels / 20);
  }
}
