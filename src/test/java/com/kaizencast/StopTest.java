package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.batch.JobHistory;
import com.kaizencast.batch.PastRun;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a real process. */
class StopTest {

  private static final int EPISODES = 8;

  @TempDir static Path elsewhere;
  private static Map<String, String> undisturbed;

  @TempDir Path root;
  TestHome home;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    TestHome home = show(elsewhere);
    home.run().expect(0);
    undisturbed = contents(home);
  }

  @BeforeEach
  void home() throws Exception {
    home = show(root);
  }

  private static TestHome show(Path folder) throws Exception {
    TestHome show = new TestHome(folder).show();
    for (int number = 1; number <= EPISODES; number++) {
      show.episode(String.format("2024-03-%02d", number), "episode-" + number, "Episode " + number);
    }
    return show;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aSignalEndsTheRunInGoodOrder(String signal) throws Exception {
    Process process = start();
    String said = readUntil(process, "] rendered ");
    send(signal, process);
    said += new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    String summary = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(4);
    assertThat(summary).contains("stopped as asked").doesNotContain(" " + EPISODES + " rendered");
    assertThat(root.resolve("feed/feed.xml")).doesNotExist();
    assertThat(root.resolve(".kaizencast/temp")).isEmptyDirectory();
    assertThat(JobHistory.read(root, 9)).extracting(PastRun::status).containsExactly("STOPPED");

    long done = said.lines().filter(line -> line.contains("] rendered ")).count();
    assertThat(home.run().expect(0).out()).contains((EPISODES - done) + " rendered");
    assertThat(JobHistory.read(root, 9))
        .extracting(run -> run.number() + "." + run.attempt() + " " + run.status())
        .containsExactly("1.2 COMPLETED", "1.1 STOPPED");
    assertThat(contents(home)).isEqualTo(undisturbed);
  }

  @Test
  void whatTakesTooLongIsCutOffAndLeavesNothing() throws Exception {
    Path hanging = root.resolve("hanging");
    Path mark = root.resolve("mark");
    Files.writeString(hanging, "#!/bin/sh\necho $$ >> " + mark + "\nexec sleep 1000\n");
    assertThat(hanging.toFile().setExecutable(true)).isTrue();
    Process process = start("--ffmpeg", hanging.toString(), "--grace", "1");
    while (!Files.exists(mark) || Files.size(mark) == 0) {
      Thread.sleep(20);
    }

    send("TERM", process);

    assertThat(process.waitFor()).isEqualTo(4);
    assertThat(root.resolve(".kaizencast/temp")).isEmptyDirectory();
    for (String pid : Files.readAllLines(mark)) {
      assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
    }
    assertThat(JobHistory.read(root, 9)).extracting(PastRun::status).containsExactly("STOPPED");
  }

  @Test
  void aKilledRunIsRecoveredAndRestarted() throws Exception {
    Process process = start();
    String said = readUntil(process, "] rendered ");
    process.destroyForcibly().waitFor();

    assertThat(home.run().expect(0).out()).doesNotContain(" " + EPISODES + " rendered");
    assertThat(said).contains("rendered");
    assertThat(JobHistory.read(root, 9))
        .extracting(run -> run.number() + "." + run.attempt() + " " + run.status())
        .containsExactly("1.2 COMPLETED", "1.1 FAILED");
    assertThat(contents(home)).isEqualTo(undisturbed);
  }

  private Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Kaizencast.class.getName(),
                "--home",
                root.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SOURCE_DATE_EPOCH", "1717200000");
    return builder.start();
  }

  private static String readUntil(Process process, String part) throws Exception {
    StringBuilder said = new StringBuilder();
    BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains(part)) {
        break;
      }
    }
    // What the reader holds already would be lost to whoever reads on.
    while (lines.ready()) {
      said.append(lines.readLine()).append('\n');
    }
    return said.toString();
  }

  private static void send(String signal, Process process) throws Exception {
    new OutsideJudge("kill", "procps").askOk("-s", signal, Long.toString(process.pid()));
  }

  private static Map<String, String> contents(TestHome home) throws Exception {
    Map<String, String> published = new TreeMap<>(home.published());
    published.replaceAll((file, state) -> state.substring(0, 64));
    return published;
  }
}
