package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.PublishedItem.Mark;
import com.kaizencast.audio.Mp3Info;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Chapters through the whole job: four forms, one source. */
class ChaptersEverywhereTest {

  @TempDir Path root;
  private TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show();
  }

  private PublishedItem build(String file, String script) throws Exception {
    home.file("scripts/" + file, script).run().expect(0);
    return new PublishedItem(home, home.assertFeedHolds().items().get(0));
  }

  /** All four forms agree to the millisecond or second that they can say. */
  private static List<Mark> agreed(PublishedItem item) throws Exception {
    List<Mark> chapters = item.jsonChapters();
    assertThat(chapters).isNotEmpty();
    assertThat(chapters.get(0).startMs()).isZero();
    assertThat(item.simpleChapters()).isEqualTo(chapters);
    assertThat(item.taggedChapters())
        .isEqualTo(
            chapters.stream()
                .map(chapter -> new Mark(chapter.startMs(), chapter.title(), chapter.link(), null))
                .toList());
    assertThat(item.listedChapters())
        .isEqualTo(
            chapters.stream()
                .map(chapter -> new Mark(chapter.startMs() / 1000 * 1000, chapter.title()))
                .toList());
    assertThat(item.text("description")).containsPattern("(?m)^00:00 ");
    return chapters;
  }

  /** The chapter begins with its first word: the transcript says when that is heard. */
  private static void assertHeardAt(PublishedItem item, List<String> firstWords, List<Mark> marks)
      throws Exception {
    JsonNode segments =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(item.transcript("application/json"))
            .get("segments");
    List<Long> starts = new ArrayList<>();
    int next = 0;
    for (JsonNode segment : segments) {
      if (next < firstWords.size()
          && segment.get("body").asString().startsWith(firstWords.get(next))) {
        starts.add(segment.get("startTime").decimalValue().movePointRight(3).longValueExact());
        next++;
      }
    }
    assertThat(starts).hasSameSizeAs(marks);
    for (int i = 0; i < marks.size(); i++) {
      assertThat(starts.get(i) - marks.get(i).startMs())
          .as(marks.get(i).title())
          .isBetween(0L, 350L);
    }
  }

  @Test
  void headingsAreChaptersInAllForms() throws Exception {
    PublishedItem item =
        build(
            "2024-03-08-first.md",
            """
            ---
            title: Chapters & more
            ---
            Alpha is said before the first heading of them all.

            ## [Bravo \\<b> & "co"](https://example.org/a?b=c&d=ü)

            This text stands below a heading that has a link to somewhere else.

            ## Charlie

            And this is the last part of the text.
            """);

    List<Mark> chapters = agreed(item);

    assertThat(chapters)
        .extracting(Mark::title)
        .containsExactly("Introduction", "Bravo <b> & \"co\"", "Charlie");
    assertThat(chapters)
        .extracting(Mark::link)
        .containsExactly(null, "https://example.org/a?b=c&d=%C3%BC", null);
    assertHeardAt(item, List.of("Alpha", "Bravo", "Charlie"), chapters);
  }

  @Test
  void labelsOfAPlainScriptAreChaptersBetweenOpeningAndClosing() throws Exception {
    PublishedItem item =
        build(
            "2024-03-08-labels.txt",
            """
            Deploying a Web Server

            Welcome back to the show, my friends.

              1. Requirements: a list of all dependencies.
              2. Image: built once, run everywhere.

              3. Deployment: told in a file, applied by a command.

            That's all for today. I'm Ada Example.
            """);

    List<Mark> chapters = agreed(item);

    assertThat(chapters)
        .extracting(Mark::title)
        .containsExactly("Introduction", "Requirements", "Image", "Deployment", "Closing");
    assertHeardAt(item, List.of("Welcome", "1.", "2.", "3.", "That's"), chapters);
  }

  @Test
  void eachChapterEndsWhereTheNextBeginsAndTheLastWithTheAudio() throws Exception {
    PublishedItem item =
        build(
            "2024-03-08-ends.md",
            """
            ---
            title: Ends
            ---
            Opening words.

            ## One

            Some words.

            ## Two

            More words.
            """);

    JsonNode chapters = item.tag().get("chapters");

    assertThat(chapters).hasSize(3);
    for (int i = 0; i + 1 < chapters.size(); i++) {
      assertThat(chapters.get(i).get("end")).isEqualTo(chapters.get(i + 1).get("start"));
    }
    long length = Mp3Info.read(home.audio(item.element())).duration().toMillis();
    assertThat(chapters.get(2).get("end").asLong()).isBetween(length - 100, length);
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    assertThat(
            ffprobe
                .askOk(
                    "-v",
                    "warning",
                    "-show_entries",
                    "chapter=start_time:chapter_tags=title",
                    "-of",
                    "csv=p=0",
                    home.audio(item.element()).toString())
                .lines()
                .map(line -> line.substring(line.indexOf(',') + 1)))
        .containsExactly("Introduction", "One", "Two");
  }

  @Test
  void anEpisodeOfOnePieceHasNoChaptersAndNamesNone() throws Exception {
    home.episode("2024-03-08", "plain", "Plain").run().expect(0);

    PublishedItem item = new PublishedItem(home, home.assertFeedHolds().items().get(0));

    assertThat(item.tags("chapters")).isEmpty();
    assertThat(item.simpleChapters()).isEmpty();
    assertThat(item.listedChapters()).isEmpty();
    assertThat(item.taggedChapters()).isEmpty();
  }
}
