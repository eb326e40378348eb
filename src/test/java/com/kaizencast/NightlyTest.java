package com.kaizencast;

import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import com.kaizencast.batch.JobHistory;
import com.kaizencast.batch.PastRun;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the nights bring: kills, damage, retired files, repairs. */
class NightlyTest {

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show();
    home.episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
  }

  @Test
  void aRunKilledBetweenLedgerAndFeedIsFinishedAsItWouldHaveBeen() throws Exception {
    home.run().expect(0);
    byte[] oldFeed = Files.readAllBytes(root.resolve("feed/feed.xml"));
    home.episode("2024-04-05", "third-time", "Third time")
        .at("2024-06-02T00:00:00Z")
        .run()
        .expect(0);
    Map<String, String> undisturbed = contents();
    // The ledger is new and the feed is the old one, as if the run had been killed between the two.
    Files.write(root.resolve("feed/feed.xml"), oldFeed);

    Result next = home.at("2024-06-03T00:00:00Z").run().expect(0);

    assertThat(next.out()).contains("0 rendered");
    assertThat(contents()).isEqualTo(undisturbed);
    assertThat(text(home.feed().getDocumentElement(), "lastBuildDate"))
        .isEqualTo("Sun, 02 Jun 2024 00:00:00 GMT");
  }

  @Test
  void aDamagedFeedIsRestoredWithoutANewDate() throws Exception {
    home.run().expect(0);
    Map<String, String> undamaged = contents();
    home.file("feed/feed.xml", "<rss>");

    home.at("2024-06-03T00:00:00Z").run().expect(0);

    assertThat(contents()).isEqualTo(undamaged);
  }

  @Test
  void filesOfARunThatWasKilledGo() throws Exception {
    home.run().expect(0);
    Map<String, String> before = contents();
    home.file("audio/2024-03-08-first-steps.01234567.mp3", "never published")
        .file("feed/episodes/2024-03-08-first-steps.01234567.vtt", "never published")
        .file("feed/cover.01234567.png", "never published")
        .file("feed/feed-2.xml", "of a longer feed")
        .file("feed/.feed.xml.part", "half")
        .file(".kaizencast/temp/encoded1.part", "half")
        .file(".kaizencast/ffmpeg/ffmpeg123.part", "half")
        .file("audio/jingle.mp3", "the host's own")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.file("scripts/show.yaml", TestHome.SHOW + "# a comment\n");

    home.run().expect(0);

    assertThat(root.resolve("audio/jingle.mp3")).hasContent("the host's own");
    Files.delete(root.resolve("audio/jingle.mp3"));
    assertThat(contents()).isEqualTo(before);
    assertThat(root.resolve(".kaizencast/temp")).isEmptyDirectory();
    assertThat(root.resolve(".kaizencast/ffmpeg/ffmpeg123.part")).doesNotExist();
  }

  @Test
  void retiredFilesStayAsLongAsTheShowSaysAndThenGoThoughNothingElseChanges() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "nightly: {keep-audio: 3}\n").run().expect(0);
    Path old = home.audio(home.items().get(0));
    home.file("scripts/2024-03-22-second-thoughts.md", "---\ntitle: Other\n---\nOther words.\n");
    home.at("2024-06-02T00:00:00Z").run().expect(0);
    assertThat(home.audio(home.items().get(0))).isNotEqualTo(old);

    home.at("2024-06-04T23:59:59Z").run().expect(0);
    assertThat(old).exists();

    home.at("2024-06-05T00:00:00Z").run().expect(0);
    assertThat(old).doesNotExist();
    assertThat(ledger().retired()).isEmpty();
    home.assertFeedHolds();
  }

  @Test
  void aLostLedgerKeepsWhatListenersMayBeLoading() throws Exception {
    home.run().expect(0);
    home.file("audio/2024-03-08-first-steps.01234567.mp3", "retired some days ago");
    home.delete("feed/ledger.json").at("2024-06-02T00:00:00Z").run().expect(0);

    assertThat(root.resolve("audio/2024-03-08-first-steps.01234567.mp3")).exists();

    home.at("2024-06-09T00:00:00Z").run().expect(0);
    assertThat(root.resolve("audio/2024-03-08-first-steps.01234567.mp3")).doesNotExist();
  }

  @Test
  void audioAlteredInItsOldLengthIsFoundOnRequestAndRenderedToTheSameBytes() throws Exception {
    home.run().expect(0);
    Map<String, String> before = contents();
    alter(home.audio(home.items().get(0)));

    assertThat(home.run().expect(0).out()).contains("0 rendered");
    assertThat(contents()).isNotEqualTo(before);

    assertThat(home.run("--verify").expect(0).out()).contains("1 rendered", "(unchanged)");
    assertThat(contents()).isEqualTo(before);
    assertThat(home.run("build", "--verify").expect(0).out()).contains("0 rendered");
  }

  @Test
  void alteredTranscriptsAndCoversAreMadeAgainWhenVerificationIsDue() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "nightly: {verify: 10}\n").run().expect(0);
    Map<String, String> before = contents();
    for (String file : before.keySet()) {
      if (file.endsWith(".srt") || file.startsWith("feed/cover.")) {
        alter(root.resolve(file));
      }
    }

    home.at("2024-06-10T23:59:59Z").run().expect(0);
    assertThat(contents()).isNotEqualTo(before);

    assertThat(home.at("2024-06-11T00:00:00Z").run().expect(0).out()).contains("2 rendered");
    assertThat(contents()).isEqualTo(before);
    assertThat(home.at("2024-06-12T00:00:00Z").run().expect(0).out()).contains("0 rendered");
  }

  @Test
  void aLedgerThatIsNoneIsRebuilt() throws Exception {
    home.run().expect(0);
    String guid = text(home.items().get(0), "guid");
    for (String damaged : List.of("", "null", "{\"entries\": 7}")) {
      home.file("feed/ledger.json", damaged).run().expect(0);

      assertThat(ledger().entries()).as(damaged).hasSize(2);
      assertThat(text(home.assertFeedHolds().items().get(0), "guid")).isEqualTo(guid);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void aDamagedJobRepositoryStopsNobody(double from) throws Exception {
    home.run().expect(0);
    Path file = root.resolve(".kaizencast/jobs.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    new Random(1).nextBytes(bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), (long) (from * bytes.length));
    }
    home.episode("2024-04-05", "third-time", "Third time");

    Result result = home.run().expect(0);

    assertThat(result.out()).contains("1 rendered");
    assertThat(home.assertFeedHolds().items()).hasSize(3);
    // H2 may find an older state that is whole; if not, the file is kept aside for who wants it.
    assertThat(root.resolve(".kaizencast/jobs.damaged.mv.db").toFile().exists())
        .isEqualTo(result.err().contains("warning: the job repository"));
    assertThat(JobHistory.read(root, 1)).extracting(PastRun::status).containsExactly("COMPLETED");
  }

  @Test
  void theHistoryHoldsTheLastRuns() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "nightly: {history: 2}\n").run().expect(0);
    for (int night = 1; night <= 3; night++) {
      home.episode("2024-04-0" + night, "night-" + night, "Night " + night).run().expect(0);
    }

    List<PastRun> runs = JobHistory.read(root, 10);

    assertThat(runs).extracting(PastRun::published).containsExactly(5L, 4L);
    assertThat(runs).extracting(PastRun::rendered).containsExactly(1L, 1L);
    assertThat(runs).extracting(PastRun::attempt).containsOnly(1);
    String said = home.run("history").expect(0).out();
    assertThat(said.lines())
        .hasSize(2)
        .allMatch(line -> line.contains("COMPLETED: 1 rendered, 0 failed, "));
    assertThat(home.run("history", "--json", "-n", "1").expect(0).out())
        .contains("\"published\" : 5", "\"status\" : \"COMPLETED\"")
        .doesNotContain("\"published\" : 4");
  }

  @Test
  void aFailedRunIsRestartedAsTheSameInstance() throws Exception {
    Path broken = root.resolve("broken");
    Files.writeString(broken, "#!/bin/sh\ncat >/dev/null\nexit 1\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    home.run("--ffmpeg", broken.toString()).expect(1);
    home.run("--ffmpeg", broken.toString()).expect(1);
    // Another encoder makes another plan.
    home.run().expect(0);

    assertThat(JobHistory.read(root, 10))
        .extracting(run -> run.number() + "." + run.attempt() + " " + run.status())
        .containsExactly("2.1 COMPLETED", "1.2 FAILED", "1.1 FAILED");
  }

  private Ledger ledger() throws Exception {
    return LedgerFile.read(new Home(root).ledgerFile()).orElseThrow();
  }

  private static void alter(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** Everything published, without times. */
  private Map<String, String> contents() throws Exception {
    Map<String, String> published = home.published();
    published.replaceAll((file, state) -> state.substring(0, 64));
    return published;
  }
}
