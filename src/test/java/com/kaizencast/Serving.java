package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code serve} at work, as a process of its own. */
public final class Serving implements AutoCloseable {

  private final Process process;
  private final Path err;
  private final URI page;
  private final URI feed;

  private Serving(Process process, Path err, URI page, URI feed) {
    this.process = process;
    this.err = err;
    this.page = page;
    this.feed = feed;
  }

  /** Serves a home on a free port. */
  public static Serving home(Path home, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    return start(program(home, List.of(), arguments));
  }

  /** The program as it has been compiled for this test, at the time of {@link TestHome}. */
  static ProcessBuilder program(Path home, List<String> optionsOfJava, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(optionsOfJava);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Kaizencast.class.getName(), "--home", home.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SOURCE_DATE_EPOCH", "1717200000");
    return builder;
  }

  /** Starts a command that serves, and waits until it has said where. */
  static Serving start(ProcessBuilder command) throws IOException {
    Path err = Files.createTempFile("serving", ".err");
    Process process = command.redirectError(err.toFile()).start();
    BufferedReader out = process.inputReader(UTF_8);
    String page = out.readLine();
    String feed = out.readLine();
    assertThat(page).as(() -> said(err)).startsWith("page: ");
    return new Serving(
        process,
        err,
        URI.create(page.replaceFirst("page: ", "")),
        URI.create(feed.replaceFirst("feed: ", "")));
  }

  public URI page() {
    return page;
  }

  public URI feed() {
    return feed;
  }

  /** What it has said on standard error so far: requests, builds, warnings. */
  public String said() {
    return said(err);
  }

  private static String said(Path err) {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** SIGTERM; returns the exit code. */
  public int terminate() throws InterruptedException {
    process.toHandle().destroy();
    return process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(err);
  }
}
