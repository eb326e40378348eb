package com.kaizencast.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.audio.Loudness;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an ffmpeg for what it says: its version, or how loud a file is. */
final class Probe {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Pattern LOUDNESS =
      Pattern.compile("(?s).*\\bI:\\s+(-?[0-9.]+|-inf) LUFS.*\\bPeak:\\s+(-?[0-9.]+|-inf) dBFS.*");

  private final Path program;

  Probe(Path program) {
    this.program = program;
  }

  /** The first line of what it says of itself. */
  String version() throws ToolException, IOException, InterruptedException {
    return said(List.of("-version")).lines().findFirst().orElse("");
  }

  /** By its own filter for EBU R 128, at 48 kHz. */
  Loudness loudness(Path file) throws ToolException, IOException, InterruptedException {
    String said =
        said(
            List.of(
                "-hide_banner",
                "-nostdin",
                "-nostats",
                "-i",
                Ffmpeg.outputArgument(file.toAbsolutePath()),
                "-map",
                "0:a:0",
                "-af",
                "aresample=48000,ebur128=peak=true:framelog=verbose",
                "-f",
                "null",
                "-"));
    Matcher values = LOUDNESS.matcher(said);
    if (!values.matches()) {
      throw Ffmpeg.failure("does not tell how loud " + file + " is", "", null);
    }
    return new Loudness(number(values.group(1)), number(values.group(2)));
  }

  private static double number(String text) {
    return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
  }

  private String said(List<String> arguments)
      throws ToolException, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    Path log = Files.createTempFile("kaizencast", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw Ffmpeg.failure("does not end", "", null);
        }
      } finally {
        process.destroyForcibly();
      }
      String said = new String(Files.readAllBytes(log), UTF_8);
      if (process.exitValue() != 0) {
        String end = said.substring(Math.max(0, said.length() - 1000)).strip();
        throw Ffmpeg.failure("ended with exit code " + process.exitValue(), end, null);
      }
      return said;
    } finally {
      Files.deleteIfExists(log);
    }
  }
}
