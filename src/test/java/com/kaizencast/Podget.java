package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Debian's podget, a program that subscribes to podcasts. */
final class Podget {

  private Podget() {}

  /**
   * Subscribes to a feed and loads all that is new in it.
   *
   * @param folder for its settings and what it loads
   * @return the folder that holds what it has loaded
   */
  static Path subscribe(String feed, Path folder) throws Exception {
    OutsideJudge podget = new OutsideJudge("podget", "podget").required();
    Path settings = folder.resolve("settings");
    Path library = Files.createDirectories(folder.resolve("library"));
    // It says that it has made its settings and leaves with 1.
    podget.ask("--dir_config", settings.toString(), "--create-config", "podgetrc");
    Files.writeString(settings.resolve("serverlist"), feed + " news Test\n");
    Files.writeString(
        settings.resolve("podgetrc"),
        """
        DIR_SESSION=%1$s/session
        DIR_LIBRARY=%1$s/library
        DIR_LOG=%1$s/log
        MIN_SPACE=0
        NO_PLAYLIST=1
        """
            .formatted(folder),
        StandardOpenOption.APPEND);
    OutsideJudge.Verdict verdict =
        podget.ask("--dir_config", settings.toString(), "--config", "podgetrc", "-v");
    assertThat(verdict.exitCode()).as(verdict.output()).isZero();
    return library;
  }
}
