package com.kaizencast;

import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import com.kaizencast.batch.JobHistory;
import com.kaizencast.batch.PastRun;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.RunLock;
import com.kaizencast.publish.Sha256;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

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
    home.delete("feed/ledger.json").delete(".kaizencast/ledger.json");
    home.at("2024-06-02T00:00:00Z").run().expect(0);

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
      home.file("feed/ledger.json", damaged).delete(".kaizencast/ledger.json").run().expect(0);

      assertThat(ledger().entries()).as(damaged).hasSize(2);
      assertThat(text(home.assertFeedHolds().items().get(0), "guid")).isEqualTo(guid);
    }
  }

  @Test
  void theCopyOfALostLedgerLeavesNothingToRender() throws Exception {
    home.run().expect(0);
    Map<String, String> before = contents();

    Result result = home.delete("feed/ledger.json").at("2024-06-09T00:00:00Z").run().expect(0);

    assertThat(result.err()).contains("ledger.json was lost; its copy is taken");
    assertThat(result.out()).contains("0 rendered, 2 unchanged", "(unchanged)");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void theNextRunMakesTheCopyThatAKilledOneDidNot() throws Exception {
    home.run().expect(0);
    byte[] ledger = Files.readAllBytes(root.resolve("feed/ledger.json"));
    home.delete(".kaizencast/ledger.json").delete(".kaizencast/unchanged");

    assertThat(home.run().expect(0).out()).contains("(unchanged)");

    assertThat(root.resolve(".kaizencast/ledger.json")).hasBinaryContent(ledger);
  }

  @Test
  void whatIsRetractedStaysSoWithoutALedgerAndWithAFeedThatIsNotTheCopys() throws Exception {
    home.run().expect(0);
    home.run("retract", "first-steps").expect(0);
    String feed = Files.readString(root.resolve("feed/feed.xml"));
    for (String published : List.of(feed, feed.replace("</channel>", "<!-- x --></channel>"))) {
      home.delete("feed/ledger.json").file("feed/feed.xml", published).run().expect(0);

      assertThat(home.assertFeedHolds().items()).hasSize(1);
      assertThat(ledger().retracted()).hasSize(1);
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

  @Test
  void thePlanSaysWhatTheBuildThenDoesAndWritesNothing() throws Exception {
    home.run().expect(0);
    Files.move(
        root.resolve("scripts/2024-03-08-first-steps.md"),
        root.resolve("scripts/2024-03-08-baby-steps.md"));
    home.file("scripts/2024-03-22-second-thoughts.md", "---\ntitle: Other\n---\nOther words.\n")
        .episode("2024-04-05", "third-time", "Third time")
        .episode("2024-06-15", "soon", "Soon")
        .file("scripts/2024-01-01-idea.md", "---\ntitle: Idea\ndraft: true\n---\nNot yet.\n")
        .file("scripts/2024-01-02-bad.md", "---\ntitle: [\n---\nText.\n")
        .file("audio/2024-03-08-first-steps.01234567.mp3", "left over");
    Map<String, String> before = tree();

    Result plan = home.run("plan").expect(3);

    assertThat(tree()).isEqualTo(before);
    assertThat(plan.out().lines())
        .contains(
            "renamed      1 first-steps: scripts/2024-03-08-first-steps.md is now"
                + " scripts/2024-03-08-baby-steps.md",
            "changed      2 second-thoughts: script",
            "new          3 third-time",
            "unchanged    1 episodes",
            "waiting      scripts/2024-06-15-soon.md: due 2024-06-15T00:00:00Z",
            "draft        scripts/2024-01-01-idea.md",
            "quarantined  scripts/2024-01-02-bad.md",
            "leftover     audio/2024-03-08-first-steps.01234567.mp3: is deleted",
            "  new episode 3 'Third time'",
            "  episode 2 'Other' is downloaded again (script)");
    assertThat(plan.err()).contains("scripts/2024-01-02-bad.md:");

    assertThat(home.run().expect(3).out()).contains("2 rendered, 1 unchanged, 1 failed, 2 waiting");
    assertThat(home.delete("scripts/2024-01-02-bad.md").run("plan").expect(0).out())
        .endsWith("subscribers see:\n  nothing\n");
    assertThat(home.run("plan", "--json").expect(0).out())
        .contains("\"change\" : \"UNCHANGED\"", "\"subscribersSee\" : [ \"nothing\" ]");
  }

  @Test
  void thePlanSaysThatARunIsAtWork() throws Exception {
    home.run().expect(0);
    try (RunLock lock = RunLock.take(new Home(root), Instant.EPOCH)) {
      assertThat(home.run("plan").expect(0).err()).contains("another run is at work here: process");
      assertThat(home.run("history").expect(75).err()).contains("another run is at work");
      assertThat(home.run("retract", "first-steps").expect(75).out()).isEmpty();
    }
  }

  @Test
  void aRetractedEpisodeStaysOutUntilThatIsUndone() throws Exception {
    home.run().expect(0);
    Map<String, String> before = contents();
    Element first = home.items().get(1);
    String guid = text(first, "guid");
    Path audio = home.audio(first);

    assertThat(home.run("retract", "first-step").expect(2).err())
        .contains("there is no 'first-step'; there is second-thoughts, first-steps");
    assertThat(home.run("retract", "first-steps", "--dry-run").expect(0).out())
        .contains("would be retracted: first-steps; 1 episodes");
    assertThat(contents()).isEqualTo(before);

    home.at("2024-06-02T00:00:00Z").run("retract", "first-steps").expect(0);

    assertThat(home.assertFeedHolds().items())
        .extracting(i -> text(i, "title"))
        .containsExactly("Second thoughts");
    assertThat(audio).exists();
    assertThat(home.run().expect(0).out()).contains("1 episodes", "0 rendered");
    home.episode("2024-03-08", "first-steps", "First steps, edited").run().expect(0);
    assertThat(home.items()).hasSize(1);
    assertThat(home.run("plan").expect(0).out()).contains("retracted    scripts/2024-03-08-first");
    home.episode("2024-04-05", "third-time", "Third time").run().expect(0);
    assertThat(text(home.items().get(0), "itunes:episode")).isEqualTo("3");
    home.episode("2024-03-08", "first-steps", "First steps");
    home.delete("scripts/2024-04-05-third-time.md");

    home.run("retract", "third-time", "--purge").expect(0);
    home.run("retract", "--undo", "first-steps").expect(0);

    assertThat(home.assertFeedHolds().items()).hasSize(2);
    assertThat(text(home.items().get(1), "guid")).isEqualTo(guid);
    assertThat(home.audio(home.items().get(1))).isEqualTo(audio);
    assertThat(root.resolve("audio")).isDirectoryNotContaining("glob:**third-time*");
    assertThat(home.run().expect(0).out()).contains("0 rendered, 2 unchanged");
  }

  @Test
  void aRetractedEpisodeComesBackWithItsIdentityAfterItsFilesWent() throws Exception {
    home.run().expect(0);
    Map<String, String> items = Map.of("guid", text(home.items().get(1), "guid"));
    home.run("retract", "first-steps").expect(0);
    home.at("2024-07-01T00:00:00Z").run().expect(0);
    assertThat(root.resolve("audio")).isDirectoryNotContaining("glob:**first-steps*");

    home.run("retract", "--undo", "first-steps").expect(0);
    assertThat(home.assertFeedHolds().items()).hasSize(1);
    home.run().expect(0);

    assertThat(text(home.assertFeedHolds().items().get(1), "guid")).isEqualTo(items.get("guid"));
  }

  @Test
  void aRunThatWouldEmptyTheFeedIsRefused() throws Exception {
    home.run().expect(0);
    // The scripts are gone, and their audio too: nothing of it can be in the feed any more.
    home.delete("scripts/2024-03-08-first-steps.md")
        .delete("scripts/2024-03-22-second-thoughts.md");
    for (Element item : home.items()) {
      Files.delete(home.audio(item));
    }
    Map<String, String> before = contents();

    assertThat(home.run("plan").expect(0).out()).contains("removed      First steps");
    Result refused = home.run().expect(1);

    assertThat(refused.err())
        .contains("would remove 2 of 2 episodes", "First steps", "--force", "largest-removal");
    assertThat(contents()).isEqualTo(before);
    home.run("--force").expect(0);
    assertThat(home.items()).isEmpty();
  }

  @Test
  void anotherShowsLedgerIsRefused() throws Exception {
    home.run().expect(0);
    byte[] feed = Files.readAllBytes(root.resolve("feed/feed.xml"));
    String ledger = Files.readString(root.resolve("feed/ledger.json"));
    for (Element item : home.items()) {
      ledger = ledger.replace(text(item, "guid"), "another-" + text(item, "guid"));
    }
    home.file("feed/ledger.json", ledger);

    assertThat(home.run().expect(1).err()).contains("would remove 2 of 2 episodes");
    assertThat(root.resolve("feed/feed.xml")).hasBinaryContent(feed);
  }

  @Test
  void theReportOfTheLastRunSaysHowItWent() throws Exception {
    home.run().expect(0);
    Map<?, ?> report = report();
    assertThat(report.get("startedAt")).isEqualTo("2024-06-01T00:00:00Z");
    assertThat(report.get("failure")).isNull();
    assertThat(((Map<?, ?>) report.get("seconds")).keySet().toString())
        .contains("plan", "render", "publish", "prune");
    assertThat((List<?>) report.get("episodes")).hasSize(2);
    Map<?, ?> first = (Map<?, ?>) ((List<?>) report.get("episodes")).get(0);
    assertThat(first.get("slug")).isEqualTo("first-steps");
    assertThat(((Number) first.get("sizeBytes")).longValue())
        .isEqualTo(Files.size(home.audio(home.items().get(1))));
    assertThat(((Map<?, ?>) report.get("summary")).get("episodes")).isEqualTo(2);

    home.episode("2024-04-05", "third-time", "Third time")
        .run("--ffmpeg", "/nowhere/ffmpeg")
        .expect(1);

    assertThat(report().get("failure").toString()).contains("/nowhere/ffmpeg");
    assertThat(report().get("summary")).isNull();
  }

  @Test
  void figuresForPrometheusAreWrittenWhateverHappens() throws Exception {
    Path file = root.resolve("kaizencast.prom");
    home.run("--metrics", file.toString()).expect(0);
    assertThat(metrics(file))
        .containsEntry("kaizencast_last_run_timestamp_seconds", "1717200000")
        .containsEntry("kaizencast_last_success_timestamp_seconds", "1717200000")
        .containsEntry("kaizencast_last_run_exit_code", "0")
        .containsEntry("kaizencast_last_run_episodes{state=\"rendered\"}", "2")
        .containsEntry("kaizencast_feed_episodes", "2");

    home.at("2024-06-02T00:00:00Z").run("build", "--metrics", file.toString()).expect(0);
    assertThat(metrics(file))
        .containsEntry("kaizencast_last_success_timestamp_seconds", "1717286400")
        .containsEntry("kaizencast_last_run_episodes{state=\"unchanged\"}", "2");

    home.at("2024-06-03T00:00:00Z").file("scripts/show.yaml", "titel: [\n");
    home.run("--metrics", file.toString()).expect(2);
    assertThat(metrics(file))
        .containsEntry("kaizencast_last_run_timestamp_seconds", "1717372800")
        .containsEntry("kaizencast_last_success_timestamp_seconds", "1717286400")
        .containsEntry("kaizencast_last_run_exit_code", "2");
  }

  /** The series of a file in the text format, each with its help and its type before it. */
  private static Map<String, String> metrics(Path file) throws Exception {
    Map<String, String> series = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        String name = lines.get(i).replaceFirst("[{ ].*", "");
        assertThat(lines.subList(0, i))
            .anyMatch(line -> line.startsWith("# HELP " + name + " "))
            .contains("# TYPE " + name + " gauge");
        series.put(lines.get(i).replaceFirst(" [^ ]*$", ""), lines.get(i).replaceFirst(".* ", ""));
      }
    }
    return series;
  }

  private Map<?, ?> report() throws Exception {
    return tools.jackson.databind.json.JsonMapper.shared()
        .readValue(Files.readString(root.resolve(".kaizencast/last-run.json")), Map.class);
  }

  @Test
  void aScheduledEpisodeAppearsWhenItIsDueInTheZoneOfTheShow() throws Exception {
    // In Berlin the clocks go from 02:00 to 03:00 on 31 March 2024, and back on 27 October.
    home.file("scripts/show.yaml", TestHome.SHOW.replace("zone: UTC", "zone: Europe/Berlin"))
        .file("scripts/a.md", "---\ntitle: Gap\ndate: 2024-03-31 02:30\n---\nIn the gap.\n")
        .file("scripts/b.md", "---\ntitle: Twice\ndate: 2024-10-27 02:30\n---\nIt comes twice.\n")
        .file("scripts/c.md", "---\ntitle: Leap\ndate: 2024-02-29\n---\nOn the leap day.\n")
        .delete("scripts/2024-03-08-first-steps.md")
        .delete("scripts/2024-03-22-second-thoughts.md");

    assertThat(titlesAt("2024-02-28T22:59:59Z")).isEmpty();
    assertThat(titlesAt("2024-02-28T23:00:00Z")).containsExactly("Leap");
    assertThat(titlesAt("2024-03-31T01:29:59Z")).containsExactly("Leap");
    assertThat(titlesAt("2024-03-31T01:30:00Z")).containsExactly("Gap", "Leap");
    assertThat(titlesAt("2024-10-27T00:29:59Z")).containsExactly("Gap", "Leap");
    assertThat(titlesAt("2024-10-27T00:30:00Z")).containsExactly("Twice", "Gap", "Leap");
    Map<String, String> before = contents();

    // The clock is set back by a year, and nothing that is published goes or moves.
    assertThat(titlesAt("2023-10-27T00:30:00Z")).containsExactly("Twice", "Gap", "Leap");
    assertThat(contents()).isEqualTo(before);
    assertThat(text(home.items().get(1), "pubDate")).isEqualTo("Sun, 31 Mar 2024 01:30:00 GMT");
  }

  private List<String> titlesAt(String instant) throws Exception {
    home.at(instant).run().expect(0);
    return home.items().stream().map(item -> text(item, "title")).toList();
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

  /** Contents and times of everything in the home folder. */
  private Map<String, String> tree() throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        all.put(
            file.toString(),
            Files.getLastModifiedTime(file) + (Files.isRegularFile(file) ? Sha256.of(file) : ""));
      }
    }
    return all;
  }
}
