package com.kaizencast.benchmark;

import com.kaizencast.benchmark.Command.Usage;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the packaged program with the tools that one would use in its place, and measures how it
 * grows. Prints a table in Markdown; asserts nothing. What is compared is run by turns, and every
 * figure is a median.
 *
 * <p>System properties: {@code benchmark.rows} (all: {@code 1,1b,2,3,4,5,5b,6,7}), {@code
 * benchmark.rounds}, {@code benchmark.episodes} (rows 1 to 4), {@code benchmark.slow-episodes}
 * (where a peer is slow), {@code benchmark.large} (rows 3 and 5), {@code benchmark.hours} (row 6).
 */
public final class Benchmark {

  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final int EPISODES = Integer.getInteger("benchmark.episodes", 231);
  private static final int SLOW_EPISODES = Integer.getInteger("benchmark.slow-episodes", 40);
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int LARGE = Integer.getInteger("benchmark.large", 10_000);
  private static final int HOURS = Integer.getInteger("benchmark.hours", 10);
  private static final Set<String> ROWS =
      Set.of(System.getProperty("benchmark.rows", "1,1b,2,3,4,5,5b,6,7").split(","));

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java") + "";

  /** What the show's settings say, for the peer that can't keep it. */
  private static final double TARGET_LUFS = -19;

  /** As Kaizencast calls it, beside input and output. */
  private static final String LAME = " -c:a libmp3lame -b:a 64k -ar 44100 -threads 1 ";

  private final Path work;

  /** The program as it renders a catalogue, and as the README has it started every night. */
  private final List<String> kaizencast;

  private final List<String> nightly;
  private final String ffmpeg;
  private final Map<Integer, Catalogue> published = new LinkedHashMap<>();

  private Benchmark(Path work) throws Exception {
    this.work = work;
    Path program = work.resolve("program");
    Command.of(
            JAVA,
            "-Djarmode=tools",
            "-jar",
            "target/kaizencast.jar",
            "extract",
            "--destination",
            program)
        .run();
    String jar = program.resolve("kaizencast.jar").toString();
    String classes = program.resolve("classes.jsa").toString();
    this.kaizencast = List.of(JAVA, "-jar", jar);
    this.nightly =
        List.of(
            JAVA,
            "-XX:SharedArchiveFile=" + classes,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            jar);
    this.ffmpeg = bundledFfmpeg(List.of(JAVA, "-XX:ArchiveClassesAtExit=" + classes, "-jar", jar));
  }

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory(Path.of("target"), "benchmark").toAbsolutePath();
    Benchmark benchmark = new Benchmark(work);
    benchmark.say(
        "%d cores (%s), Java %s; peers: %s; %s; %s; rounds: %d%n",
        CORES,
        cpu(),
        System.getProperty("java.version"),
        firstLine(Command.of("ffmpeg", "-version")),
        Command.of("sh", "-c", "flite --version; true")
            .output()
            .lines()
            .skip(1)
            .findFirst()
            .orElse("")
            .strip(),
        "bundled " + firstLine(Command.of(benchmark.ffmpeg, "-version")),
        ROUNDS);
    benchmark.say("| row | what | figure | aim | measured |");
    benchmark.say("|---|---|---:|---:|---|");
    if (ROWS.contains("1") || ROWS.contains("2")) {
      benchmark.catalogue();
    }
    if (ROWS.contains("1b")) {
      benchmark.rms();
    }
    if (ROWS.contains("2")) {
      benchmark.sameLoudness();
    }
    if (ROWS.contains("3")) {
      benchmark.nothingStale();
    }
    if (ROWS.contains("4")) {
      benchmark.oneEdited("kevin16", "kal16");
      benchmark.oneEdited("rms", "rms");
    }
    if (ROWS.contains("5")) {
      benchmark.growth();
    }
    if (ROWS.contains("5b")) {
      benchmark.rendering();
    }
    if (ROWS.contains("6")) {
      benchmark.memory();
    }
    if (ROWS.contains("7")) {
      benchmark.parts();
    }
  }

  /** Row 1 and the first half of row 2. */
  private void catalogue() throws Exception {
    Catalogue catalogue = Catalogue.of(work.resolve("catalogue"), EPISODES, "kevin16");
    Race race = new Race();
    Command build = Command.of(kaizencast, "--home", catalogue.home());
    build.run();
    Command encode = Command.onAllCores(encoding(catalogue));
    Command flite = Command.onAllCores(pipeline(catalogue, "kal16", false));
    race.add("ours", () -> rebuilt(catalogue, build));
    race.add("ffmpeg", encode::run);
    if (ROWS.contains("2")) {
      race.add("flite", flite::run);
    }
    race.run(ROUNDS);
    double hours = catalogue.hours();
    row(
        "1",
        "%d episodes, kevin16: whole job ÷ ffmpeg alone encoding the same samples, all cores"
            .formatted(catalogue.audio().size()),
        race.wall("ours") / race.wall("ffmpeg"),
        "1.20",
        "%.2f h of audio; %.1f s against %.1f s; CPU %.1f s against %.1f s",
        hours,
        race.wall("ours"),
        race.wall("ffmpeg"),
        race.cpu("ours"),
        race.cpu("ffmpeg"));
    if (ROWS.contains("2")) {
      row(
          "2",
          "the same ÷ (flite kal16, then ffmpeg: no loudness, transcript, feed)",
          race.wall("ours") / race.wall("flite"),
          "1.15",
          "%.1f s against %.1f s; CPU %.1f s against %.1f s",
          race.wall("ours"),
          race.wall("flite"),
          race.cpu("ours"),
          race.cpu("flite"));
    }
  }

  private void rms() throws Exception {
    Catalogue catalogue = Catalogue.of(work.resolve("rms"), SLOW_EPISODES, "rms");
    Command build = Command.of(kaizencast, "--home", catalogue.home());
    Command flite = Command.onAllCores(pipeline(catalogue, "rms", false));
    Race race = new Race();
    race.add("ours", () -> rebuilt(catalogue, build));
    race.add("flite", flite::run);
    race.run(ROUNDS);
    row(
        "1b",
        "%d episodes, rms: whole job ÷ (flite rms, then ffmpeg, all cores)"
            .formatted(catalogue.audio().size()),
        race.wall("ours") / race.wall("flite"),
        "0.80",
        "%.2f h of audio; %.1f s against %.1f s; CPU %.1f s against %.1f s",
        catalogue.hours(),
        race.wall("ours"),
        race.wall("flite"),
        race.cpu("ours"),
        race.cpu("flite"));
  }

  /** The second half of row 2. */
  private void sameLoudness() throws Exception {
    Catalogue catalogue = Catalogue.of(work.resolve("loud"), SLOW_EPISODES, "kevin16");
    Command build = Command.of(kaizencast, "--home", catalogue.home());
    Command loudnorm = Command.onAllCores(pipeline(catalogue, "kal16", true));
    Race race = new Race();
    race.add("ours", () -> rebuilt(catalogue, build));
    race.add("loudnorm", loudnorm::run);
    race.run(ROUNDS);
    row(
        "2",
        "%d episodes, kevin16: whole job ÷ (flite kal16, then ffmpeg with two-pass loudnorm)"
            .formatted(catalogue.audio().size()),
        race.wall("ours") / race.wall("loudnorm"),
        "0.25",
        "%.1f s against %.1f s; CPU %.1f s against %.1f s; furthest from %.0f LUFS: %.2f LU"
            + " against %.2f LU",
        race.wall("ours"),
        race.wall("loudnorm"),
        race.cpu("ours"),
        race.cpu("loudnorm"),
        TARGET_LUFS,
        furthest(catalogue.audio()),
        furthest(mp3s(work.resolve("peer-kal16-loudnorm"))));
  }

  private void nothingStale() throws Exception {
    Map<Integer, Double> cpu = new LinkedHashMap<>();
    Race race = new Race();
    List<Integer> sizes = List.of(EPISODES, LARGE / 10, LARGE);
    for (int size : sizes) {
      Catalogue catalogue = published(size);
      Command build = Command.of(nightly, "--home", catalogue.home());
      race.add("" + size, build::run);
    }
    race.run(Math.max(ROUNDS, 5));
    sizes.forEach(size -> cpu.put(size, race.cpu("" + size)));
    row(
        "3",
        "nothing stale, %d episodes: CPU s of the whole process".formatted(EPISODES),
        race.cpu("" + EPISODES),
        "0.4",
        "%.2f s by the clock",
        race.wall("" + EPISODES));
    row(
        "3",
        "nothing stale, %,d episodes: CPU s of the whole process".formatted(LARGE),
        race.cpu("" + LARGE),
        "2",
        "%.2f s by the clock",
        race.wall("" + LARGE));
    double small = race.cpu("" + LARGE / 10);
    row(
        "3",
        "exponent of growth from %,d to %,d episodes".formatted(LARGE / 10, LARGE),
        Math.log10(race.cpu("" + LARGE) / small),
        "1.1",
        "%.2f s CPU with %,d",
        small,
        LARGE / 10);
  }

  /** One for all rows that leave it as it is. */
  private Catalogue published(int size) throws Exception {
    Catalogue catalogue = published.get(size);
    if (catalogue == null) {
      catalogue = Catalogue.published(work.resolve("published" + size), size, kaizencast);
      published.put(size, catalogue);
    }
    return catalogue;
  }

  private void oneEdited(String voice, String fliteVoice) throws Exception {
    Path home = work.resolve("edited-" + voice);
    Catalogue catalogue = Catalogue.published(home, EPISODES, kaizencast);
    Catalogue one = Catalogue.of(work.resolve("edited-one-" + voice), 1, voice);
    // The published ones stay as they are; the edited script names its voice.
    Path script = home.resolve("scripts/1996-01-02-generated-1.txt");
    Path edited = home.resolve("scripts/1996-01-02-generated-1.md");
    String text = Files.readString(script);
    Files.delete(script);
    Command build = Command.of(nightly, "--home", home);
    Race race = new Race();
    int[] edition = {0};
    race.add(
        "ours",
        () -> {
          Files.writeString(
              edited,
              "---\ntitle: Generated Episode 1\nvoice:\n  name: "
                  + voice
                  + "\n---\n"
                  + text.substring(text.indexOf('\n'))
                  + "\nThis is edition "
                  + ++edition[0]
                  + ".\n");
          Usage usage = build.run();
          if (!Files.readString(Command.OUT).contains("1 rendered")) {
            throw new IllegalStateException(Files.readString(Command.OUT));
          }
          return usage;
        });
    race.add("tools", Command.onAllCores(pipeline(one, fliteVoice, false))::run);
    race.add(
        "jvm",
        Command.of(
                JAVA,
                "-cp",
                Path.of(Nothing.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
                Nothing.class.getName())
            ::run);
    race.run(Math.max(ROUNDS, 5));
    double bare = race.cpu("tools") + race.cpu("jvm");
    row(
        "4",
        "one edited script among %d, %s: CPU of the run ÷ CPU of (flite %s, ffmpeg, a JVM start)"
            .formatted(catalogue.scripts().size() + 1, voice, fliteVoice),
        race.cpu("ours") / bare,
        "2.5",
        "CPU %.2f s against %.2f s; %.2f s by the clock",
        race.cpu("ours"),
        bare,
        race.wall("ours"));
  }

  private void growth() throws Exception {
    List<Integer> sizes = List.of(LARGE / 10, LARGE * 3 / 10, LARGE);
    List<Map<String, Double>> seconds = new ArrayList<>();
    for (int size : sizes) {
      Catalogue catalogue = published(size);
      String said =
          Command.of(
                  JAVA,
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Growth.class.getName(),
                  catalogue.home(),
                  Math.max(ROUNDS, 5))
              .output();
      Map<String, Double> phases = new LinkedHashMap<>();
      said.lines()
          .map(line -> line.split("\t"))
          .forEach(line -> phases.put(line[0], Double.parseDouble(line[1])));
      seconds.add(phases);
    }
    for (String phase : seconds.get(0).keySet()) {
      List<Double> values = seconds.stream().map(phases -> phases.get(phase)).toList();
      row(
          "5",
          phase + ": exponent of growth",
          slope(sizes, values),
          "1.1",
          "CPU s with %s episodes: %s; -Xmx512m",
          sizes.stream().map("%,d"::formatted).collect(Collectors.joining(", ")),
          values.stream().map("%.3f"::formatted).collect(Collectors.joining(", ")));
    }
    Catalogue catalogue = published(LARGE);
    Path show = catalogue.home().resolve("scripts/show.yaml");
    String settings = Files.readString(show);
    Race race = new Race();
    int[] edition = {0};
    Command build =
        Command.of(
            JAVA, "-Xmx512m", kaizencast.subList(1, kaizencast.size()), "--home", catalogue.home());
    race.add(
        "feed",
        () -> {
          Files.writeString(
              show, settings.replace("Every second week", "Every week, " + ++edition[0]));
          Usage usage = build.run();
          if (Files.readString(Command.OUT).contains("(unchanged)")) {
            throw new IllegalStateException(Files.readString(Command.OUT));
          }
          return usage;
        });
    race.run(3);
    row(
        "5",
        "feed of %,d episodes: whole run that writes, gates and pages it, CPU s".formatted(LARGE),
        race.cpu("feed"),
        "–",
        "-Xmx512m; %.1f s by the clock",
        race.wall("feed"));
  }

  /** Episodes of a paragraph each, so that what is not voice and encoder weighs most. */
  private void rendering() throws Exception {
    List<Integer> sizes = List.of(20, 60, 200);
    Race race = new Race();
    for (int size : sizes) {
      Catalogue catalogue = Catalogue.of(work.resolve("paragraphs" + size), 0, "kevin16");
      for (int number = 1; number <= size; number++) {
        catalogue.write(number, 1);
      }
      Command build = Command.of(kaizencast, "--home", catalogue.home());
      race.add("" + size, () -> rebuilt(catalogue, build));
    }
    race.run(ROUNDS);
    List<Double> values = sizes.stream().map(size -> race.cpu("" + size)).toList();
    row(
        "5b",
        "rendering episodes of one paragraph: exponent of growth",
        slope(sizes, values),
        "1.1",
        "CPU s with 20, 60, 200 episodes: %.1f, %.1f, %.1f",
        values.get(0),
        values.get(1),
        values.get(2));
  }

  private void memory() throws Exception {
    Catalogue catalogue = Catalogue.of(work.resolve("long"), 0, "kevin16");
    Catalogue.of(work.resolve("short"), 1, "kevin16");
    catalogue.write(1, HOURS * 60 * 150);
    row(
        "6",
        "a script of %d hours under -Xmx512m: peak of the heap after collection, MB"
            .formatted(HOURS),
        peakMb(catalogue.home()),
        "512",
        "%.1f h rendered; an episode of the usual length: %.0f MB; %d episodes: %.0f MB",
        catalogue.hours(),
        peakMb(work.resolve("short")),
        SLOW_EPISODES,
        peakMb(Catalogue.of(work.resolve("many"), SLOW_EPISODES, "kevin16").home()));
  }

  private void parts() throws Exception {
    Catalogue catalogue = Catalogue.of(work.resolve("parts"), 24, "kevin16");
    for (String voice : List.of("kevin16", "rms")) {
      Parts parts = Parts.of(catalogue.home(), voice, Parts::cpuTime);
      Command.of(kaizencast, "--home", catalogue.home()).run();
      Usage encode = Command.onAllCores(encoding(catalogue)).run();
      double tenMinutes = catalogue.hours() * 6;
      double perTen = encode.cpu() / tenMinutes;
      double all = parts.total() / 1e9 + perTen;
      row(
          "7",
          "mastering, warm, CPU s for 10 minutes (" + voice + ")",
          parts.mastering() / 1e9,
          "0.3",
          "speech %.3f s, encoding %.3f s",
          parts.speech() / 1e9,
          perTen);
      row(
          "7",
          "narration, share of render time, % (" + voice + ")",
          100 * parts.narration() / 1e9 / all,
          "5",
          "%.4f s of %.3f s for 10 minutes",
          parts.narration() / 1e9,
          all);
      row(
          "7",
          "tag, transcripts, chapters: share, % (" + voice + ")",
          100 * parts.texts() / 1e9 / all,
          "2",
          "%.4f s for 10 minutes; the picture besides: %.3f s an episode",
          parts.texts() / 1e9,
          parts.picture() / 1e9);
    }
  }

  private Usage rebuilt(Catalogue catalogue, Command build) throws Exception {
    catalogue.forget();
    return build.run();
  }

  /** Jobs that encode what the finished files hold, from samples on disk. */
  private Path encoding(Catalogue catalogue) throws Exception {
    Path folder = Files.createDirectories(catalogue.home().resolve("samples"));
    List<String> decode = new ArrayList<>();
    List<String> encode = new ArrayList<>();
    for (Path mp3 : catalogue.audio()) {
      Path pcm = folder.resolve(mp3.getFileName() + ".pcm");
      String raw = " -f s16le -ar 16000 -ac 1 ";
      decode.add(quiet(ffmpeg) + "-i " + mp3 + raw + pcm);
      encode.add(quiet(ffmpeg) + raw + "-i " + pcm + LAME + pcm + ".mp3");
    }
    Command.onAllCores(lines(folder.resolve("decode"), decode)).run();
    return lines(folder.resolve("encode"), encode);
  }

  /** Jobs that make MP3 files of what is narrated in the catalogue with other programs. */
  private Path pipeline(Catalogue catalogue, String voice, boolean loudnorm) throws Exception {
    Path folder =
        Files.createDirectories(work.resolve("peer-" + voice + (loudnorm ? "-loudnorm" : "")));
    Show show = ShowReader.read(catalogue.home());
    Narrator narrator = new Narrator(List.of());
    List<String> jobs = new ArrayList<>();
    for (Path script : catalogue.scripts()) {
      Path text = folder.resolve(script.getFileName());
      Files.writeString(text, narrated(script, show, narrator));
      Path wav = Path.of(text + ".wav");
      String speak = "flite -voice " + voice + " -f " + text + " -o " + wav + " && ";
      String input = quiet("ffmpeg") + "-i " + wav;
      String mp3 = LAME + text + ".mp3 && rm " + wav;
      String goal = "loudnorm=I=" + TARGET_LUFS + ":TP=-1:LRA=11";
      jobs.add(
          loudnorm
              ? speak
                  + "m=$(ffmpeg -hide_banner -nostdin -i "
                  + wav
                  + " -af "
                  + goal
                  + ":print_format=json -f null - 2>&1 | sed -n"
                  + " 's/.*\"\\(input_[a-z]*\\|target_offset\\)\" : \"\\(.*\\)\".*/\\1=\\2/p' | sed"
                  + " 's/input_i=/measured_I=/;s/input_tp=/measured_TP=/;"
                  + "s/input_lra=/measured_LRA=/;s/input_thresh=/measured_thresh=/;s/target_offset=/offset=/'"
                  + " | paste -sd:) && "
                  + input
                  + " -af "
                  + goal
                  + ":linear=true:$m"
                  + mp3
              : speak + input + mp3);
    }
    return lines(folder.resolve("jobs"), jobs);
  }

  private static String narrated(Path script, Show show, Narrator narrator) throws Exception {
    StringBuilder text = new StringBuilder();
    ScriptFile file = ScriptFile.read("scripts/" + script.getFileName(), script);
    for (SpokenSection section : narrator.narrate(ScriptReader.read(file, show)).sections()) {
      for (SpokenText spoken : section.texts()) {
        text.append(spoken.text()).append('\n');
      }
    }
    return text.toString();
  }

  private static String quiet(String program) {
    return program + " -v error -y -nostdin ";
  }

  private static Path lines(Path file, List<String> jobs) throws IOException {
    return Files.write(file, jobs);
  }

  /** The largest distance from the target among the first ten. */
  private static double furthest(List<Path> mp3s) throws Exception {
    double furthest = 0;
    for (Path mp3 : mp3s.subList(0, Math.min(10, mp3s.size()))) {
      Command measure =
          Command.of(
              "ffmpeg", "-hide_banner", "-nostdin", "-i", mp3, "-af", "ebur128", "-f", "null", "-");
      Matcher said = Pattern.compile("I: +(-?[0-9.]+) LUFS").matcher(measure.errors());
      double lufs = Double.NaN;
      while (said.find()) {
        lufs = Double.parseDouble(said.group(1));
      }
      furthest = Math.max(furthest, Math.abs(lufs - TARGET_LUFS));
    }
    return furthest;
  }

  private static List<Path> mp3s(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".mp3")).sorted().toList();
    }
  }

  /** What is left on the heap after each collection, at most. */
  private double peakMb(Path home) throws Exception {
    Path log = work.resolve("gc.log");
    Command.of(
            JAVA,
            "-Xmx512m",
            "-Xlog:gc:file=" + log,
            kaizencast.subList(1, kaizencast.size()),
            "--home",
            home)
        .run();
    double peak = 0;
    Matcher collection = Pattern.compile("->([0-9]+)M\\(").matcher(Files.readString(log));
    while (collection.find()) {
      peak = Math.max(peak, Double.parseDouble(collection.group(1)));
    }
    return peak;
  }

  private void row(
      String row, String what, double figure, String aim, String measured, Object... values) {
    say(
        "| %s | %s | %.2f | %s | %s |",
        row, what, figure, aim, String.format(Locale.ROOT, measured, values));
  }

  private void say(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    System.out.println(line);
    try {
      Files.writeString(
          Path.of("target", "benchmark.md"),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The slope of the line that fits the logarithms best. */
  private static double slope(List<Integer> sizes, List<Double> values) {
    double n = sizes.size();
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      double x = Math.log(sizes.get(i));
      double y = Math.log(values.get(i));
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
  }

  private static String firstLine(Command command) throws Exception {
    return command.output().lines().findFirst().orElse("").replaceFirst(" Copyright.*", "");
  }

  private static String cpu() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: ", ""))
          .findFirst()
          .orElse("unknown");
    }
  }

  /** Unpacked by a build of one episode. */
  private String bundledFfmpeg(List<String> program) throws Exception {
    Catalogue one = Catalogue.of(work.resolve("one"), 1, "kevin16");
    Command.of(program, "--home", one.home()).run();
    try (Stream<Path> files = Files.list(one.home().resolve(".kaizencast/ffmpeg"))) {
      return files.filter(Files::isExecutable).findFirst().orElseThrow().toString();
    }
  }

  /** What a JVM costs that does nothing. */
  static final class Nothing {
    private Nothing() {}

    public static void main(String[] args) {
      // So.
    }
  }
}
