package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README do what it says, in a fresh copy of the project. */
class ReadmeIT {

  private static final String MAKE = "mvn -q spring-boot:run";
  private static final String TEST = "mvn verify";
  private static final String PACKAGE = "mvn -q package -DskipTests";
  private static final String JAR = "java -jar target/kaizencast.jar --home DIR";
  private static final String CHECK = "java -jar target/kaizencast.jar check";
  private static final String PREVIEW = "java -jar target/kaizencast.jar preview SLUG";
  private static final String PREVIEW_NEW =
      "java -jar target/kaizencast.jar preview why-we-write-decisions-down";
  private static final String BUILD = "java -jar target/kaizencast.jar build";
  private static final String DOCTOR = "java -jar target/kaizencast.jar doctor";
  private static final String NARRATE = "java -jar target/kaizencast.jar narrate FILE";
  private static final String NEW =
      "java -jar target/kaizencast.jar new --date 2024-06-21 \"Why we write decisions down\"";
  private static final String IMPORT = "java -jar target/kaizencast.jar import --dry-run SOURCE";
  private static final String SERVE = "java -jar target/kaizencast.jar serve --watch";
  private static final String SERVE_LOCAL = "java -jar target/kaizencast.jar serve --local";
  private static final String UNPACK =
      "java -Djarmode=tools -jar target/kaizencast.jar extract --destination PROGRAM";
  private static final String ARCHIVE =
      "java -XX:ArchiveClassesAtExit=PROGRAM/classes.jsa -jar PROGRAM/kaizencast.jar --home DIR";
  private static final String NIGHTLY =
      "java -XX:SharedArchiveFile=PROGRAM/classes.jsa -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
          + " -jar PROGRAM/kaizencast.jar --home DIR";
  private static final String KEVIN =
      "java -jar target/kaizencast.jar voice say kevin16 \"This is the old voice.\"";
  private static final String RMS =
      "java -jar target/kaizencast.jar voice say rms \"This is the other one.\"";

  @TempDir Path folder;

  @Test
  void everyCommandIsKnownHere() throws Exception {
    assertThat(Readme.commands())
        .containsExactlyInAnyOrder(
            MAKE,
            TEST,
            PACKAGE,
            NEW,
            CHECK,
            PREVIEW_NEW,
            BUILD,
            SERVE_LOCAL,
            IMPORT,
            PREVIEW,
            NARRATE,
            DOCTOR,
            SERVE,
            KEVIN,
            RMS,
            JAR,
            UNPACK,
            ARCHIVE,
            NIGHTLY);
  }

  @Test
  void oneCommandMakesThePodcast() throws Exception {
    Path clone = Files.createDirectory(folder.resolve("clone"));
    for (String file : output(Path.of("."), "git", "ls-files").lines().toList()) {
      if (Files.exists(Path.of(file))) {
        Files.createDirectories(clone.resolve(file).getParent());
        Files.copy(Path.of(file), clone.resolve(file));
      }
    }

    // Offline: what it needs has been fetched for the build that runs this test.
    String said = output(clone, MAKE.replace("mvn", "mvn -o").split(" "));
    output(clone, PACKAGE.replace("mvn", "mvn -o").split(" "));

    TestHome home = new TestHome(clone);
    assertThat(said).contains("0 failed", "feed: ");
    assertThat(home.items()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(output(clone, BUILD.split(" "))).contains("0 rendered", "(unchanged)");
  }

  @Test
  void checkAndNarrateLookAtTheShow() throws Exception {
    assertThat(output(Path.of("."), CHECK.split(" "))).contains("0 errors");
    String script = "scripts/2023-11-03-trailer.md";
    assertThat(output(Path.of("."), NARRATE.replace("FILE", script).split(" ")))
        .contains("Continuous Improvement");
  }

  @Test
  void anEpisodeIsHeardBeforehandAndTheMachineLookedAt() throws Exception {
    new TestHome(folder).show().episode("2024-03-08", "first", "First steps");
    String jar = Path.of("target/kaizencast.jar").toAbsolutePath().toString();
    String preview = PREVIEW.replace("target/kaizencast.jar", jar).replace("SLUG", "first");
    String doctor = DOCTOR.replace("target/kaizencast.jar", jar);

    String said = output(folder, preview.split(" "));
    assertThat(Path.of(said.replaceFirst("(?s).*Listen: ([^\n]+).*", "$1"))).isRegularFile();
    assertThat(output(folder, doctor.split(" "))).contains("All is well.");
  }

  @Test
  void theShowIsServed() throws Exception {
    new TestHome(folder).show().episode("2024-03-08", "first", "First steps");
    String command = SERVE + " --port 0 --home " + folder;
    try (Serving serving = Serving.start(new ProcessBuilder(command.split(" ")))) {
      URI feed = serving.feed();
      URI build = feed.resolve("/-/build");

      String state = get(build);
      while (!get(feed).contains("First steps")) {
        state = get(URI.create(build + "?" + state.lines().findFirst().orElseThrow()));
      }
      assertThat(serving.terminate()).isZero();
    }
  }

  private static String get(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString(UTF_8))
        .body();
  }

  @Test
  void voicesAreHeard() throws Exception {
    for (String command : List.of(KEVIN, RMS)) {
      String jar = Path.of("target/kaizencast.jar").toAbsolutePath().toString();
      String wav =
          output(folder, "sh", "-c", command.replace("target/kaizencast.jar", jar)).strip();
      assertThat(Files.size(folder.resolve(wav))).isBetween(30_000L, 120_000L);
    }
  }

  @Test
  void aScriptIsBegun() throws Exception {
    new TestHome(folder).show();
    String jar = Path.of("target/kaizencast.jar").toAbsolutePath().toString();

    String said = output(folder, "sh", "-c", NEW.replace("target/kaizencast.jar", jar));

    assertThat(said).contains("-why-we-write-decisions-down.md");
    assertThat(folder.resolve(said.lines().findFirst().orElse("").replaceFirst(":.*", "")))
        .content()
        .contains("draft: true");
  }

  @Test
  void anImportSaysWhatItWouldDo() throws Exception {
    new TestHome(folder)
        .show()
        .file("blog/2024-03-08-tea.md", "---\ntitle: Tea\n---\nTea is a leaf in water.\n");
    String jar = Path.of("target/kaizencast.jar").toAbsolutePath().toString();
    String command = IMPORT.replace("target/kaizencast.jar", jar).replace("SOURCE", "blog");

    assertThat(output(folder, command.split(" "))).contains("would bring: 1 scripts");
  }

  @Test
  void theJarMakesThePodcastOfAnotherFolder() throws Exception {
    TestHome home = new TestHome(folder).show().episode("2024-03-08", "first", "First steps");

    String said = output(Path.of("."), JAR.replace("DIR", folder.toString()).split(" "));

    assertThat(said).contains("1 rendered");
    home.assertFeedHolds();
    assertThat(home.items()).hasSize(1);
  }

  @Test
  void theUnpackedProgramStartsFromAnArchiveOfItsClassesAndLoadsLittle() throws Exception {
    Path program = folder.resolve("program");
    TestHome home =
        new TestHome(folder.resolve("home")).show().episode("2024-03-08", "first", "First steps");
    for (String command : List.of(UNPACK, ARCHIVE, NIGHTLY)) {
      String said = output(Path.of("."), nightly(command, program, home).split(" "));
      assertThat(said)
          .contains(
              command.equals(UNPACK)
                  ? ""
                  : command.equals(ARCHIVE)
                      ? "1 rendered, 0 unchanged"
                      : "0 rendered, 1 unchanged");
    }

    String loaded =
        output(
            Path.of("."),
            nightly(NIGHTLY, program, home).replace("-jar", "-Xlog:class+load -jar").split(" "));

    assertThat(loaded)
        .contains("com.kaizencast.publish.Stamp source: shared objects file (top)")
        .doesNotContain("org.springframework", "org.h2", "tools.jackson", "picocli.CommandLine ");
  }

  private static String nightly(String command, Path program, TestHome home) {
    return command.replace("PROGRAM", program.toString()).replace("DIR", home.root().toString());
  }

  @Test
  void survivesAnAsciiConsole() throws Exception {
    new TestHome(folder)
        .show()
        .file("scripts/2024-03-08-zoe.md", "---\ntitle: Zoë’s café\n---\nA word about her café.\n");
    ProcessBuilder builder = new ProcessBuilder(JAR.replace("DIR", folder.toString()).split(" "));
    builder.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C"));

    output(builder);

    assertThat(Files.readString(folder.resolve("feed/feed.xml"), UTF_8)).contains("Zoë’s café");
  }

  private static String output(Path directory, String... command) throws Exception {
    return output(new ProcessBuilder(command).directory(directory.toFile()));
  }

  private static String output(ProcessBuilder builder) throws Exception {
    File log = File.createTempFile("readme", ".log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
    int code = process.waitFor();
    String said = Files.readString(log.toPath());
    log.delete();
    assertThat(code).as(said).isZero();
    return said;
  }
}
