package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, or that may not be written to any more: the old output is what there is. */
class FullDiskIT {

  private static final boolean LONG = Boolean.getBoolean("faults.long");
  private static final int KIB = 1024;

  @TempDir Path folder;

  private final List<Path> mounts = new ArrayList<>();
  private TestHome home;
  private Map<String, String> before;
  private Path saved;

  /** A published show on a disk of its own, with something new to render. */
  @BeforeEach
  void show() throws Exception {
    Path root = mount(folder.resolve("disk"), "-t", "tmpfs", "-o", "size=200m", "tmpfs");
    home = new TestHome(root);
    ChangingShow show = new ChangingShow(home, 1, 3);
    home.run().expect(0);
    before = Outputs.of(root);
    saved = Files.createDirectory(folder.resolve("saved"));
    for (String tree : List.of("audio", "feed", ".kaizencast")) {
      Outputs.mirror(root.resolve(tree), saved.resolve(tree));
    }
    home.at("2024-06-02T03:00:00Z");
    for (int i = 0; i < 2; i++) {
      home.episode("2024-05-0" + (i + 1), "fresh-" + i, "Fresh " + i);
    }
    assertThat(show.size()).isEqualTo(3);
  }

  @AfterEach
  void unmount() throws Exception {
    for (int i = mounts.size() - 1; i >= 0; i--) {
      new OutsideJudge("umount", "mount").ask("-l", mounts.get(i).toString());
    }
  }

  /** A run that can tell beforehand does not begin. */
  @Test
  void aRunWithoutRoomDoesNotBegin() throws Exception {
    Path ballast = fillUpTo(64 * KIB);

    Result result = home.run().expect(1);

    Files.delete(ballast);
    assertThat(result.err()).contains("nothing was published").doesNotContain("\tat ");
    assertOldOutput(result.err());
    home.run().expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(5);
  }

  /**
   * Somebody else fills it while episodes are rendered; the room that is left is for some stages.
   */
  @Test
  void whereverTheDiskIsFullTheOldOutputStays() throws Exception {
    new OutsideJudge("ffmpeg", "ffmpeg").required();
    int failed = 0;
    int tried = 0;
    for (int room = 0; ; room = room * 3 / 2 + (LONG ? 8 : 120)) {
      Path ballast = home.root().resolve("ballast");
      Path encoder =
          encoderThat(
              "dd if=/dev/zero of=%3$s oflag=append conv=notrunc bs=1K count=$((($(df -B1 --output=avail %1$s | tail -1) - %2$d) / 1024)) 2>/dev/null || true"
                  .formatted(home.root(), room * KIB, ballast));
      Result result = home.run("--ffmpeg", encoder.toString());
      tried++;
      assertThat(ballast).exists();
      Files.delete(ballast);
      if (result.exitCode() == 0) {
        break;
      }
      failed++;
      String as = "with " + room + " KiB: " + result.err();
      // Where some episodes found room, those are published.
      assertThat(result.exitCode()).as(as).isIn(1, 3);
      assertThat(result.err()).as(as).doesNotContain("\tat ");
      home.assertFeedHolds();
      if (result.exitCode() == 1) {
        assertThat(result.err()).as(as).contains("nothing was published");
        assertOldOutput(as);
      }
      again();
    }
    assertThat(failed).isPositive();
    assertThat(home.assertFeedHolds().items()).hasSize(5);
    System.out.printf("%d full disks in %d runs%n", failed, tried);
  }

  /** As after an error of the disk: the system allows no more writing, in the middle of a run. */
  @ParameterizedTest
  @ValueSource(strings = {"feed", "audio", "feed/episodes", ".kaizencast/rendered"})
  void aDiskThatTurnsReadOnlyLeavesTheOldOutput(String output) throws Exception {
    new OutsideJudge("ffmpeg", "ffmpeg").required();
    Path target = home.root().resolve(output);
    Files.createDirectories(target);
    Path encoder =
        encoderThatOnce(
            "mount --bind %1$s %1$s && mount -o remount,bind,ro %1$s".formatted(target));
    mounts.add(target);

    Result result = home.run("--ffmpeg", encoder.toString()).expect(1);

    assertThat(result.err()).contains("nothing was published").doesNotContain("\tat ");
    assertThat(Outputs.of(home.root())).containsAllEntriesOf(before);
    assertThat(home.assertFeedHolds().items()).hasSize(3);
    new OutsideJudge("umount", "mount").askOk(target.toString());
    home.run("--ffmpeg", encoder.toString()).expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(5);
  }

  @Test
  void aReadOnlyOutputLeavesTheOldOne() throws Exception {
    for (String output : List.of("audio", "feed", ".kaizencast", "feed/episodes")) {
      Path target = home.root().resolve(output);
      mount(target, "--bind", target.toString());
      new OutsideJudge("mount", "mount").askOk("-o", "remount,bind,ro", target.toString());

      Result result = home.run();

      assertThat(result.exitCode()).as("%s: %s", output, result.err()).isEqualTo(1);
      assertThat(result.err()).as(output).contains("nothing was published").doesNotContain("\tat ");
      assertThat(Outputs.of(home.root())).as(output).containsAllEntriesOf(before);
      assertThat(home.assertFeedHolds().items()).as(output).hasSize(3);
      new OutsideJudge("umount", "mount").askOk(target.toString());
      mounts.remove(target);
    }
    home.run().expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(5);
  }

  private void assertOldOutput(String as) throws Exception {
    assertThat(Outputs.of(home.root())).as(as).containsAllEntriesOf(before);
    assertThat(home.assertFeedHolds().items()).as(as).hasSize(3);
  }

  /** Back to what was there before; nothing that was rendered meanwhile is found again. */
  private void again() throws IOException {
    for (String folder : List.of("audio", "feed", ".kaizencast")) {
      Outputs.mirror(saved.resolve(folder), home.root().resolve(folder));
    }
  }

  /** An ffmpeg that does something else first, the first time it is called. */
  private Path encoderThatOnce(String does) throws IOException {
    Path done = folder.resolve("done");
    Files.deleteIfExists(done);
    return encoderThat("if mkdir %s; then %s; fi".formatted(done, does));
  }

  private Path encoderThat(String does) throws IOException {
    Path encoder = folder.resolve("ffmpeg");
    Files.writeString(
        encoder, "#!/bin/sh\n(%s) >/dev/null 2>&1\nexec ffmpeg \"$@\"\n".formatted(does));
    Files.setPosixFilePermissions(encoder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return encoder;
  }

  /** Leaves so many bytes on the disk. */
  private Path fillUpTo(long room) throws Exception {
    Path ballast = home.root().resolve("ballast");
    long size = Files.getFileStore(home.root()).getUsableSpace() - room;
    new OutsideJudge("fallocate", "util-linux").askOk("-l", Long.toString(size), ballast + "");
    return ballast;
  }

  /** Mounts, or skips the test where that is not allowed. */
  private Path mount(Path target, String... arguments) throws Exception {
    Files.createDirectories(target);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(target.toString());
    OutsideJudge.Verdict verdict =
        new OutsideJudge("mount", "mount").ask(all.toArray(String[]::new));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        verdict.exitCode() == 0, "only root may mount: " + verdict.output());
    mounts.add(target);
    return target;
  }
}
