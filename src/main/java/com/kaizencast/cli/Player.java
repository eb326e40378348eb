package com.kaizencast.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program of this machine that plays MP3 files. */
final class Player {

  /** In the order of preference, with what makes them play and end. */
  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "afplay", List.of(),
          "mpv", List.of("--no-video", "--really-quiet"),
          "ffplay", List.of("-nodisp", "-autoexit", "-loglevel", "error"),
          "mpg123", List.of("-q"),
          "cvlc", List.of("--play-and-exit", "--quiet"),
          "play", List.of("-q"));

  private static final List<String> NAMES =
      List.of("afplay", "mpv", "ffplay", "mpg123", "cvlc", "play");

  private Player() {}

  /** Plays a file to its end; returns what kept it from that, or null. */
  static @Nullable String play(Path audio) throws IOException, InterruptedException {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : NAMES) {
      boolean there =
          Stream.of(path.split(File.pathSeparator, -1))
              .filter(folder -> !folder.isEmpty())
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
      if (there) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(ARGUMENTS.getOrDefault(name, List.of()));
        command.add(audio.toString());
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        return code == 0 ? null : name + " ended with " + code;
      }
    }
    return "no player was found; install one of " + String.join(", ", NAMES);
  }
}
