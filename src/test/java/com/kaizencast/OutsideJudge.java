package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A program nobody here wrote, asked for its opinion. Where it is missing the test is skipped with
 * a message naming the package; with {@code CI=true} it fails.
 */
public record OutsideJudge(String program, String debianPackage) {

  /** What a program said: standard output and error together, and its exit code. */
  public record Verdict(int exitCode, String output) {}

  /** Skips (or, in CI, fails) the calling test if the program is not there. */
  public OutsideJudge required() {
    boolean there =
        Files.isExecutable(Path.of(program))
            || Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    require(there, program + " is missing: apt-get install " + debianPackage);
    return this;
  }

  /** Skips (or, in CI, fails) the calling test unless the condition holds. */
  public static void require(boolean condition, String message) {
    if (!condition && "true".equals(System.getenv("CI"))) {
      fail(message);
    }
    assumeTrue(condition, message);
  }

  /** Runs the program to its end; for programs that answer within a minute or so. */
  public Verdict ask(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verdict(process.waitFor(), output);
  }

  /** Runs the program, expects exit code 0 and returns what it said. */
  public String askOk(String... arguments) throws IOException, InterruptedException {
    Verdict verdict = ask(arguments);
    assertThat(verdict.exitCode()).as("%s said: %s", program, verdict.output()).isZero();
    return verdict.output();
  }
}
