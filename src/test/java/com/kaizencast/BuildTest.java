package com.kaizencast;

import static com.kaizencast.TestHome.enclosure;
import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Whole builds: a script tree in, the outputs opened. */
class BuildTest {

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() {
    home = new TestHome(root);
  }

  @Test
  void publishesAudioAndFeed() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");

    Result result = home.run().expect(0);

    assertThat(result.out()).contains("2 rendered, 0 unchanged, 0 failed");
    List<Element> items = home.assertFeedHolds().items();
    assertThat(items)
        .extracting(i -> text(i, "title"))
        .containsExactly("Second thoughts", "First steps");
    assertThat(items).extracting(i -> text(i, "itunes:episode")).containsExactly("2", "1");
    assertThat(text(items.get(1), "pubDate")).isEqualTo("Fri, 08 Mar 2024 00:00:00 GMT");
    assertThat(home.audio(items.get(1)).getFileName().toString())
        .matches("2024-03-08-first-steps\\.[0-9a-f]{8}\\.mp3");
    assertThat(enclosure(items.get(0)).getAttribute("type")).isEqualTo("audio/mpeg");
  }

  @Test
  void secondRunChangesNothing() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();

    Result again = home.at("2024-07-01T00:00:00Z").run().expect(0);

    assertThat(again.out()).contains("0 rendered, 1 unchanged");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void runWithNothingToDoSaysWhatTheOneBeforeSaid() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-08-08", "later", "Later");
    home.run().expect(0);
    String before = home.run().expect(0).out();

    String quick = home.run().expect(0).out();
    home.file(".kaizencast/unchanged", "of another version\n");
    String afterDamage = home.run().expect(0).out();

    assertThat(before).contains("1 episodes", "0 rendered, 1 unchanged, 0 failed, 1 waiting");
    assertThat(quick).isEqualTo(before);
    assertThat(afterDamage).isEqualTo(before);
  }

  @Test
  void losingTheStateFolderChangesNothing() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();
    deleteTree(root.resolve(".kaizencast"));

    home.at("2024-07-01T00:00:00Z").run().expect(0);

    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void lostLedgerIsRebuiltFromTheFeed() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Element before = home.items().get(0);
    home.delete("feed/ledger.json").delete(".kaizencast/ledger.json");
    // The host has renamed the script meanwhile and moved its date.
    home.delete("scripts/2024-03-08-first-steps.md")
        .episode("2024-03-09", "first-steps", "First steps");

    home.at("2024-07-01T00:00:00Z").run().expect(0);

    assertThat(home.items()).hasSize(1);
    Element after = home.items().get(0);
    assertThat(text(after, "guid")).isEqualTo(text(before, "guid"));
    assertThat(text(after, "pubDate")).isEqualTo(text(before, "pubDate"));
    assertThat(text(after, "itunes:episode")).isEqualTo(text(before, "itunes:episode"));
  }

  @Test
  void editRendersThatEpisodeAloneAndKeepsItsIdentity() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);
    List<Element> before = home.items();
    home.file(
        "scripts/2024-03-08-first-steps.md",
        "---\ntitle: First steps, again\n---\nSomething else altogether is said here now.\n");

    Result result = home.run().expect(0);

    assertThat(result.out()).contains("1 rendered, 1 unchanged");
    List<Element> after = home.assertFeedHolds().items();
    assertThat(text(after.get(1), "title")).isEqualTo("First steps, again");
    assertThat(text(after.get(1), "guid")).isEqualTo(text(before.get(1), "guid"));
    assertThat(home.audio(after.get(1))).isNotEqualTo(home.audio(before.get(1)));
    assertThat(home.audio(before.get(1))).exists();
    assertThat(enclosure(after.get(0)).getAttribute("url"))
        .isEqualTo(enclosure(before.get(0)).getAttribute("url"));
  }

  @Test
  void renamedScriptKeepsGuidDateAndAudio() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Element before = home.items().get(0);
    Files.move(
        root.resolve("scripts/2024-03-08-first-steps.md"),
        root.resolve("scripts/2024-04-01-baby-steps.md"));

    Result result = home.run().expect(0);

    assertThat(result.out()).contains("0 rendered, 1 unchanged");
    assertThat(result.err()).contains("a published date does not move");
    Element after = home.items().get(0);
    assertThat(text(after, "guid")).isEqualTo(text(before, "guid"));
    assertThat(text(after, "pubDate")).isEqualTo(text(before, "pubDate"));
    assertThat(enclosure(after).getAttribute("url"))
        .isEqualTo(enclosure(before).getAttribute("url"));
  }

  @Test
  void deletedScriptLeavesItsEpisodeInTheFeed() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.delete("scripts/2024-03-08-first-steps.md");

    Result result = home.run().expect(0);

    assertThat(result.err()).contains("warning: no valid script for the published episode");
    assertThat(home.items()).hasSize(2);
    assertThat(home.published())
        .containsAllEntriesOf(Map.of("feed/feed.xml", before.get("feed/feed.xml")));
  }

  @Test
  void draftsAndFutureEpisodesWait() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-06-15", "soon", "Soon")
        .file("scripts/2024-01-01-idea.md", "---\ntitle: Idea\ndraft: true\n---\nNot yet.\n");

    Result result = home.run().expect(0);
    assertThat(result.out()).contains("1 rendered", "2 waiting");
    assertThat(home.items()).hasSize(1);

    home.at("2024-06-14T23:59:59Z").run().expect(0);
    assertThat(home.items()).hasSize(1);

    home.at("2024-06-15T00:00:00Z").run().expect(0);
    assertThat(home.items())
        .extracting(i -> text(i, "title"))
        .containsExactly("Soon", "First steps");
  }

  @Test
  void missingAudioIsRenderedAgainToTheSameBytes() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Path audio = home.audio(home.items().get(0));
    byte[] bytes = Files.readAllBytes(audio);
    Files.write(audio, new byte[10]);

    home.run().expect(0);

    assertThat(audio).hasBinaryContent(bytes);
  }

  @Test
  void sameBytesInAnyLocaleAndTimeZone(@TempDir Path elsewhere) throws Exception {
    home.show().episode("2024-03-08", "istanbul-insights", "Insights in Istanbul");
    home.run().expect(0);

    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    TestHome other = new TestHome(elsewhere);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      other.show().episode("2024-03-08", "istanbul-insights", "Insights in Istanbul");
      other.run().expect(0);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    assertThat(withoutTimes(other.published())).isEqualTo(withoutTimes(home.published()));
  }

  @Test
  void emptyFolderSaysHowToBegin() {
    Result result = home.run().expect(2);

    assertThat(result.err()).startsWith("scripts/show.yaml:1:1: ");
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void brokenShowLeavesTheOldFeed() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.file("scripts/show.yaml", TestHome.SHOW + "titel: [\n");

    Result result = home.run().expect(2);

    assertThat(result.err()).contains("scripts/show.yaml:");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void badScriptsAreQuarantinedAndTheRestIsPublished() throws Exception {
    byte[] binary = new byte[5000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) i;
    }
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .file("scripts/2024-01-01-empty.md", "")
        .file("scripts/2024-01-02-no-title.md", "---\ndate: 2024-01-02\n---\nSome text.\n")
        .file("scripts/2024-01-03-bad-date.md", "---\ntitle: T\ndate: 2024-13-45\n---\nText.\n")
        .file("scripts/2024-01-04-binary.txt", binary)
        .file("scripts/2024-01-05-big.txt", "Big\n\n" + "word ".repeat(2_000_000))
        .file(
            "scripts/2024-01-06-chinese.md",
            "---\ntitle: 中文\n---\n" + "這是一個中文的節目。".repeat(40) + "\n")
        .file(
            "scripts/2024-01-07-latin.txt",
            "T\n\nCaf\u00e9 and more".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
        .file("scripts/2024-01-08-yaml.md", "---\ntitle: [unclosed\n---\nText.\n")
        .file("scripts/2024-01-09-slug.md", "---\ntitle: T\nslug: ../x\n---\nText here.\n")
        .file("scripts/2024-01-10-first-steps.md", "---\ntitle: T\n---\nSame slug as another.\n");

    Result result = home.run().expect(3);

    assertThat(home.assertFeedHolds().items()).hasSize(1);
    for (String file :
        List.of(
            "2024-01-01-empty.md",
            "2024-01-02-no-title.md",
            "2024-01-03-bad-date.md",
            "2024-01-04-binary.txt",
            "2024-01-05-big.txt",
            "2024-01-06-chinese.md",
            "2024-01-07-latin.txt",
            "2024-01-08-yaml.md",
            "2024-01-09-slug.md")) {
      assertThat(result.err()).containsPattern("scripts/" + file + ":\\d+:\\d+: ");
    }
    assertThat(result.err()).contains("slug 'first-steps' is taken by");
    assertThat(result.err()).doesNotContain("\tat ");
    assertThat(result.out()).contains("10 failed");
  }

  @Test
  void quarantinedScriptKeepsItsPublishedEpisode() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.file("scripts/2024-03-08-first-steps.md", "---\ntitle: [\n---\nText.\n");

    home.run().expect(3);

    assertThat(home.assertFeedHolds().items()).hasSize(2);
    assertThat(home.published().get("feed/feed.xml")).isEqualTo(before.get("feed/feed.xml"));
  }

  @Test
  void markupInTitlesAndSummariesIsText() throws Exception {
    home.show()
        .file(
            "scripts/2024-03-08-markup.md",
            """
            ---
            title: "Fish & <b>chips</b> <script>alert(1)</script>"
            summary: "More <i>markup</i> & such"
            ---
            Some text <script>alert(2)</script> with a [link](javascript:alert(3)) in it.
            """);

    home.run().expect(0);

    Element item = home.items().get(0);
    assertThat(text(item, "title")).isEqualTo("Fish & <b>chips</b> <script>alert(1)</script>");
    String notes =
        item.getElementsByTagNameNS("http://purl.org/rss/1.0/modules/content/", "encoded")
            .item(0)
            .getTextContent();
    assertThat(notes).contains("link").doesNotContain("<script", "javascript:");
  }

  @Test
  void coverThatIsNoPictureIsReportedAndReplaced() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "cover: cover.png\n")
        .file("scripts/cover.png", "not a picture")
        .episode("2024-03-08", "first-steps", "First steps");

    Result result = home.run().expect(3);

    assertThat(result.err()).contains("cover.png");
    home.assertFeedHolds();
    assertThat(home.items()).hasSize(1);
  }

  @Test
  void outputFolderThatIsAFileFailsAndLeavesTheOldFeed() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps").file("audio", "in the way");

    Result result = home.run().expect(1);

    assertThat(result.err()).contains("audio").doesNotContain("\tat ");
    assertThat(root.resolve("feed/feed.xml")).doesNotExist();
  }

  @Test
  void missingFfmpegFailsAndLeavesTheOldFeed() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.episode("2024-03-22", "second-thoughts", "Second thoughts");

    Result result = home.run("--ffmpeg", "/nowhere/ffmpeg").expect(1);

    assertThat(result.err()).contains("/nowhere/ffmpeg");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void crashingFfmpegFailsAndLeavesTheOldFeed() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();
    home.episode("2024-03-22", "second-thoughts", "Second thoughts");
    Path crashing = root.resolve("crashing");
    Files.writeString(crashing, "#!/bin/sh\ncat >/dev/null\necho no such codec >&2\nexit 1\n");
    Files.setPosixFilePermissions(crashing, PosixFilePermissions.fromString("rwxr-xr-x"));

    Result result = home.run("--ffmpeg", crashing.toString()).expect(1);

    assertThat(result.err()).contains("ffmpeg", "no such codec");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void aChangedTermConcernsOnlyTheEpisodesThatUseIt() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);

    Result result = home.file("scripts/lexicon.yaml", "thoughts: {as: ideas}\n").run().expect(0);

    assertThat(result.out()).contains("1 rendered, 1 unchanged");
  }

  @Test
  void aChangedVoiceConcernsOnlyTheEpisodesThatItSpeaks() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .episode("2024-03-22", "second-thoughts", "Second thoughts");
    home.run().expect(0);
    Path second = home.audio(home.items().get(0));
    String script = "---\ntitle: First steps\n%s---\nThis is a short episode.\n\nIt ends here.\n";
    String file = "scripts/2024-03-08-first-steps.md";

    Result own =
        home.file(file, String.format(Locale.ROOT, script, "voice: {rate: 250}\n")).run().expect(0);
    Path fast = home.audio(home.items().get(1));
    home.file("scripts/show.yaml", TestHome.SHOW + "  pitch: 90\n");
    Result both = home.run().expect(0);
    home.file(file, String.format(Locale.ROOT, script, "voice: {rate: 250, pitch: 90}\n"));
    home.file("scripts/show.yaml", TestHome.SHOW + "  pitch: 120\n");
    home.run().expect(0);
    Path before = home.audio(home.items().get(1));
    home.file("scripts/show.yaml", TestHome.SHOW);
    Result showAlone = home.run().expect(0);

    assertThat(own.out()).contains("1 rendered, 1 unchanged");
    assertThat(both.out()).contains("2 rendered, 0 unchanged");
    assertThat(showAlone.out()).contains("1 rendered, 1 unchanged");
    assertThat(home.audio(home.items().get(1))).isEqualTo(before).isNotEqualTo(fast);
    assertThat(home.audio(home.items().get(0))).isEqualTo(second);
    home.assertFeedHolds();
  }

  @Test
  void anUnknownVoiceKeepsBackItsOwnEpisodeOnly() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .file(
            "scripts/2024-03-22-other.md",
            "---\ntitle: Other\nvoice:\n  name: sltt\n  rate: 1000\n---\nAnother voice here.\n");

    Result result = home.run().expect(3);

    assertThat(result.err())
        .contains(
            "scripts/2024-03-22-other.md:4:9: 'name' is 'sltt', which is no voice here;"
                + " there is rms, kevin16, and 'kaizencast voice add' adds more",
            "scripts/2024-03-22-other.md:5:9: 'rate' is 1000; it goes from 50 to 400");
    assertThat(home.run("check").expect(3).out()).contains("2024-03-22-other.md:4:9: ");
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }

  @Test
  void aDamagedVoiceKeepsBackTheEpisodesThatItSpeaks() throws Exception {
    home.show()
        .episode("2024-03-08", "first-steps", "First steps")
        .file(".kaizencast/voices/slt.flitevox", "no voice at all")
        .file(
            "scripts/2024-03-22-other.md",
            "---\ntitle: Other\nvoice: {name: slt}\n---\nAnother voice here.\n");

    Result result = home.run().expect(3);

    assertThat(result.err()).contains("scripts/2024-03-22-other.md:1:1: voice: slt.flitevox");
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }

  @Test
  void whatAnEpisodeSaysOfItselfIsInItsItem() throws Exception {
    home.show()
        .file(
            "scripts/2024-03-08-guest.md",
            """
            ---
            title: A guest
            persons:
              - name: Grace Hopper
                role: guest
            location: {name: Hong Kong, geo: "geo:22.2793,114.1628"}
            license: CC-BY-4.0
            soundbites:
              - {start: 1, duration: 0:01, title: The beginning}
              - {start: 10:00, duration: 30}
            ---
            This is a short episode with a guest in it.

            It says little, and it ends here.
            """);

    Result result = home.run().expect(0);

    assertThat(result.err()).contains("soundbite of 'A guest' ends after the audio");
    Element item = home.assertFeedHolds().items().get(0);
    String namespace = "https://podcastindex.org/namespace/1.0";
    assertThat(only(item, namespace, "person").getTextContent()).isEqualTo("Grace Hopper");
    assertThat(only(item, namespace, "person").getAttribute("role")).isEqualTo("guest");
    assertThat(only(item, namespace, "location").getAttribute("geo"))
        .isEqualTo("geo:22.2793,114.1628");
    assertThat(only(item, namespace, "license").getTextContent()).isEqualTo("cc-by-4.0");
    assertThat(only(item, namespace, "soundbite").getAttribute("startTime")).isEqualTo("1");
    assertThat(only(item, namespace, "soundbite").getTextContent()).isEqualTo("The beginning");
  }

  private static Element only(Element parent, String namespace, String name) {
    assertThat(parent.getElementsByTagNameNS(namespace, name).getLength()).as(name).isEqualTo(1);
    return (Element) parent.getElementsByTagNameNS(namespace, name).item(0);
  }

  @Test
  void checkNoticesOneChangedByteOfAFile() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    // Altered behind the program's back, its size kept.
    Path audio = home.audio(home.items().get(0));
    byte[] bytes = Files.readAllBytes(audio);
    bytes[bytes.length / 2] ^= 1;
    Files.write(audio, bytes);

    Result check = home.run("check", "--feed", root.resolve("feed/feed.xml").toString()).expect(1);

    assertThat(check.out()).contains("has another SHA-384", "1 errors");
  }

  @Test
  void ffmpegThatFailsOnceIsTriedAgain() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    new OutsideJudge("ffmpeg", "ffmpeg").required();
    Path mark = root.resolve("failed-once");
    Path failsOnce = root.resolve("fails-once");
    Files.writeString(
        failsOnce,
        """
        #!/bin/sh
        case "$*" in
          *mp3*)
            if [ ! -e %1$s ]; then
              touch %1$s
              cat >/dev/null
              exit 1
            fi ;;
        esac
        exec ffmpeg "$@"
        """
            .formatted(mark));
    Files.setPosixFilePermissions(failsOnce, PosixFilePermissions.fromString("rwxr-xr-x"));

    Result result = home.run("--ffmpeg", failsOnce.toString()).expect(0);

    assertThat(mark).exists();
    assertThat(result.out()).contains("1 rendered, 0 unchanged, 0 failed");
    assertThat(home.assertFeedHolds().items()).hasSize(1);
  }

  @Test
  void twoRunsAtOnceAreRefused() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    try (var lock =
        com.kaizencast.publish.RunLock.take(
            new com.kaizencast.publish.Home(root), java.time.Instant.EPOCH)) {
      Result result = home.run().expect(75);

      assertThat(result.err())
          .contains("another run is at work", "process " + ProcessHandle.current().pid());
    }
    home.run().expect(0);
  }

  @Test
  void damagedJobRepositoryIsSetAside() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");
    home.file(".kaizencast/jobs.mv.db", "this is no database");

    Result result = home.run().expect(0);

    assertThat(result.err()).contains("warning: the job repository");
    assertThat(home.items()).hasSize(1);
  }

  @Test
  void jsonIsOneObjectOnStandardOutput() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps");

    Result result = home.run("--json").expect(0);

    Map<?, ?> summary =
        tools.jackson.databind.json.JsonMapper.shared().readValue(result.out(), Map.class);
    assertThat(summary.get("rendered")).isEqualTo(1);
    assertThat(summary.get("exitCode")).isEqualTo(0);
  }

  @Test
  void usageMistakesSayWhatToDo() {
    assertThat(home.run("--hom").expect(2).err()).contains("--hom");
    assertThat(home.run("biuld").expect(2).err()).contains("biuld");
  }

  @Test
  void realScriptsGoThroughTheWholeJob() throws Exception {
    home.show();
    int day = 1;
    for (ShowCrawl.RealScript script : ShowCrawl.scripts()) {
      home.file(
          "scripts/2024-05-0" + day++ + "-real.txt".replace("real", "real-" + day), script.text());
    }

    home.run().expect(0);

    List<Element> items = home.assertFeedHolds().items();
    assertThat(items).hasSize(3);
    for (Element item : items) {
      assertThat(Integer.parseInt(text(item, "itunes:duration"))).isBetween(120, 420);
    }
  }

  private static Map<String, String> withoutTimes(Map<String, String> published) {
    published.replaceAll((file, state) -> state.substring(0, 64));
    return published;
  }

  private static void deleteTree(Path tree) throws Exception {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
