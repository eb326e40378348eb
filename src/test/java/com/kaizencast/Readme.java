package com.kaizencast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that the README shows, the lines of its shell blocks. */
final class Readme {

  private Readme() {}

  static List<String> commands() throws IOException {
    return commandsOf(text());
  }

  /** Those of one section, in their order. */
  static List<String> commandsUnder(String heading) throws IOException {
    String from = text().split("(?m)^## " + Pattern.quote(heading) + "\n", 2)[1];
    return commandsOf(from.split("(?m)^## ", 2)[0]);
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static List<String> commandsOf(String text) {
    Matcher blocks = Pattern.compile("(?ms)^```sh\n(.*?)^```").matcher(text);
    List<String> commands = new ArrayList<>();
    while (blocks.find()) {
      commands.addAll(blocks.group(1).lines().toList());
    }
    return commands;
  }
}
