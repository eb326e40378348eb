package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at scripts without rendering them. */
class NarrateAndCheckTest {

  private static final String SCRIPT =
      """
      ---
      title: Pipelines
      ---
      Our CI/CD pipeline signs with a trusted CA.

      1. Build: it takes 5 minutes.
      """;

  @TempDir Path root;
  private TestHome home;
  private String script;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show().file("scripts/2024-03-08-pipelines.md", SCRIPT);
    script = root.resolve("scripts/2024-03-08-pipelines.md").toString();
  }

  @Test
  void narratePrintsAnUtteranceALine() {
    Result result = home.run("narrate", script).expect(0);

    assertThat(result.out().lines())
        .containsExactly(
            "Our C I, C D pipeline signs with a trusted C A.",
            "one.",
            "Build: it takes five minutes.");
    assertThat(root.resolve("audio")).doesNotExist();
  }

  @Test
  void narrateWordsTellsWhereEachCameFrom() {
    Result result = home.run("narrate", "--words", script).expect(0);

    assertThat(result.out().lines())
        .anySatisfy(
            line -> {
              assertThat(line).startsWith("scripts/2024-03-08-pipelines.md:4:5\t");
              assertThat(line.split("\t")[1]).startsWith("CI");
              assertThat(line.split("\t")).hasSize(4);
            });
  }

  @Test
  void narratePhonesAreThoseOfTheVoice() {
    Result result = home.run("narrate", "--phones", script).expect(0);

    assertThat(result.out().lines().findFirst().orElseThrow()).contains("s iy1 | ey1");
    assertThat(home.run("narrate", "--phones", "--words", script).expect(2).err())
        .contains("mutually exclusive");
  }

  @Test
  void checkReadsEverythingAndRendersNothing() throws Exception {
    home.file(
            "scripts/2024-03-09-odd.md",
            "---\ntitle: Odd\n---\nThe QZXW of it. 🎉 Well, Qwormblatt agrees.\n")
        .file("scripts/2024-03-10-bad.md", "---\ntitel: Bad\n---\nText.\n");

    Result result = home.run("check").expect(3);

    assertThat(result.out())
        .contains("scripts/2024-03-08-pipelines.md: 1")
        .contains("scripts/2024-03-09-odd.md:4:5: warning: ")
        .contains("QZXW")
        .contains("does not have 'Qwormblatt'")
        .contains("scripts/2024-03-10-bad.md:2:1: ")
        .containsPattern("\\d errors?, \\d warnings");
    assertThat(Files.exists(root.resolve("audio"))).isFalse();
    assertThat(home.run("check", script).expect(0).out()).contains("0 errors");
  }

  @Test
  void missingFileIsSaidPlainly() {
    Result result = home.run("narrate", root.resolve("nowhere.md").toString()).expect(1);

    assertThat(result.err()).contains("nowhere.md").doesNotContain("\tat ");
  }
}
