package com.kaizencast.speech;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.speech.freetts.Voices;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How fast the voices are, each on one thread, beside {@code flite -voice rms}: 250 sentences of
 * some twelve minutes, by the time of the processor, so that it does not matter what else the
 * machine does. Prints a table; asserts nothing. {@code mvn -q -Pbenchmark verify
 * -Dbenchmark.main=com.kaizencast.speech.VoiceBenchmark}.
 */
public final class VoiceBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final int RATE = 16_000;
  private static final int WAVE_HEADER = 44;

  private VoiceBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<String> sentences =
        Files.readAllLines(Path.of("src/test/resources/speech/clustergen/sentences.txt"));
    double flite = flite(sentences);
    row("flite rms", flite, flite);
    for (String name : Voices.names()) {
      row(name, measure(name, sentences), flite);
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT, "heap %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void row(String name, double speed, double flite) {
    System.out.printf(
        Locale.ROOT, "%-10s %7.1f x real time, %5.2f x flite%n", name, speed, speed / flite);
  }

  /** The best of several rounds, the first of which warm up. */
  private static double measure(String name, List<String> sentences) throws SpeechException {
    SpeechSynthesizer voice = Voices.open(new VoiceSettings(name, null, null, null));
    List<SpokenText> texts = sentences.stream().map(SpokenTexts::of).toList();
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      long frames = 0;
      for (SpokenText text : texts) {
        frames += voice.speak(text).audio().frameCount();
      }
      best =
          Math.max(
              best, (double) frames / RATE / (THREADS.getCurrentThreadCpuTime() - start) * 1e9);
    }
    return best;
  }

  private static double flite(List<String> sentences) throws Exception {
    Path text = Files.createTempFile("sentences", ".txt");
    Path wave = Files.createTempFile("sentences", ".wav");
    Files.write(text, sentences);
    double best = 0;
    for (int round = 0; round < 2; round++) {
      String command = "flite -voice rms -f " + text + " -o " + wave + " && times";
      Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // The last line: user and system time of what the shell has run.
      double used = 0;
      for (String time : said.strip().lines().reduce("", (a, b) -> b).split(" ")) {
        String[] parts = time.split("[ms]");
        used += Integer.parseInt(parts[0]) * 60 + Double.parseDouble(parts[1]);
      }
      best = Math.max(best, (Files.size(wave) - WAVE_HEADER) / 2.0 / RATE / used);
    }
    Files.delete(text);
    Files.delete(wave);
    return best;
  }
}
