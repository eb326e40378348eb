package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ffmpeg that goes wrong for one episode: that one is kept back, with the reason. */
class BadEncoderIT {

  /** Goes wrong for every recording longer than this; 16-bit samples at 16 kHz. */
  private static final int LONG_BYTES = 9 * 2 * 16_000;

  @TempDir Path folder;

  private TestHome home;
  private Path stand;

  @BeforeEach
  void show() throws Exception {
    new OutsideJudge("ffmpeg", "ffmpeg").required();
    stand = folder.resolve("ffmpeg");
    home = new TestHome(Files.createDirectory(folder.resolve("home")));
    home.show().episode("2024-03-01", "old", "Old");
    standIn("exec ffmpeg \"$@\" < $in");
    home.run("--ffmpeg", stand.toString()).expect(0);
  }

  /** {@code $in} are the samples, {@code $out} the file to be made. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exit 0 with nothing      | exit 0                                     | there is no audio",
        "crash                    | kill -SEGV $$                              | exit code 139",
        "say why it ends          | echo no space in this ffmpeg >&2; exit 9   | no space in this",
        "write garbage            | head -c 60000 /dev/urandom > \"$out\"        | broken file",
        "write half and end well  | ffmpeg \"$@\" < $in; truncate -s 9000 \"$out\" | ",
        "write half and crash     | ffmpeg \"$@\" < $in; truncate -s 9000 \"$out\"; exit 1 | code"
            + " 1",
        "write another length     | head -c 40000 $in > $in.cut; ffmpeg \"$@\" < $in.cut | another"
            + " length",
        "write an empty file      | : > \"$out\"                                 | there is no"
            + " audio",
        "write another kind       | ffmpeg -f s16le -ar 16000 -ac 1 -i $in -b:a 128k -f mp3 -y"
            + " \"$out\" | ",
      })
  void keepsItsEpisodeBackAndPublishesTheOthers(String name, String behaviour, String reason)
      throws Exception {
    change(behaviour);

    Result result = home.run("--ffmpeg", stand.toString());

    assertThat(result.exitCode()).as("%s: %s", name, result.err()).isEqualTo(3);
    assertThat(result.err())
        .contains("scripts/2024-03-08-long.md:1:1: ffmpeg")
        .contains(reason == null ? "ffmpeg" : reason)
        .doesNotContain("\tat ");
    assertThat(home.assertFeedHolds().items()).hasSize(2);
    mend();
  }

  /** The watchdog waits for half a minute, and each episode has three tries. */
  @Test
  void oneThatHangsIsStopped() throws Exception {
    assumeTrue(Boolean.getBoolean("faults.long"), "takes two minutes: -Pfaults");
    change("sleep 600");

    Result result = home.run("--ffmpeg", stand.toString()).expect(3);

    assertThat(result.err()).contains("2024-03-08-long.md:1:1", "nothing moved for 30 s");
    assertThat(home.assertFeedHolds().items()).hasSize(2);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    mend();
  }

  @Test
  void oneThatFailsForAllLeavesTheOldFeed() throws Exception {
    Map<String, String> before = Outputs.of(home.root());
    home.episode("2024-03-02", "short", "Short");
    standIn("echo no more >&2; exit 1");

    Result result = home.run("--ffmpeg", stand.toString()).expect(1);

    assertThat(result.err()).contains("nothing was published", "ffmpeg", "no more");
    assertThat(Outputs.of(home.root())).isEqualTo(before);
    home.assertFeedHolds();
  }

  private void change(String behaviour) throws Exception {
    home.episode("2024-03-02", "short", "Short");
    home.file(
        "scripts/2024-03-08-long.md",
        "---\ntitle: Long\n---\n" + "This is said again and again. ".repeat(6) + "\n");
    standIn(
        "if [ $(stat -c %s $in) -gt "
            + LONG_BYTES
            + " ]; then "
            + behaviour
            + "; exit $?; fi; exec ffmpeg \"$@\" < $in");
  }

  private void mend() throws Exception {
    standIn("exec ffmpeg \"$@\" < $in");
    home.run("--ffmpeg", stand.toString()).expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(3);
  }

  private void standIn(String behaviour) throws Exception {
    Files.writeString(
        stand,
        """
        #!/bin/sh
        in=$0.$$
        trap 'rm -f $in' EXIT
        cat > $in
        for last; do :; done
        out=${last#file:}
        %s
        """
            .formatted(behaviour.replace("exec ffmpeg", "ffmpeg")));
    Files.setPosixFilePermissions(stand, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
