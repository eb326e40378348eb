package com.kaizencast.intelligibility;

import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.Recording;
import com.kaizencast.audio.Samples;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Show;
import com.kaizencast.intelligibility.Passages.Passage;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.LexiconReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The long-term average spectrum of finished episodes, voice by voice, beside that of recorded
 * speech, and how far their peaks stand out; {@code src/docs/mastering.md} tells how and what came
 * of it. Prints a table; asserts nothing. Takes the beginning of the kinds of passages, as the
 * measurement of intelligibility does, and a filter to try with rms, like {@code bass:-6}.
 */
public final class SpectrumTable {

  /** Centres of thirds of an octave, in Hz, as far as 16 kHz of samples and a voice go. */
  private static final double[] CENTRES = {
    100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000,
    5000, 6300
  };

  /**
   * Levels of male speech in those bands, in dB: the mean over twelve languages, D. Byrne et al.,
   * "An international comparison of long-term average speech spectra", J. Acoust. Soc. Am. 96 (4),
   * 1994, table II.
   */
  private static final double[] MALE_SPEECH = {
    54.4, 57.7, 56.8, 58.2, 59.7, 60.0, 62.4, 62.6, 60.6, 55.7, 53.1, 53.7, 52.3, 48.7, 48.9, 47.0,
    46.0, 44.4, 43.3
  };

  private static final int RATE = 16_000;
  private static final int WINDOW = 4096;

  /** An eighth of a second; quieter ones than a tenth of the mean power are pauses. */
  private static final int STRETCH = RATE / 8;

  private SpectrumTable() {}

  public static void main(String[] args) throws Exception {
    String kinds = args.length > 0 ? args[0] : "";
    Shelf shelf = args.length > 1 && !args[1].isEmpty() ? Shelf.of(args[1]) : null;
    Path folder = Files.createDirectories(Path.of("target/intelligibility").toAbsolutePath());
    Show show = Passages.show();
    Narrator narrator = new Narrator(LexiconReader.read(Path.of("")));
    Ffmpeg ffmpeg = Ffmpeg.bundled(folder.resolve("ffmpeg"));
    EpisodeFile files = new EpisodeFile(ffmpeg, folder);
    List<Passage> passages =
        Passages.all().stream().filter(passage -> passage.kind().startsWith(kinds)).toList();
    Map<String, short[]> sounds = new LinkedHashMap<>();
    for (Reader reader : Reader.all(show, narrator, shelf)) {
      if (!reader.name().endsWith(", narrated")) {
        continue;
      }
      ByteArrayOutputStream before = new ByteArrayOutputStream();
      ByteArrayOutputStream finished = new ByteArrayOutputStream();
      for (Passage passage : passages) {
        try (Recording recording = reader.way().read(passage, folder)) {
          before.write(bytes(Samples.of(recording)));
        }
        Path mp3 = reader.read(passage, show, files, folder);
        finished.write(bytes(ffmpeg.decode(mp3, RATE, Duration.ofHours(1), folder)));
      }
      String name = reader.name().replace(", narrated", "");
      sounds.put(name, samples(before));
      sounds.put(name + ", finished", samples(finished));
    }
    print(sounds);
  }

  private static byte[] bytes(PcmAudio audio) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * audio.frameCount());
    bytes.asShortBuffer().put(audio.samples());
    return bytes.array();
  }

  private static short[] samples(ByteArrayOutputStream bytes) {
    short[] samples = new short[bytes.size() / 2];
    ByteBuffer.wrap(bytes.toByteArray()).asShortBuffer().get(samples);
    return samples;
  }

  private static void print(Map<String, short[]> sounds) {
    double[] speech = new double[CENTRES.length];
    for (int i = 0; i < speech.length; i++) {
      speech[i] = Math.pow(10, MALE_SPEECH[i] / 10);
    }
    speech = relative(speech);
    List<double[]> spectra = new ArrayList<>();
    sounds.values().forEach(samples -> spectra.add(relative(bands(samples))));
    System.out.println("| Hz | recorded speech | " + String.join(" | ", sounds.keySet()) + " |");
    System.out.println("|---:|" + "---:|".repeat(sounds.size() + 1));
    for (int i = 0; i < CENTRES.length; i++) {
      StringBuilder row = new StringBuilder(line("| %.0f | %.1f |", CENTRES[i], speech[i]));
      for (double[] spectrum : spectra) {
        row.append(line(" %.1f |", spectrum[i]));
      }
      System.out.println(row);
    }
    StringBuilder treble = new StringBuilder("| 2–6.3 kHz | |");
    StringBuilder crest = new StringBuilder("| crest factor | |");
    for (double[] spectrum : spectra) {
      double more = 0;
      for (int i = 13; i < CENTRES.length; i++) {
        more += (spectrum[i] - speech[i]) / (CENTRES.length - 13);
      }
      treble.append(line(" %+.1f |", more));
    }
    sounds.values().forEach(samples -> crest.append(line(" %.1f |", crestDb(samples))));
    System.out.println(treble + "\n" + crest);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Levels in dB, the sum of all bands being 0. */
  private static double[] relative(double[] powers) {
    double sum = 0;
    for (double power : powers) {
      sum += power;
    }
    double[] levels = new double[powers.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 10 * Math.log10(powers[i] / sum);
    }
    return levels;
  }

  /** Powers in the bands: Welch's method, Hann windows that overlap by half. */
  private static double[] bands(short[] samples) {
    double[] powers = new double[CENTRES.length];
    double[] re = new double[WINDOW];
    double[] im = new double[WINDOW];
    for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 2) {
      for (int i = 0; i < WINDOW; i++) {
        re[i] = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
        im[i] = 0;
      }
      transform(re, im);
      for (int band = 0; band < CENTRES.length; band++) {
        // Exact centres are powers of 10^(1/10).
        double centre = Math.pow(10, (band + 20) / 10.0);
        double low = centre * Math.pow(10, -0.05) * WINDOW / RATE;
        double high = centre * Math.pow(10, 0.05) * WINDOW / RATE;
        for (int bin = (int) Math.ceil(low); bin < high; bin++) {
          powers[band] += re[bin] * re[bin] + im[bin] * im[bin];
        }
      }
    }
    return powers;
  }

  /** The discrete Fourier transform in place, radix 2. */
  private static void transform(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swap = re[i];
        re[i] = re[j];
        re[j] = swap;
        swap = im[i];
        im[i] = im[j];
        im[j] = swap;
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      double angle = -2 * Math.PI / length;
      for (int from = 0; from < n; from += length) {
        for (int k = 0; k < length / 2; k++) {
          double c = Math.cos(angle * k);
          double s = Math.sin(angle * k);
          int a = from + k;
          int b = a + length / 2;
          double real = re[b] * c - im[b] * s;
          double imaginary = re[b] * s + im[b] * c;
          re[b] = re[a] - real;
          im[b] = im[a] - imaginary;
          re[a] += real;
          im[a] += imaginary;
        }
      }
    }
  }

  /** The highest sample over the mean power of what is no pause, in dB. */
  private static double crestDb(short[] samples) {
    double all = 0;
    int peak = 0;
    for (short sample : samples) {
      all += (double) sample * sample / samples.length;
      peak = Math.max(peak, Math.abs(sample));
    }
    double sum = 0;
    int count = 0;
    for (int from = 0; from + STRETCH <= samples.length; from += STRETCH) {
      double power = 0;
      for (int i = from; i < from + STRETCH; i++) {
        power += (double) samples[i] * samples[i] / STRETCH;
      }
      if (power > all / 10) {
        sum += power;
        count++;
      }
    }
    return 10 * Math.log10((double) peak * peak * count / sum);
  }
}
