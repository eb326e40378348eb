package com.kaizencast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line that is run and measured by the shell: its own time and that of its children. */
record Command(List<String> words) {

  /** What the last command said. */
  static final Path OUT = Path.of("target", "benchmark.out");

  private static final Path ERR = Path.of("target", "benchmark.err");
  private static final Path TIME = Path.of("target", "benchmark.time");

  /** Seconds by the clock, and of processors, the system's part included. */
  record Usage(double wall, double cpu) {}

  static Command of(Object... words) {
    List<String> all = new ArrayList<>();
    for (Object word : words) {
      if (word instanceof List<?> several) {
        several.forEach(one -> all.add(one.toString()));
      } else {
        all.add(word.toString());
      }
    }
    return new Command(all);
  }

  /** A line for each job, run by xargs, as many at a time as there are cores. */
  static Command onAllCores(Path jobs) {
    return of(
        "xargs",
        "-P",
        Runtime.getRuntime().availableProcessors(),
        "-d",
        "\\n",
        "-n",
        1,
        "-a",
        jobs,
        "sh",
        "-c",
        "eval \"$0\"");
  }

  /** Its output, or the end of the benchmark. */
  String output() throws IOException, InterruptedException {
    run();
    return Files.readString(OUT);
  }

  Usage run() throws IOException, InterruptedException {
    List<String> timed =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%R %U %S'; out=$1; err=$2; shift 2; time \"$@\" >\"$out\" 2>\"$err\"",
                "bash",
                OUT.toString(),
                ERR.toString()));
    timed.addAll(words);
    Process process = new ProcessBuilder(timed).redirectError(TIME.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          String.join(" ", words) + "\n" + Files.readString(OUT) + Files.readString(ERR));
    }
    String[] times = Files.readString(TIME).strip().split(" ");
    return new Usage(
        Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
  }

  /** What it said on standard error when it last ran. */
  String errors() throws IOException, InterruptedException {
    run();
    return Files.readString(ERR);
  }
}
