package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program as a host's scheduler starts it: its jar, in a process of its own. */
final class Jar {

  static final Path FILE = Path.of("target/kaizencast.jar").toAbsolutePath();

  /** How a process ends that was killed, or ended by SIGTERM without saying anything. */
  static final int KILLED = 128 + 9;

  /** Start-up counts here, long runs do not. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static @Nullable Path unpacked;

  private static final long PATIENCE_MINUTES = 8;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private List<String> wrapper = List.of();
  private List<String> options = QUICK;
  private Path file = FILE;

  Jar(Path home) {
    this.home = home;
  }

  /** Fixes the time of the runs. */
  Jar at(Instant instant) {
    return with("SOURCE_DATE_EPOCH", Long.toString(instant.getEpochSecond()));
  }

  Jar with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What stands before {@code java}. */
  Jar under(String... command) {
    wrapper = List.of(command);
    return this;
  }

  /** What stands between {@code java} and {@code -jar}. */
  Jar options(String... ofJava) {
    options = List.of(ofJava);
    return this;
  }

  /**
   * The same program, unpacked by the tool within the jar and with an archive of its classes: it
   * starts in a third of the time, so that more of a run's time is work.
   */
  Jar quick() throws Exception {
    Path folder = unpacked();
    file = folder.resolve(FILE.getFileName());
    options =
        Stream.concat(
                QUICK.stream(),
                Stream.of("-Xlog:disable", "-XX:SharedArchiveFile=" + folder.resolve("classes")))
            .toList();
    return this;
  }

  private static synchronized Path unpacked() throws Exception {
    if (unpacked == null) {
      Path folder = Files.createTempDirectory("unpacked");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Outputs.deleteQuietly(folder)));
      Path home = Files.createDirectory(folder.resolve("home"));
      new TestHome(home).show().episode("2024-01-01", "first", "First");
      Jar tool = new Jar(home).options("-Djarmode=tools");
      Jar trained = new Jar(home);
      trained.file = folder.resolve(FILE.getFileName());
      trained.options =
          Stream.concat(
                  QUICK.stream(),
                  Stream.of(
                      "-Xlog:disable", "-XX:ArchiveClassesAtExit=" + folder.resolve("classes")))
              .toList();
      tool.start(List.of("extract", "--force", "--destination", folder.toString()))
          .await()
          .expect(0);
      trained.run().expect(0);
      unpacked = folder;
    }
    return unpacked;
  }

  Result run(String... arguments) throws Exception {
    return start(arguments).await();
  }

  /** Starts a command of the program in the home folder. */
  Running start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(arguments));
    return start(all);
  }

  private Running start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", file.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Path out = Files.createTempFile("jar", ".out");
    Path err = Files.createTempFile("jar", ".err");
    Process process =
        builder
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  /** A run that may be at work. */
  record Running(Process process, Path out, Path err) {

    /** Waits for its end. */
    Result await() throws IOException, InterruptedException {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      Result result = new Result(process.exitValue(), text(out), said());
      assertThat(ended).as("it ended by itself; err: %s", result.err()).isTrue();
      Files.delete(out);
      Files.delete(err);
      return result;
    }

    /** What it has said so far. */
    String said() throws IOException {
      return text(err);
    }

    /** Waits until it has said this, or has ended. */
    Running awaitSaying(String text) throws IOException, InterruptedException {
      while (process.isAlive() && !said().contains(text)) {
        Thread.sleep(2);
      }
      return this;
    }

    /** Waits until it has had so much of a processor, or has ended: a busy machine delays it. */
    Running awaitCpuMillis(long millis) throws InterruptedException {
      while (process.isAlive() && cpuMillis() < millis) {
        Thread.sleep(2);
      }
      return this;
    }

    /** Of itself, not of what it has started; 0 once it has ended. */
    long cpuMillis() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    /** SIGKILL; what it has started lives on for a moment, as in real life. */
    Result kill() throws IOException, InterruptedException {
      process.destroyForcibly();
      return await();
    }

    /** SIGTERM. */
    Result terminate() throws IOException, InterruptedException {
      process.destroy();
      return await();
    }

    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
  }
}
