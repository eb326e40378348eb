package com.kaizencast.audio;

import com.kaizencast.episode.Show.AudioSettings;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A recording brought to its loudness: read it once, from first to last.
 *
 * <p>The gain is worked out before, on one level a millisecond, so that every sample is measured
 * once and multiplied once. {@code src/docs/mastering.md} tells how.
 */
final class Mastering implements PcmSource, AutoCloseable {

  static double COMP = Double.parseDouble(System.getProperty("comp", "1"));
  static double ATT = Double.parseDouble(System.getProperty("att", "5"));
  static double REL = Double.parseDouble(System.getProperty("rel", "100"));
  static double MARGIN = Double.parseDouble(System.getProperty("margin", "0.5"));

  private static final int HOPS_AT_A_TIME = 64;
  private static final double TOLERANCE_LU = 0.002;
  private static final double LARGEST_GAIN_DB = 40;
  private static final int ITERATIONS = 40;

  private final Recording recording;
  private final int framesInHop;
  private final Levels levels;
  private final Ride ride;
  private final short[] hop;
  private long framesRead;

  private Mastering(Recording recording, Levels levels, double gain, double ceiling)
      throws IOException {
    this.recording = recording;
    this.framesInHop = framesInHop(recording.sampleRateHz());
    this.levels = levels;
    this.ride = new Ride(levels, gain, ceiling);
    this.hop = new short[framesInHop];
  }

  static Mastering of(Recording recording, AudioSettings settings, double encoderGainDb, Path tempFolder)
      throws IOException, ToolException {
    int framesInHop = framesInHop(recording.sampleRateHz());
    long hops = (recording.frameCount() + framesInHop - 1) / framesInHop;
    Levels levels = new Levels(tempFolder, hops);
    try {
      double before = measure(recording, levels, framesInHop);
      double target = settings.loudnessLufs() - encoderGainDb;
      double ceiling = decibels(settings.peakDbtp() - encoderGainDb - MARGIN);
      compress(levels, framesInHop, power(before) * COMP);
      double gainDb = target - loudness(levels, framesInHop, 1, 1e9);
      double first = gainDb;
      double lastGain = 0; double lastLoudness = 0;
      int n = 0;
      while (true) {
        double loudness = loudness(levels, framesInHop, decibels(gainDb), ceiling);
        n++;
        double missing = target - loudness;
        if (Math.abs(missing) < TOLERANCE_LU) {
          break;
        }
        if (n > ITERATIONS || gainDb > 60) throw new ToolException("mastering", "cannot reach", false, null);
        double slope = n == 1 ? 1 : Math.max(0.05, Math.min(1, (loudness - lastLoudness) / (gainDb - lastGain)));
        lastGain = gainDb; lastLoudness = loudness;
        gainDb += missing / slope;
      }
      if (System.getProperty("v") != null) System.err.printf(Locale.ROOT, "before %.3f gain %.2f dB, +%.2f by limiter, %d iterations%n", before, gainDb, gainDb - first, n);
      return new Mastering(recording, levels, decibels(gainDb), ceiling);
    } catch (IOException | ToolException | RuntimeException e) {
      levels.close();
      throw e;
    }
  }

  private static double measure(Recording recording, Levels levels, int framesInHop)
      throws IOException {
    int frames = framesInHop * HOPS_AT_A_TIME;
    KWeighting weighting = new KWeighting(recording.sampleRateHz());
    TruePeak truePeak = new TruePeak(frames);
    short[] read = new short[TruePeak.BEFORE + frames + TruePeak.AFTER];
    float[] samples = new float[read.length];
    float[] framePeaks = new float[frames];
    float[] energies = new float[Levels.CHUNK];
    float[] peaks = new float[Levels.CHUNK];
    GatedLoudness loudness = new GatedLoudness(100L * framesInHop);
    double step = 0;
    for (long first = 0; levels.chunkLength(first) > 0; first += Levels.CHUNK) {
      int hops = levels.chunkLength(first);
      for (int hop = 0; hop < hops; hop++) {
        int at = hop % HOPS_AT_A_TIME * framesInHop;
        if (at == 0) {
          recording.read((first + hop) * framesInHop - TruePeak.BEFORE, read, read.length);
          for (int i = 0; i < read.length; i++) {
            samples[i] = read[i] * (1 / 32768f);
          }
          truePeak.measure(samples, framePeaks, frames);
        }
        double energy =
            weighting.energy(
                samples, TruePeak.BEFORE + at, TruePeak.BEFORE + at + framesInHop);
        float peak = 0;
        for (int i = at; i < at + framesInHop; i++) {
          peak = Math.max(peak, framePeaks[i]);
        }
        energies[hop] = (float) energy;
        peaks[hop] = peak;
        step += energy;
        if ((first + hop) % 100 == 99) {
          loudness.add(step);
          step = 0;
        }
      }
      levels.write(first, energies, peaks, peaks);
    }
    return loudness.integrated(step, levels.hopCount() % 100 * framesInHop);
  }

  private static void compress(Levels levels, int framesInHop, double threshold)
      throws IOException {
    float[] energies = new float[Levels.CHUNK];
    float[] peaks = new float[Levels.CHUNK];
    float[] gains = new float[Levels.CHUNK];
    float perFrame = 1f / framesInHop;
    float over = (float) (1 / threshold);
    float power = 0;
    float lastPeak = 0;
    float attack = (float) (1 - StrictMath.exp(-1 / ATT));
    float release = (float) (1 - StrictMath.exp(-1 / REL));
    for (long first = 0; levels.chunkLength(first) > 0; first += Levels.CHUNK) {
      levels.read(first, energies, peaks, gains);
      int hops = levels.chunkLength(first);
      for (int i = 0; i < hops; i++) {
        float gain = COMP <= 0 ? 1 : (float) (1 / Math.sqrt(Math.sqrt(1 + power * over)));
        float now = energies[i] * perFrame;
        power += (now - power) * (now > power ? attack : release);
        float peak = peaks[i];
        peaks[i] = gain * Math.max(lastPeak, peak);
        lastPeak = peak;
        gains[i] = gain;
        energies[i] *= gain * gain;
      }
      levels.write(first, energies, peaks, gains);
    }
  }

  private static double loudness(Levels levels, int framesInHop, double gain, double ceiling)
      throws IOException {
    GatedLoudness loudness = new GatedLoudness(100L * framesInHop);
    Ride ride = new Ride(levels, gain, ceiling);
    double step = 0;
    for (long hop = 1; ride.advance(); hop++) {
      step += ride.limitedEnergy();
      if (hop % 100 == 0) {
        loudness.add(step * gain * gain);
        step = 0;
      }
    }
    return loudness.integrated(
        step * gain * gain, levels.hopCount() % 100 * framesInHop);
  }

  @Override
  public int sampleRateHz() {
    return recording.sampleRateHz();
  }

  @Override
  public long frameCount() {
    return recording.frameCount();
  }

  @Override
  public int next(short[] block) throws IOException {
    int count = 0;
    recording.read(framesRead, block, (int) Math.min(recording.frameCount() - framesRead, block.length / framesInHop * framesInHop));
    while (count + framesInHop <= block.length && ride.advance()) {
      int n = (int) Math.min(framesInHop, recording.frameCount() - framesRead - count);
      float gain = ride.gainAtStart();
      float step = (ride.gainAtEnd() - gain) / framesInHop;
      for (int i = 0; i < n; i++) {
        float v = block[count + i] * (gain + step * i);
        block[count + i] = (short) Math.max(-32768, Math.min(32767, (int) (v + (v < 0 ? -0.5f : 0.5f))));
      }
      count += n;
    }
    framesRead += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    levels.close();
  }

  private static int framesInHop(int sampleRateHz) {
    return (sampleRateHz + 500) / 1000;
  }

  private static double power(double lufs) {
    return StrictMath.pow(10, (lufs + 0.691) / 10);
  }

  private static double decibels(double db) {
    return StrictMath.pow(10, db / 20);
  }
}
