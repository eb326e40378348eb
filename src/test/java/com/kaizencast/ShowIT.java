package com.kaizencast;

import static com.kaizencast.TestHome.enclosure;
import static com.kaizencast.TestHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.PublishedItem.Mark;
import com.kaizencast.audio.Mp3Info;
import com.kaizencast.batch.HomeFiles;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.publish.Home;
import com.kaizencast.script.ShowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The show of the repository, and the real scripts of its site where they are at hand: built once,
 * every episode judged by programs nobody here wrote.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowIT {

  private Path root;
  private TestHome home;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    root = folder;
    home = new TestHome(root).at("2024-12-01T00:00:00Z");
    try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
      for (Path script : scripts.toList()) {
        home.file("scripts/" + script.getFileName(), Files.readAllBytes(script));
      }
    }
    int day = 10;
    if (ShowCrawl.isThere()) {
      for (ShowCrawl.RealScript script : ShowCrawl.scripts()) {
        home.file("scripts/2024-11-" + day + "-real-" + day++ + ".txt", script.text());
      }
    }
    home.run().expect(0);
    home.assertFeedHolds();
  }

  @Test
  void everyEpisodeIsAtItsLoudness() throws Exception {
    OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();
    for (Element item : home.items()) {
      String said =
          ffmpeg.askOk(
              "-nostdin",
              "-hide_banner",
              "-nostats",
              "-v",
              "info",
              "-i",
              home.audio(item).toString(),
              "-map",
              "0:a",
              "-af",
              "ebur128=peak=true:framelog=verbose",
              "-f",
              "null",
              "-");
      assertThat(last("I: +(-[0-9.]+) LUFS", said)).as(text(item, "title")).isBetween(-19.5, -18.5);
      assertThat(last("Peak: +(-[0-9.]+) dBFS", said)).as(text(item, "title")).isLessThan(-1.0);
    }
  }

  @Test
  void everyFileIsASoundMp3() throws Exception {
    OutsideJudge mp3val = new OutsideJudge("mp3val", "mp3val").required();
    OutsideJudge mp3check = new OutsideJudge("mp3check", "mp3check").required();
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    for (Element item : home.items()) {
      String file = home.audio(item).toString();
      assertThat(mp3val.askOk(file)).contains("CBR").doesNotContain("WARNING", "ERROR");
      assertThat(mp3check.ask("-e", "-c", "-q", file).output()).doesNotContain("error");
      assertThat(
              ffprobe.askOk(
                  "-v",
                  "error",
                  "-show_entries",
                  "stream=codec_name,sample_rate,channels,bit_rate",
                  "-of",
                  "csv=p=0",
                  "-select_streams",
                  "a",
                  file))
          .startsWith("mp3,44100,1,64000");
      Duration length = Mp3Info.read(home.audio(item)).duration();
      assertThat(Long.parseLong(text(item, "itunes:duration")))
          .isCloseTo(length.toSeconds(), org.assertj.core.data.Offset.offset(1L));
    }
  }

  @Test
  void everyTagReadsBack() throws Exception {
    OutsideJudge eyeD3 = new OutsideJudge("eyeD3", "eyed3").required();
    OutsideJudge mediainfo = new OutsideJudge("mediainfo", "mediainfo").required();
    for (Element item : home.items()) {
      String file = home.audio(item).toString();
      String tag = eyeD3.askOk("--no-color", file);
      assertThat(tag)
          .contains("artist: Victor Leung", "album: Continuous Improvement", "FRONT_COVER");
      assertThat(mediainfo.askOk("--Inform=General;%Track%|%Cover%", file).strip())
          .isEqualTo(text(item, "title") + "|Yes");
    }
  }

  @Test
  void theGateHasNotEvenAWarning() throws Exception {
    HomeFiles files = new HomeFiles(new Home(root), ShowReader.read(root));

    assertThat(FeedGate.check(Files.readAllBytes(root.resolve("feed/feed.xml")), files)).isEmpty();
  }

  @Test
  void everyEpisodeHasItsChaptersInFourFormsThatAgree() throws Exception {
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    int withChapters = 0;
    for (Element element : home.items()) {
      PublishedItem item = new PublishedItem(home, element);
      List<Mark> chapters = item.jsonChapters();
      withChapters += chapters.isEmpty() ? 0 : 1;
      assertThat(item.simpleChapters()).isEqualTo(chapters);
      assertThat(item.taggedChapters()).isEqualTo(chapters);
      if (chapters.size() >= 3) {
        assertThat(item.listedChapters())
            .isEqualTo(
                chapters.stream()
                    .map(mark -> new Mark(mark.startMs() / 1000 * 1000, mark.title()))
                    .toList());
      }
      List<String> seen =
          ffprobe
              .askOk(
                  "-v",
                  "warning",
                  "-show_entries",
                  "chapter=start",
                  "-of",
                  "csv=p=0",
                  home.audio(element).toString())
              .lines()
              .map(line -> line.split(",", -1)[0])
              .toList();
      assertThat(seen)
          .isEqualTo(chapters.stream().map(mark -> Long.toString(mark.startMs())).toList());
    }
    // All but the trailer.
    assertThat(withChapters).isEqualTo(home.items().size() - 1);
  }

  @Test
  void captionsAreReadWithoutAWord() throws Exception {
    captions("webvtt.js", "webvtt-parser", ".vtt");
    captions("srt.js", "srt-validator", ".srt");
  }

  private void captions(String program, String module, String extension) throws Exception {
    OutsideJudge node = new OutsideJudge("node", "nodejs").required();
    OutsideJudge.require(
        Files.isDirectory(Path.of(".ci/judges/node_modules", module)),
        module + " is missing: npm ci --prefix .ci/judges --ignore-scripts");
    List<String> arguments = new ArrayList<>(List.of(".ci/judges/" + program));
    try (Stream<Path> files = Files.list(root.resolve("feed/episodes"))) {
      files.map(Path::toString).filter(file -> file.endsWith(extension)).forEach(arguments::add);
    }
    assertThat(arguments.size()).isGreaterThan(home.items().size());
    for (JsonNode read :
        JsonMapper.shared().readTree(node.askOk(arguments.toArray(String[]::new)))) {
      assertThat(read.get("errors")).isEmpty();
      assertThat(read.get("cues")).isNotEmpty();
    }
  }

  @Test
  void pagesAndNotesAreHtmlWithoutFault() throws Exception {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("feed/episodes"))) {
      files.filter(file -> file.toString().matches(".*\\.[0-9a-f]{8}\\.html")).forEach(pages::add);
    }
    assertThat(pages).hasSameSizeAs(home.items());
    for (Element element : home.items()) {
      PublishedItem item = new PublishedItem(home, element);
      pages.add(
          Files.writeString(
              root.resolve("notes-" + pages.size() + ".html"),
              HtmlJudge.page(item.text("title"), item.notes())));
    }
    HtmlJudge.acceptsWithoutAWord(pages);
  }

  @Test
  void podcastparserHasNoWarning() throws Exception {
    OutsideJudge python = new OutsideJudge("/usr/bin/python3", "python3").required();
    OutsideJudge.require(
        python.ask("-c", "import podcastparser").exitCode() == 0,
        "podcastparser is missing: apt-get install python3-podcastparser");

    JsonNode feed =
        JsonMapper.shared()
            .readTree(
                python.askOk(
                    ".ci/judges/read_podcast.py", root.resolve("feed/feed.xml").toString()));

    assertThat(feed.get("episodes")).hasSameSizeAs(home.items());
  }

  @Test
  void podcastparserReadsTheFeed() throws Exception {
    OutsideJudge python = new OutsideJudge("/usr/bin/python3", "python3").required();
    OutsideJudge.require(
        python.ask("-c", "import podcastparser").exitCode() == 0,
        "podcastparser is missing: apt-get install python3-podcastparser");
    String program =
        """
        import json, podcastparser, sys
        feed = podcastparser.parse('https://example.com/', open(sys.argv[1], 'rb'))
        print(json.dumps([[e['title'], e['guid'], e['enclosures'][0]['url'],
            e['enclosures'][0]['file_size'], e['total_time'], e['published']]
            for e in feed['episodes']]))
        """;
    Object[][] episodes =
        tools.jackson.databind.json.JsonMapper.shared()
            .readValue(
                python.askOk("-c", program, root.resolve("feed/feed.xml").toString()),
                Object[][].class);

    assertThat(episodes.length).isEqualTo(home.items().size());
    for (int i = 0; i < episodes.length; i++) {
      Element item = home.items().get(i);
      assertThat(episodes[i])
          .startsWith(
              text(item, "title"),
              text(item, "guid"),
              enclosure(item).getAttribute("url"),
              Integer.parseInt(enclosure(item).getAttribute("length")),
              Integer.parseInt(text(item, "itunes:duration")));
    }
  }

  @Test
  void partytimeReadsTheFeed() throws Exception {
    OutsideJudge node = new OutsideJudge("node", "nodejs").required();
    OutsideJudge.require(
        Files.isDirectory(Path.of(".ci/judges/node_modules/podcast-partytime")),
        "podcast-partytime is missing: npm ci --prefix .ci/judges --ignore-scripts");

    String said =
        node.askOk(".ci/judges/partytime.js", root.resolve("feed/feed.xml").toString()).strip();

    // Warnings would be lines in front.
    assertThat(said.lines().filter(line -> !line.isBlank())).hasSize(1);
    Map<?, ?> feed = tools.jackson.databind.json.JsonMapper.shared().readValue(said, Map.class);
    assertThat((java.util.List<?>) feed.get("items")).hasSize(home.items().size());
  }

  @Test
  void anotherRunChangesNothing() throws Exception {
    Map<String, String> before = home.published();

    assertThat(home.at("2025-01-01T00:00:00Z").run().expect(0).out()).contains("0 rendered");

    assertThat(home.published()).isEqualTo(before);
  }

  private static double last(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    String found = matcher.results().map(r -> r.group(1)).reduce((a, b) -> b).orElseThrow();
    return Double.parseDouble(found);
  }
}
