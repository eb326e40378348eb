package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.TestHome.Result;
import com.kaizencast.audio.Mp3Info;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host hears what subscribers would get, and subscribers get nothing of it. */
class PreviewTest {

  private static final String DRAFT =
      """
      ---
      title: Tea
      date: 2030-01-01
      draft: true
      ---
      Welcome. Today we look at tea, which is a leaf in water.

      ## The leaf

      It grows on a bush, and somebody picks it by hand, early in the morning.

      ## The water

      It is hot, and it is not boiling. The XQZT people know more about that.
      """;

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show().file("scripts/2030-01-01-tea.md", DRAFT);
  }

  private static Path audio(Result result) {
    Matcher listen = Pattern.compile("(?m)^Listen: (.+)$").matcher(result.out());
    assertThat(listen.find()).as(result.out()).isTrue();
    return Path.of(listen.group(1));
  }

  @Test
  void aDraftIsRenderedApartFromWhatIsPublished() throws Exception {
    Result result = home.run("preview", "tea").expect(0);

    Mp3Info info = Mp3Info.read(audio(result));
    assertThat(info.defect()).isNull();
    assertThat(info.duration().toSeconds()).isBetween(10L, 40L);
    assertThat(result.out())
        .startsWith("Tea (draft): 0:" + padded(info.duration().toSecondsPart()))
        .contains(
            "  0:00  Introduction\n", "The leaf\n", "The water\n", "64 kbit/s", "'draft: true'");
    Matcher loud = Pattern.compile("(-?[0-9.]+) LUFS, peak (-?[0-9.]+) dBTP").matcher(result.out());
    assertThat(loud.find()).isTrue();
    assertThat(Double.parseDouble(loud.group(1))).isCloseTo(-19, within(0.5));
    assertThat(Double.parseDouble(loud.group(2))).isLessThanOrEqualTo(-1);
    assertThat(home.published()).isEmpty();
    assertThat(audio(result)).startsWith(root.resolve(".kaizencast/preview/tea"));
  }

  private static String padded(int seconds) {
    return (seconds < 10 ? "0" : "") + seconds;
  }

  @Test
  void theNextBuildKnowsNothingOfIt() throws Exception {
    home.episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);
    Map<String, String> before = home.published();

    home.run("preview", "first-steps").expect(0);
    home.run("preview", "tea").expect(0);

    assertThat(home.run().expect(0).out()).contains("0 rendered, 1 unchanged");
    assertThat(home.published()).isEqualTo(before);
  }

  @Test
  void aPublishedEpisodeSoundsAsItIsPublished() throws Exception {
    home.episode("2024-03-08", "first-steps", "First steps");
    home.run().expect(0);

    Path heard = audio(home.run("preview", "first-steps").expect(0));

    assertThat(heard).hasSameBinaryContentAs(home.audio(home.items().get(0)));
  }

  @Test
  void oneAudioFileIsLeftHoweverOftenItIsHeard() throws Exception {
    home.run("preview", "tea").expect(0);
    home.file("scripts/2030-01-01-tea.md", DRAFT.replace("a bush", "a small green bush"));

    Path heard = audio(home.run("preview", "tea").expect(0));

    try (Stream<Path> files = Files.list(heard.getParent())) {
      assertThat(files).containsExactly(heard);
    }
  }

  @Test
  void aFileFromAnywhereCanBeHeard() throws Exception {
    Path elsewhere = root.resolve("elsewhere/2024-05-05-cake.txt");
    home.file("elsewhere/2024-05-05-cake.txt", "Cake\n\nA cake is sweet, and it is soon gone.\n");

    Result result = home.run("preview", elsewhere.toString(), "--json").expect(0);

    assertThat(result.out()).contains("\"title\" : \"Cake\"", "\"draft\" : false", "\"lufs\" : -1");
  }

  @Test
  void mistakesAreSaidWhereTheyAre() throws Exception {
    home.file("scripts/bad.md", "---\ntitle: Bad\ndate: tomorrow\n---\nWords.\n");

    assertThat(home.run("preview", root.resolve("scripts/bad.md").toString()).expect(2).err())
        .contains("scripts/bad.md:3:7: 'date' is 'tomorrow'");
    assertThat(home.run("preview", "coffee").expect(2).err())
        .contains("no script with the slug 'coffee'", "there is tea");
  }

  @Test
  void isPlayedByThePlayerOfTheMachineThatComesFirst() throws Exception {
    // The order in which they are looked for is not the one on the path.
    player("mpg123", "exit 9");
    player("mpv", "printf '%s\\n' \"$@\" > " + root + "/played");

    Result result = previewWithPlay(0);

    assertThat(Files.readAllLines(root.resolve("played")))
        .containsExactly("--no-video", "--really-quiet", audio(result).toString());
  }

  @Test
  void whoHasNoPlayerIsToldOfSomeAndWhereToListen() throws Exception {
    Result result = previewWithPlay(1);

    assertThat(result.err()).contains("no player was found; install one of afplay, mpv, ffplay");
    assertThat(audio(result)).isRegularFile();
  }

  @Test
  void aPlayerThatFailsIsNamed() throws Exception {
    player("ffplay", "echo no sound card >&2; exit 3");

    assertThat(previewWithPlay(1).err()).contains("no sound card", "ffplay ended with 3");
  }

  private void player(String name, String script) throws Exception {
    home.file("bin/" + name, "#!/bin/sh\n" + script + "\n");
    assertThat(root.resolve("bin").resolve(name).toFile().setExecutable(true)).isTrue();
  }

  /** In a process of its own, with nothing but the players of the test on its path. */
  private Result previewWithPlay(int code) throws Exception {
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    ProcessBuilder builder =
        Serving.program(root, List.of(), List.of("preview", "--play", "tea"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", root.resolve("bin").toString());
    int ended = builder.start().waitFor();
    return new Result(ended, Files.readString(out), Files.readString(err)).expect(code);
  }
}
