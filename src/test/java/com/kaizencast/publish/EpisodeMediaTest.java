package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Paragraph;
import com.kaizencast.episode.Paragraph.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeMediaTest {

  private static final String JSON =
      """
      {"version": "1.0.0", "segments": [
        {"startTime": 0.200, "endTime": 0.500, "body": "Title"},
        {"startTime": 1.000, "endTime": 1.200, "body": "Say \\"a\\""},
        {"startTime": 1.234, "endTime": 1.500, "body": "or b."},
        {"startTime": 62.001, "endTime": 63.000, "body": "End."}
      ]}
      """;

  private static final String HTML =
      """
      <time datetime="PT0.200S">0:00</time>
      <p role="heading" aria-level="2" dir="auto">Title</p>
      <time datetime="PT1.000S">0:01</time>
      <p dir="auto">Say "a" or b.</p>
      <time datetime="PT62.001S">1:02</time>
      <p dir="auto">End.</p>
      """;

  @TempDir private Path root;

  private FeedItem item(String json, String html, String waveform) throws Exception {
    List<CompanionFile> companions = new ArrayList<>();
    companions.add(file(Kind.TRANSCRIPT, "x.json", "application/json", json));
    companions.add(file(Kind.TRANSCRIPT, "x.html", "text/html", html));
    companions.add(file(Kind.WAVEFORM, "x.waveform.json", "application/json", waveform));
    Episode episode =
        new Episode("x", "X", "x", 1, null, "", Instant.EPOCH, EpisodeType.FULL, null, false, null);
    AudioFile audio = new AudioFile("audio/x.mp3", "audio/mpeg", 1, Duration.ofMillis(1), 64, "");
    return new FeedItem("x", episode, audio, "", List.of(), companions);
  }

  private CompanionFile file(Kind kind, String name, String mediaType, String text)
      throws Exception {
    String path = "feed/episodes/" + name;
    if (!text.isEmpty()) {
      Files.createDirectories(root.resolve("feed/episodes"));
      Files.writeString(root.resolve(path), text);
    }
    return new CompanionFile(kind, path, mediaType, text.getBytes(UTF_8).length, "");
  }

  @Test
  void readsTheWordsInTheirParagraphs() throws Exception {
    assertThat(EpisodeMedia.transcript(new Home(root), item(JSON, HTML, "")))
        .containsExactly(
            new Paragraph(true, List.of(new Word("Title", 200))),
            new Paragraph(false, List.of(new Word("Say \"a\"", 1000), new Word("or b.", 1234))),
            new Paragraph(false, List.of(new Word("End.", 62_001))));
  }

  @Test
  void makesOneParagraphWhereTheyAreNotKnown() throws Exception {
    assertThat(EpisodeMedia.transcript(new Home(root), item(JSON, "", "")))
        .singleElement()
        .satisfies(all -> assertThat(all.words()).hasSize(4));
  }

  @Test
  void readsHowFarTheSoundSwings() throws Exception {
    String waveform = "{\"version\":2,\"bits\":8,\"length\":3,\"data\":[-3,2,0,0,-128,127]}";

    assertThat(EpisodeMedia.swings(new Home(root), item("", "", waveform)))
        .containsExactly(3, 0, 128);
  }

  @Test
  void knowsNothingOfFilesThatAreMissingOrBroken() throws Exception {
    Home home = new Home(root);

    assertThat(EpisodeMedia.transcript(home, item("", HTML, ""))).isEmpty();
    assertThat(EpisodeMedia.transcript(home, item("{\"segments\": [", HTML, ""))).isEmpty();
    assertThat(EpisodeMedia.transcript(home, item("{\"segments\": 7}", HTML, ""))).isEmpty();
    assertThat(EpisodeMedia.swings(home, item("", "", ""))).isEmpty();
    assertThat(EpisodeMedia.swings(home, item("", "", "no JSON"))).isEmpty();
  }
}
