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
      double gain = factor(gainDb(levels, target, ceiling));
      return new Mastering(recording, levels, new Ride(levels, gain, ceiling));
    } catch (IOException | ToolException | RuntimeException e) {
      levels.close();
      throw e;
    }
  }

  /**
   * The gain at which limiter and gain together give the target. Each try aims with the slope of
   * the last two; since more gain means more limiting, the slope falls, and no try goes too far.
   */
  private static double gainDb(Levels levels, double target, double ceiling)
      throws IOException, ToolException {
    double before = Ride.loudness(levels, 1, Double.MAX_VALUE);
    if (before == GatedLoudness.SILENCE) {
      throw failure("there is nothing to be heard in the recording");
    }
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
    throw failure(
        String.format(
            Locale.ROOT,
            "a recording of %.1f LUFS cannot be brought to %.1f LUFS below its highest peak;"
                + " lower the loudness or raise the peak",
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
