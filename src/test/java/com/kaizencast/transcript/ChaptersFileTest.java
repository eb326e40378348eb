package com.kaizencast.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Chapter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ChaptersFileTest {

  @Test
  void writesStartTitleAndLink() {
    List<Chapter> chapters =
        List.of(
            new Chapter(Duration.ZERO, "Opening", null),
            new Chapter(
                Duration.ofNanos(94_567_999_999L),
                "Why?",
                URI.create("https://example.com/ä?a=1")));

    assertThat(new String(ChaptersFile.of(chapters), UTF_8))
        .isEqualTo(
            """
            {
              "version": "1.2.0",
              "chapters": [
                {"startTime": 0.000, "title": "Opening"},
                {"startTime": 94.567, "title": "Why?", "url": "https://example.com/%C3%A4?a=1"}
              ]
            }
            """);
  }

  @Test
  void keepsTitlesWhole() {
    String title = "Q&A \"a\" \\ <b> --> 改善 שלום 😀";
    byte[] json =
        ChaptersFile.of(List.of(new Chapter(Duration.ofHours(11), title + "\u0000\ud83d", null)));

    JsonNode root = JsonMapper.shared().readTree(json);

    assertThat(root.get("version").isString()).isTrue();
    assertThat(root.get("chapters").get(0).get("title").asString()).isEqualTo(title);
    assertThat(root.get("chapters").get(0).get("startTime").isNumber()).isTrue();
    assertThat(root.get("chapters").get(0).get("startTime").asDouble()).isEqualTo(39_600);
  }
}
