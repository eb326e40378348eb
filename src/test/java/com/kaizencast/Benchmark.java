package com.kaizencast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renders the show of the repository and a catalogue of 231 generated episodes with the packaged
 * jar and compares the time with what ffmpeg alone needs for the same samples on all cores. Prints
 * a table; asserts nothing. Takes the number of generated episodes as its argument.
 */
public final class Benchmark {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    int episodes = args.length > 0 ? Integer.parseInt(args[0]) : 231;
    Path work = Files.createTempDirectory(Path.of("target"), "benchmark");
    System.out.printf(
        Locale.ROOT, "%d cores, Java %s%n", CORES, System.getProperty("java.version"));
    System.out.printf(
        Locale.ROOT,
        "%-12s %8s %8s %8s %10s %9s %9s %8s%n",
        "catalogue",
        "episodes",
        "hours",
        "wall s",
        "x realtime",
        "ep/minute",
        "peak MB",
        "ratio");
    measure("show", copyOfShow(work.resolve("show")));
    measure("generated", generated(work.resolve("generated"), episodes));
  }

  private static void measure(String name, Path home) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                "target/kaizencast.jar",
                "--home",
                home.toString())
            .redirectOutput(home.resolve("out.txt").toFile())
            .redirectError(home.resolve("err.txt").toFile())
            .start();
    long peakKb = 0;
    while (process.isAlive()) {
      peakKb = Math.max(peakKb, residentPeakKb(process.pid()));
      Thread.sleep(50);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(home.resolve("err.txt")));
    }
    List<Path> audio;
    try (Stream<Path> files = Files.list(home.resolve("audio"))) {
      audio = files.filter(f -> f.toString().endsWith(".mp3")).sorted().toList();
    }
    Matcher minutes =
        Pattern.compile("([0-9.]+) minutes").matcher(Files.readString(home.resolve("out.txt")));
    if (!minutes.find()) {
      throw new IllegalStateException("no minutes in the summary");
    }
    double seconds = 60 * Double.parseDouble(minutes.group(1));
    System.out.printf(
        Locale.ROOT,
        "%-12s %8d %8.2f %8.1f %10.0f %9.0f %9d %8.2f%n",
        name,
        audio.size(),
        seconds / 3600,
        wall,
        seconds / wall,
        audio.size() * 60 / wall,
        peakKb / 1024,
        wall / encodingAlone(bundledFfmpeg(home), audio, home.resolve("samples")));
  }

  /** Seconds that ffmpeg needs to encode the samples of these files again, a process a core. */
  private static double encodingAlone(String ffmpeg, List<Path> audio, Path folder)
      throws Exception {
    Files.createDirectories(folder);
    List<Callable<Integer>> encodes = new ArrayList<>();
    List<Callable<Integer>> decodes = new ArrayList<>();
    for (Path mp3 : audio) {
      Path pcm = folder.resolve(mp3.getFileName() + ".pcm");
      Path again = folder.resolve(mp3.getFileName().toString());
      decodes.add(
          () ->
              run(
                  ffmpeg,
                  "-i",
                  mp3.toString(),
                  "-f",
                  "s16le",
                  "-ar",
                  "16000",
                  "-ac",
                  "1",
                  pcm + ""));
      encodes.add(
          () ->
              run(
                  ffmpeg,
                  "-f",
                  "s16le",
                  "-ar",
                  "16000",
                  "-ac",
                  "1",
                  "-i",
                  pcm.toString(),
                  "-c:a",
                  "libmp3lame",
                  "-b:a",
                  "64k",
                  "-ar",
                  "44100",
                  "-threads",
                  "1",
                  again.toString()));
    }
    inParallel(decodes);
    long start = System.nanoTime();
    inParallel(encodes);
    return (System.nanoTime() - start) / 1e9;
  }

  private static void inParallel(List<Callable<Integer>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CORES);
    try {
      for (Future<Integer> done : threads.invokeAll(work)) {
        if (done.get() != 0) {
          throw new IllegalStateException("ffmpeg failed");
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  private static int run(String ffmpeg, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ffmpeg, "-v", "error", "-y", "-nostdin"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** The binary that the first measured build has unpacked. */
  private static String bundledFfmpeg(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".kaizencast/ffmpeg"))) {
      return files.filter(Files::isExecutable).findFirst().orElseThrow().toString();
    }
  }

  private static long residentPeakKb(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private static Path copyOfShow(Path home) throws IOException {
    Files.createDirectories(home.resolve("scripts"));
    try (Stream<Path> files = Files.list(Path.of("scripts"))) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve("scripts").resolve(file.getFileName()));
      }
    }
    return home;
  }

  /** Episodes of 350 to 750 words, put together from the paragraphs of the show. */
  private static Path generated(Path home, int episodes) throws IOException {
    Files.createDirectories(home.resolve("scripts"));
    Files.copy(Path.of("scripts/show.yaml"), home.resolve("scripts/show.yaml"));
    List<String> paragraphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("scripts"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .skip(1)
            .filter(l -> l.length() > 80)
            .forEach(paragraphs::add);
      }
    }
    Random random = new Random(231);
    LocalDate date = LocalDate.of(2015, 1, 1);
    for (int i = 1; i <= episodes; i++) {
      StringBuilder text = new StringBuilder("Generated Episode " + i + "\n");
      int words = 350 + random.nextInt(400);
      while (words > 0) {
        String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
        text.append('\n').append(paragraph).append('\n');
        words -= paragraph.split(" ").length;
      }
      Files.writeString(
          home.resolve("scripts").resolve(date.plusDays(7L * i) + "-generated-" + i + ".txt"),
          text);
    }
    return home;
  }
}
