package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a run leaves it. */
class PagesPublishedTest {

  @TempDir private Path root;

  private Document page(String path) throws Exception {
    return Jsoup.parse(root.resolve(path).toFile(), "UTF-8", "https://example.com/show/" + path);
  }

  private TestHome published() throws Exception {
    TestHome home = new TestHome(root).show().episode("2024-01-01", "one", "Number one");
    home.run().expect(0);
    return home;
  }

  @Test
  void comeWithTheFeedThatLinksToThem() throws Exception {
    TestHome home = published();

    String link = TestHome.text(home.items().get(0), "link");
    assertThat(link).isEqualTo("https://example.com/show/feed/episodes/one.html");
    Document episode = page("feed/episodes/one.html");
    assertThat(episode.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(link);
    assertThat(episode.select("#transcript [data-w]").eachText())
        .startsWith("This is a short episode about one.");
    assertThat(
            Files.exists(
                root.resolve("feed/episodes").resolve(episode.selectFirst("audio").attr("src"))))
        .isTrue();
    assertThat(episode.selectFirst("#bars").attr("d").split("z"))
        .hasSize(160)
        .anyMatch(bar -> bar.endsWith(" 30h2v4h-2"))
        .anyMatch(bar -> bar.endsWith("v52h-2"));
    assertThat(page("feed/index.html").select(".list h3").eachText()).containsExactly("Number one");
  }

  @Test
  void areRepairedWhereOneIsGone() throws Exception {
    TestHome home = published();
    Map<String, String> before = home.published();
    String page = Files.readString(root.resolve("feed/episodes/one.html"));

    home.delete("feed/episodes/one.html").run().expect(0);

    assertThat(root.resolve("feed/episodes/one.html")).content().isEqualTo(page);
    Map<String, String> after = home.published();
    after.remove("feed/episodes/one.html");
    before.remove("feed/episodes/one.html");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void goWhereTheHostWantsNone() throws Exception {
    TestHome home = published();

    home.file("scripts/show.yaml", TestHome.SHOW + "page: false\n").run().expect(0);

    assertThat(home.published().keySet())
        .noneMatch(path -> path.matches("feed/(index|episodes/one|page-.*)\\.html|.*\\.(css|js)"))
        .anyMatch(path -> path.matches("feed/episodes/2024-01-01-one\\..*\\.html"));
    assertThat(TestHome.text(home.items().get(0), "link")).isEqualTo("https://example.com/");
    Map<String, String> before = home.published();
    home.run().expect(0);
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void leaveAPageOfTheHostsOwn() throws Exception {
    TestHome home = new TestHome(root).show().episode("2024-01-01", "one", "Number one");
    home.file("feed/index.html", "<!DOCTYPE html><title>My own</title>");

    TestHome.Result result = home.run().expect(0);

    assertThat(result.err()).contains("feed/index.html is not the program's", "page: false");
    assertThat(root.resolve("feed/index.html")).content().contains("My own");
    assertThat(root.resolve("feed/episodes/one.html")).exists();
  }

  @Test
  void changeForTheEpisodeNextToANewOne() throws Exception {
    TestHome home = published();
    assertThat(page("feed/episodes/one.html").select("nav a[rel=next]")).isEmpty();

    home.episode("2024-02-01", "two", "Number two").run().expect(0);

    assertThat(page("feed/episodes/one.html").selectFirst("nav a[rel=next]").text())
        .isEqualTo("Newer Number two");
    assertThat(page("feed/index.html").select(".list h3").eachText())
        .containsExactly("Number two", "Number one");
  }
}
