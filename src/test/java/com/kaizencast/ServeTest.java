package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code serve}, as a process of its own, with clients nobody here wrote. */
class ServeTest {

  @TempDir Path root;
  private final HttpClient client = HttpClient.newHttpClient();
  private TestHome home;
  private Serving serving;
  private URI feed;

  @BeforeEach
  void show() throws Exception {
    home = new TestHome(root).show().episode("2024-03-08", "first-steps", "First steps");
  }

  @AfterEach
  void end() throws IOException {
    if (serving != null) {
      serving.close();
    }
  }

  @Test
  void curlAndFfprobeGetWhatIsPublished() throws Exception {
    home.run().expect(0);
    serve();
    OutsideJudge curl = new OutsideJudge("curl", "curl").required();
    Path mp3 = home.audio(home.items().get(0));
    String url = feed.resolve("../audio/" + mp3.getFileName()).toString();
    byte[] whole = Files.readAllBytes(mp3);

    Path part = root.resolve("part.mp3");
    Files.write(part, Arrays.copyOf(whole, 5000));
    curl.askOk("-sS", "--fail", "-C", "-", "-o", part.toString(), url);
    Path plain = root.resolve("feed.xml");
    curl.askOk("-sS", "--fail", "--compressed", "-o", plain.toString(), feed.toString());

    assertThat(part).hasSameBinaryContentAs(mp3);
    assertThat(plain).hasSameBinaryContentAs(root.resolve("feed/feed.xml"));
    assertThat(
            new OutsideJudge("ffprobe", "ffmpeg")
                .required()
                .askOk("-v", "error", "-show_entries", "format=format_name,size", url))
        .contains("format_name=mp3", "size=" + whole.length);
  }

  @Test
  void aLocalFeedCanBeSubscribedToAndStaysWhatItIs() throws Exception {
    home.run().expect(0);
    serve("--local");

    String served = get(feed);

    assertThat(served).doesNotContain("https://example.com/show/");
    assertThat(Files.readString(root.resolve("feed/feed.xml")))
        .isEqualTo(served.replace(feed.resolve("..").toString(), "https://example.com/show/"));
    URI audio = URI.create(served.replaceFirst("(?s).*<enclosure url=\"([^\"]+)\".*", "$1"));
    assertThat(
            client.send(HttpRequest.newBuilder(audio).build(), BodyHandlers.ofByteArray()).body())
        .isEqualTo(Files.readAllBytes(home.audio(home.items().get(0))));
  }

  @Test
  void sigtermEndsItWithCodeZero() throws Exception {
    home.run().expect(0);
    serve();
    assertThat(get(feed)).contains("First steps");

    assertThat(serving.terminate()).isZero();
    assertThat(serving.said())
        .matches("(?s)127\\.0\\.0\\.1 - - \\[.*\"GET /show/feed/feed.xml HTTP/1.1\" 200 .*");
  }

  @Test
  void watchingBuildsWhatChangesAndTellsThePages() throws Exception {
    home.file("feed/index.html", "<html><head></head><body>Page</body></html>".getBytes(UTF_8));
    serve("--watch", "--access-log", root.resolve("access.log").toString());
    String first = waitForAnother("");
    while (!get(feed).contains("First steps")) {
      first = waitForAnother(first);
    }

    home.episode("2024-03-22", "second-thoughts", "Second thoughts");
    String second = waitForAnother(first);
    assertThat(second).endsWith("\n");
    assertThat(get(feed)).contains("Second thoughts");

    home.file("scripts/2024-04-01-bad.md", "---\ntitle: Bad\ndate: 2024-99-99\n---\nText.\n");
    String third = waitForAnother(second);
    assertThat(third).contains("scripts/2024-04-01-bad.md:3:7: ");
    assertThat(get(feed)).contains("Second thoughts");

    home.file("scripts/show.yaml", "title: [");
    String fourth = waitForAnother(third);
    assertThat(fourth).contains("scripts/show.yaml:");

    home.show().delete("scripts/2024-04-01-bad.md");
    String fifth = waitForAnother(fourth);
    while (!fifth.endsWith("\n")) {
      fifth = waitForAnother(fifth);
    }

    assertThat(get(feed.resolve("."))).contains("<script src=\"/-/reload.js\" defer></script>");
    assertThat(get(feed.resolve("/-/reload.js"))).contains("/-/build");
    assertThat(serving.terminate()).isZero();
    assertThat(root.resolve("access.log")).content().contains("GET /-/build?");
  }

  @Test
  void withoutWatchingPagesAreAsPublished() throws Exception {
    home.run().expect(0);
    home.file("feed/page.html", "<html><head></head></html>");
    serve();

    assertThat(get(feed.resolve("page.html"))).isEqualTo("<html><head></head></html>");
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(feed.resolve("/-/build")).build(),
                    BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void mistakesOfTheCommandLineAreNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThat(home.run("serve", "--port", "" + taken.getLocalPort()).expect(1).err())
          .contains("127.0.0.1:" + taken.getLocalPort() + " can't be had", "--port");
    }
    assertThat(home.run("serve", "--port", "70000").expect(2).err()).contains("70000 is no port");
    assertThat(home.run("serve", "--local", "--bind", "0.0.0.0").expect(2).err())
        .contains("--bind 192.168.1.5");
    home.delete("scripts/show.yaml");
    assertThat(home.run("serve").expect(2).err()).contains("scripts/show.yaml");
  }

  @Test
  void whoServesOthersIsTold() throws Exception {
    serve("--bind", "0.0.0.0");
    assertThat(serving.terminate()).isZero();

    assertThat(serving.said())
        .contains("warning: whoever can reach 0.0.0.0 can listen")
        .contains("warning: nothing is published yet; 'kaizencast build' does that");
  }

  @Test
  void aBuildLoadsNothingOfTheServer() throws Exception {
    home.run().expect(0);

    Process build = Serving.program(root, List.of("-verbose:class"), List.of("build")).start();
    List<String> loaded;
    try (BufferedReader lines = build.inputReader(UTF_8)) {
      loaded = lines.lines().filter(line -> line.contains("org.eclipse.jetty")).toList();
    }

    assertThat(build.waitFor()).isZero();
    assertThat(loaded).isEmpty();
  }

  private void serve(String... options) throws IOException {
    serving = Serving.home(root, options);
    assertThat(serving.page().toString()).matches("http://localhost:\\d+/show/feed/");
    feed = serving.feed();
  }

  private String get(URI url) throws Exception {
    return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString(UTF_8)).body();
  }

  /** As the script in the page does: the state that comes after the known one. */
  private String waitForAnother(String known) throws Exception {
    String number = known.replaceFirst("(?s)\n.*", "");
    String state = known;
    while (state.equals(known) || state.replaceFirst("(?s)\n.*", "").equals(number)) {
      state = get(feed.resolve("/-/build?" + number));
    }
    return state;
  }
}
