package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import com.kaizencast.episode.Episode;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new script is complete but for its text, and nothing is overwritten for it. */
class NewTest {

  private static final String EVERY_SECOND_FRIDAY =
      """
      update-frequency:
        text: every second Friday
        rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
      """;

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show();
  }

  private Episode read(String name) throws Exception {
    return ScriptReader.read(ScriptFile.read(name, root.resolve(name)), ShowReader.read(root))
        .episode();
  }

  @Test
  void writesAScriptThatIsCompleteButForItsText() throws Exception {
    Result result = home.run("new", "Zoë’s \"fine\" café: a tale #1").expect(0);

    String file = "scripts/2024-06-01-zoes-fine-cafe-a-tale-1.md";
    assertThat(result.out())
        .contains(file + ": Saturday 1 June 2024, number 1", "preview zoes-fine-cafe-a-tale-1");
    Episode episode = read(file);
    assertThat(episode.title()).isEqualTo("Zoë’s \"fine\" café: a tale #1");
    assertThat(episode.slug()).isEqualTo("zoes-fine-cafe-a-tale-1");
    assertThat(episode.number()).isEqualTo(1);
    assertThat(episode.draft()).isTrue();
    assertThat(Files.readString(root.resolve(file))).contains("Welcome to *Test Show*", "Ada");
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }

  @Test
  void aDraftIsNotPublished() throws Exception {
    home.episode("2024-03-08", "first-steps", "First steps");
    home.run("new", "Second thoughts").expect(0);

    assertThat(home.run().expect(0).out()).contains("1 rendered", "1 waiting");
  }

  @Test
  void theDateGoesOnWhereTheShowStopped() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + EVERY_SECOND_FRIDAY)
        .file(
            "scripts/last.md",
            "---\ntitle: Last\ndate: 2024-05-31T07:30\nnumber: 7\nseason: 2\n---\nSome words.\n");

    home.run("new", "Next").expect(0);
    home.run("new", "And after").expect(0);

    Episode next = read("scripts/2024-06-14-next.md");
    assertThat(next.publishedAt()).isEqualTo(Instant.parse("2024-06-14T07:30:00Z"));
    assertThat(next.number()).isEqualTo(8);
    assertThat(next.season()).isEqualTo(2);
    assertThat(read("scripts/2024-06-28-and-after.md").number()).isEqualTo(9);
  }

  @Test
  void slotsOfThePastAreNotOffered() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + EVERY_SECOND_FRIDAY)
        .episode("2024-03-08", "first-steps", "First steps");

    home.run("new", "Back again").expect(0);

    // Every second Friday from 8 March on, the first that is not before 1 June.
    assertThat(root.resolve("scripts/2024-06-14-back-again.md")).exists();
  }

  @Test
  void aTakenSlugIsRefusedAndNothingChanges() throws Exception {
    home.episode("2024-03-08", "first-steps", "First steps");
    String before = Files.readString(root.resolve("scripts/2024-03-08-first-steps.md"));

    Result result = home.run("new", "First steps!").expect(2);

    assertThat(result.err())
        .contains("'first-steps' is the slug of scripts/2024-03-08-first-steps.md", "--slug");
    assertThat(root.resolve("scripts")).isDirectoryNotContaining("glob:**2024-06*");
    assertThat(Files.readString(root.resolve("scripts/2024-03-08-first-steps.md")))
        .isEqualTo(before);
    home.run("new", "First steps!", "--slug", "first-steps-2").expect(0);
  }

  @Test
  void theHostsOwnTemplateIsUsed() throws Exception {
    home.file("scripts/.template.md", "Hello from {host}: {title} on {show}.\n");

    home.run("new", "Tea", "--date", "2024-07-04").expect(0);

    assertThat(Files.readString(root.resolve("scripts/2024-07-04-tea.md")))
        .endsWith("---\nHello from Ada Example: Tea on Test Show.\n");
  }

  @Test
  void aTitleWithoutLatinLettersNeedsASlug() {
    assertThat(home.run("new", "你好").expect(2).err()).contains("add --slug");
    home.run("new", "你好", "--slug", "ni-hao").expect(0);
    assertThat(root.resolve("scripts/2024-06-01-ni-hao.md")).exists();
  }
}
