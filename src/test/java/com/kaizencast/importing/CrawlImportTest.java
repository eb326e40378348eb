package com.kaizencast.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.ShowCrawl;
import com.kaizencast.TestHome;
import com.kaizencast.TestHome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the show, and nothing else, are found in the text of a whole site. */
class CrawlImportTest {

  private static final String SITE =
      """
      Skip to content

      Home

      如何煮米飯

      煮米飯看似簡單,但是水量和時間都需要仔細掌握,否則米飯會太硬或太軟。

      docker run rice

      先把米洗乾淨,然後浸泡三十分鐘,再加入適量的水,用小火慢慢煮熟。

      Boiling Rice

      Rice is boiled in many ways, and all of them begin with water that is cold and clean.

      Water

      Two parts of water to one of rice is what most people write, and it is wrong.

      Boiling Rice

      Hello and welcome to Test Show. Today we look at how a pot of
      rice is boiled.

        1. Water: more than you think.
        2. Time: less than you think.

      Thanks for listening to Test Show. Keep stirring.

      煮飯

      這一集的翻譯文字在這裡,內容和上面的文章大致相同,只是用中文寫成的。

      Frying Rice

      Rice that was boiled yesterday fries best, since it has lost some of its water by then.
      """;

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show().file("site.txt", SITE);
  }

  private Result run(String... arguments) {
    return home.run(
        Stream.concat(Stream.of("import"), Stream.of(arguments)).toArray(String[]::new));
  }

  private List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("scripts"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void findsTheScriptAmongArticlesAndTranslations() throws Exception {
    Result result = run(root.resolve("site.txt").toString()).expect(0);

    assertThat(scripts()).containsExactly("2024-06-01-boiling-rice.txt", "show.yaml");
    assertThat(root.resolve("scripts/2024-06-01-boiling-rice.txt"))
        .content()
        .isEqualTo(
            SITE.substring(SITE.indexOf("Boiling Rice\n\nHello"), SITE.indexOf("\n煮飯")).strip()
                + "\n");
    assertThat(result.out())
        .contains(
            "script       site.txt:21: Boiling Rice -> scripts/2024-06-01-boiling-rice.txt"
                + " (greeting in line 23, sign-off in line 29",
            "passed over  site.txt:5: 如何煮米飯 (a translation: written in Han)",
            "passed over  site.txt:13: Boiling Rice (an article: it has no greeting)",
            "passed over  site.txt:31: 煮飯 (a translation: written in Han)",
            "passed over  site.txt:35: Frying Rice (an article: it has no greeting)",
            "1 scripts, 0 episodes as published, 0 there already, 4 passed over, 0 refused");
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }

  @Test
  void importingAgainChangesNothing() throws Exception {
    run(root.resolve("site.txt").toString()).expect(0);
    Path script = root.resolve("scripts/2024-06-01-boiling-rice.txt");
    Files.writeString(script, Files.readString(script) + "\nThe host has added this.\n");
    String before = Files.readString(script);

    Result again = home.at("2024-07-01T00:00:00Z").run("import", root.resolve("site.txt") + "");

    assertThat(again.expect(0).out()).contains("0 scripts", "1 there already");
    assertThat(scripts()).containsExactly("2024-06-01-boiling-rice.txt", "show.yaml");
    assertThat(Files.readString(script)).isEqualTo(before);
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    assertThat(run("--dry-run", root.resolve("site.txt").toString()).expect(0).out())
        .contains("would bring: 1 scripts");

    assertThat(scripts()).containsExactly("show.yaml");
  }

  @Test
  void patternsOfTheShowDecide() throws Exception {
    home.file(
        "scripts/show.yaml",
        TestHome.SHOW
            + """
            import:
              greeting: 'rice that was boiled yesterday'
              sign-off: 'lost some'
            """);

    Result result = run(root.resolve("site.txt").toString()).expect(3);

    assertThat(result.out())
        .contains("REFUSED", "Frying Rice", "no sign-off behind it; set import.sign-off");
    assertThat(scripts()).containsExactly("show.yaml");
  }

  @Test
  void aBrokenPatternIsReportedWhereItIs() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "import:\n  greeting: 'hello ('\n");

    assertThat(run(root.resolve("site.txt").toString()).expect(2).err())
        .contains("scripts/show.yaml:17:13: 'greeting' is 'hello (', no regular expression");
  }

  @Test
  void theShowsOwnSiteHasExactlyThreeScripts() throws Exception {
    List<ShowCrawl.RealScript> real = ShowCrawl.scripts();
    Files.copy(Path.of("scripts/show.yaml"), root.resolve("scripts/real.yaml"));
    Files.move(
        root.resolve("scripts/real.yaml"),
        root.resolve("scripts/show.yaml"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    Result result = run(ShowCrawl.path().toString()).expect(0);

    assertThat(result.out()).contains("3 scripts, ", "7 passed over, 0 refused");
    // Every second Friday from the day of the import on, in the order of the site.
    assertThat(scripts()).hasSize(4);
    for (int i = 0; i < 3; i++) {
      assertThat(Files.readString(root.resolve("scripts/" + scripts().get(i))))
          .isEqualTo(real.get(i).text());
    }
    assertThat(home.run("check").expect(0).out()).contains("0 errors");
  }
}
