package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the voice is given for each episode of the show, against what was read and found right.
 * {@code -Dgolden.update=true} writes it anew, for somebody to read before it is committed.
 */
class ShowNarrationTest {

  private static final Path SCRIPTS = Path.of("scripts");
  private static final Path SPOKEN = Path.of("src/test/resources/narration/scripts");

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.filter(file -> !file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isReadAsItWasFoundRight(Path script) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Cli.run(
            new String[] {"narrate", script.toString()},
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of());
    assertThat(code).as(err.toString(UTF_8)).isZero();
    Path spoken = SPOKEN.resolve(script.getFileName() + ".spoken");
    if (Boolean.getBoolean("golden.update") && !"true".equals(System.getenv("CI"))) {
      Files.createDirectories(SPOKEN);
      Files.writeString(spoken, out.toString(UTF_8));
    }

    assertThat(out.toString(UTF_8)).isEqualTo(Files.readString(spoken));
  }

  @Test
  void nothingIsUnpaired() throws Exception {
    Set<String> expected =
        scripts().stream().map(s -> s.getFileName() + ".spoken").collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(SPOKEN)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
