package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that may not be written to. Root may write anywhere, so the jar runs as another user. */
class ReadOnlyIT {

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final String NOBODY = "65534";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"audio", "feed"})
  void readOnlyOutputFailsAndLeavesTheOldFeed(String output) throws Exception {
    TestHome home = new TestHome(folder).show().episode("2024-03-08", "first", "First steps");
    own();
    assertThat(run().exitCode()).isZero();
    List<String> before = new ArrayList<>(home.published().values());
    home.episode("2024-03-22", "second", "Second thoughts");
    own();
    Files.setPosixFilePermissions(
        folder.resolve(output), PosixFilePermissions.fromString("r-xr-xr-x"));

    OutsideJudge.Verdict verdict = run();

    Files.setPosixFilePermissions(
        folder.resolve(output), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(verdict.exitCode()).as(verdict.output()).isEqualTo(1);
    assertThat(verdict.output())
        .contains("failed, nothing was published", folder.resolve(output).toString())
        .doesNotContain("\tat ");
    assertThat(home.published().values()).containsAll(before);
    assertThat(home.assertFeedHolds().items()).hasSize(1);
    assertThat(run().exitCode()).isZero();
    assertThat(home.assertFeedHolds().items()).hasSize(2);
  }

  @Test
  void unwritableHomeSaysSo() throws Exception {
    new TestHome(folder).show().episode("2024-03-08", "first", "First steps");
    own();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

    OutsideJudge.Verdict verdict = run();

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.output()).contains(folder.toString()).doesNotContain("\tat ");
  }

  /** Gives the folder to the user that the jar runs as. */
  private void own() throws Exception {
    if (ROOT) {
      new OutsideJudge("chown", "coreutils").askOk("-R", NOBODY, folder.toString());
    }
  }

  private OutsideJudge.Verdict run() throws Exception {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", Path.of("target/kaizencast.jar").toAbsolutePath().toString()));
    command.addAll(List.of("--home", folder.toString()));
    return new OutsideJudge(command.get(0), "util-linux")
        .ask(command.subList(1, command.size()).toArray(String[]::new));
  }
}
