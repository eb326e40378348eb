package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.site.Browser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the README from an idea on is heard, in an app and in a browser. */
class FirstEpisodeIT {

  private static final String SENTENCES =
      "A record says what was known, what was chosen, and by whom."
          + " It takes ten minutes to write, and it saves an hour each time somebody asks.";

  @TempDir Path root;
  @TempDir Path subscriber;

  @Test
  void theReadmeLeadsFromAnIdeaToAListener() throws Exception {
    List<String> commands = new ArrayList<>(Readme.commandsUnder("Your first episode"));
    assertThat(commands).hasSize(6);
    assertThat(commands.remove(0)).isEqualTo("mvn -q package -DskipTests");
    TestHome home = new TestHome(root).show();

    String begun = run(commands.get(0));
    assertThat(commands.get(0)).contains(" new ");
    Path script = root.resolve(begun.replaceFirst("(?s):.*", ""));
    String draft = Files.readString(script);
    assertThat(draft).contains("draft: true", "…");
    Files.writeString(script, draft.replace("…", SENTENCES));

    assertThat(commands.get(1)).endsWith(" check");
    assertThat(run(commands.get(1))).contains("0 errors");

    assertThat(commands.get(2)).contains(" preview ");
    String preview = run(commands.get(2));
    Path heard = Path.of(preview.replaceFirst("(?s).*Listen: ([^\n]+).*", "$1"));
    assertThat(preview).contains("(draft)");
    assertThat(heard).isRegularFile();
    assertThat(home.published()).isEmpty();

    Files.writeString(script, Files.readString(script).replace("draft: true\n", ""));
    assertThat(commands.get(3)).endsWith(" build");
    assertThat(run(commands.get(3))).contains("1 rendered", "feed: ");
    home.assertFeedHolds();
    Path published = home.audio(home.items().get(0));

    assertThat(commands.get(4)).contains(" serve ");
    try (Serving serving = Serving.start(process(commands.get(4) + " --port 0"))) {
      Path library = Podget.subscribe(serving.feed().toString(), subscriber);
      try (Stream<Path> files = Files.walk(library)) {
        assertThat(files.filter(file -> file.toString().endsWith(".mp3")))
            .singleElement()
            .satisfies(file -> assertThat(file).hasSameBinaryContentAs(published));
      }
      listen(serving);

      // As the table of exit codes has it.
      assertThat(serving.terminate()).isZero();
      assertThat(serving.said()).doesNotContain("\" 4", "\" 5", "xception");
    }
  }

  /** What a listener without an app does. */
  private static void listen(Serving serving) throws Exception {
    try (Browser browser = Browser.open()) {
      browser.at(1280, 800, serving.page().toString());
      assertThat(browser.texts(".list h3")).containsExactly("Why we write decisions down");

      browser.click(".list h3 a").until("document.querySelector('audio')?.readyState > 0");
      browser.click("#play").until("document.querySelector('audio').currentTime > 5");
      browser.until("document.querySelector('.word[aria-current]') != null").click("#play");

      String word =
          (String) browser.run("return document.querySelector('.word[aria-current]').textContent");
      assertThat(browser.one("#transcript").getText()).contains(word);
      assertThat(browser.requests())
          .allMatch(url -> url.startsWith(serving.page().resolve("..").toString()));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private String run(String command) throws Exception {
    File log = Files.createTempFile(subscriber, "command", ".log").toFile();
    Process process = process(command).redirectErrorStream(true).redirectOutput(log).start();
    int code = process.waitFor();
    String said = Files.readString(log.toPath());
    assertThat(code).as("%s: %s", command, said).isZero();
    return said;
  }

  /** The packaged program, in the folder of the show. */
  private ProcessBuilder process(String command) {
    String jar = Path.of("target/kaizencast.jar").toAbsolutePath().toString();
    return new ProcessBuilder("sh", "-c", "exec " + command.replace("target/kaizencast.jar", jar))
        .directory(root.toFile());
  }
}
