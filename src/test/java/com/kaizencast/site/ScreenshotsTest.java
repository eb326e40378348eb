package com.kaizencast.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.LoopbackServer;
import com.kaizencast.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the page in the README. */
class ScreenshotsTest {

  private static final Path FOLDER = Path.of("src/docs/images");
  private static final List<String> NAMES = List.of("index.jpg", "episode.jpg", "phone.jpg");

  @TempDir private Path folder;

  @Test
  void areInTheReadmeAndSmall() throws Exception {
    String readme = Files.readString(Path.of("README.md"));

    for (String name : NAMES) {
      assertThat(readme).contains("](src/docs/images/" + name + ")");
      byte[] picture = Files.readAllBytes(FOLDER.resolve(name));
      assertThat(picture).startsWith(0xff, 0xd8, 0xff);
      assertThat(picture.length).as(name).isLessThan(60_000);
    }
  }

  /**
   * Taken anew with {@code -Dscreenshots.update=true}, of a part of the show in this repository.
   */
  @Test
  void areTakenOfTheShow() throws Exception {
    assumeTrue(Boolean.getBoolean("screenshots.update"), "-Dscreenshots.update=true takes them");
    TestHome home = new TestHome(folder);
    for (String script :
        List.of(
            "2023-11-03-trailer.md",
            "2024-01-26-event-driven-with-kafka.md",
            "2024-05-17-threat-modelling-over-coffee.md",
            "2024-06-07-slos-people-use.md",
            "lexicon.yaml")) {
      home.file("scripts/" + script, Files.readString(Path.of("scripts", script)));
    }
    String show = Files.readString(Path.of("scripts/show.yaml"));
    home.file("scripts/show.yaml", show.replace("name: rms", "name: kevin16")).run().expect(0);

    Files.createDirectories(FOLDER);
    try (LoopbackServer server = new LoopbackServer("/show/", folder);
        Browser browser = Browser.open()) {
      browser.at(960, 680, server.url() + "feed/index.html");
      Files.write(FOLDER.resolve("index.jpg"), browser.picture());
      String episode = server.url() + "feed/episodes/event-driven-with-kafka.html#t=";
      String atTheWord = "document.querySelector('.word[aria-current]') != null";
      browser.at(960, 680, episode + "0:09").until(atTheWord);
      Files.write(FOLDER.resolve("episode.jpg"), browser.picture());
      browser.dark(true).at(360, 720, episode + "0:24").until(atTheWord).click("#follow");
      browser.until("scrollY > 300 && (window.last == scrollY || (window.last = scrollY, false))");
      Files.write(FOLDER.resolve("phone.jpg"), browser.picture());
    }
  }
}
