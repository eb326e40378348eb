package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps a build from working is found before the night. */
class DoctorTest {

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root).show();
  }

  @Test
  void allIsWellWhereABuildWorks() throws Exception {
    home.episode("2024-03-08", "first-steps", "First steps");

    Result result = home.run("doctor").expect(0);

    assertThat(result.out())
        .contains(
            "ok      Java",
            "ok      voice         kevin16 speaks",
            "ok      scripts       1 scripts")
        .contains("ok      ffmpeg        the bundled one: ffmpeg version")
        .contains("ok      time          2024-06-01 00:00 in UTC, the zone of the show")
        .contains("odd     base-url", "All is well.");
    home.run().expect(0);
    assertThat(home.run("doctor").expect(0).out()).contains("1 episodes in");
  }

  @Test
  void whatIsBrokenIsNamedWithItsRemedy() throws Exception {
    home.file("scripts/bad.md", "x").file("audio", "a file where a folder is to be");

    Result result = home.run("doctor", "--ffmpeg", "/nowhere/ffmpeg").expect(1);

    assertThat(result.out())
        .contains("broken  ffmpeg        /nowhere/ffmpeg", "name one with --ffmpeg")
        .containsPattern("broken  audio +.*can't be written")
        .contains("odd     scripts       1 scripts, 1 with mistakes; run: kaizencast check")
        .contains("2 to mend");
  }

  @Test
  void aBrokenShowIsSaidWithItsPlace() throws Exception {
    home.file("scripts/show.yaml", TestHome.SHOW + "colour: red\n");

    assertThat(home.run("doctor", "--json").expect(1).out())
        .contains("\"state\" : \"BROKEN\"", "scripts/show.yaml:16:1: no key 'colour'");
  }

  @Test
  void aServerThatDoesAllIsFoundGood() throws Exception {
    String said = online(this::good).expect(0).out();

    assertThat(said)
        .contains("answers with status 200", "that of ", "Access-Control-Allow-Origin: *")
        .contains("a request for 4 bytes gets status 206")
        .doesNotContain("broken");
  }

  @Test
  void aServerThatDoesLittleIsFoundOut() throws Exception {
    String said = online(this::poor).expect(1).out();

    assertThat(said)
        .contains(
            "broken  its type      text/plain; serve .xml as application/rss+xml",
            "broken  its HEAD      status 405",
            "broken  audio online",
            "no Access-Control-Allow-Origin");
  }

  @Test
  void aServerThatIsNotThereIsSaid() throws Exception {
    home.file(
        "scripts/show.yaml",
        TestHome.SHOW.replace("https://example.com/show/", "http://127.0.0.1:9/"));

    assertThat(home.run("doctor", "--online").expect(1).out())
        .contains("broken  feed online   http://127.0.0.1:9/feed/feed.xml can't be had");
  }

  private interface Manners {
    void answer(HttpExchange exchange, byte[] file, String path) throws IOException;
  }

  private Result online(Manners manners) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          manners.answer(exchange, Files.readAllBytes(root.resolve(path.substring(1))), path);
          exchange.close();
        });
    server.start();
    try {
      home.file("scripts/show.yaml", TestHome.SHOW.replace("https://example.com/show/", base));
      home.episode("2024-03-08", "first-steps", "First steps");
      home.run().expect(0);
      return home.run("doctor", "--online");
    } finally {
      server.stop(0);
    }
  }

  private void good(HttpExchange exchange, byte[] file, String path) throws IOException {
    String type = path.endsWith(".xml") ? "application/rss+xml; charset=utf-8" : "audio/mpeg";
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", file.length + "");
      exchange.sendResponseHeaders(200, -1);
    } else if (range != null) {
      assertThat(range).isEqualTo("bytes=0-3");
      exchange.sendResponseHeaders(206, 4);
      exchange.getResponseBody().write(Arrays.copyOf(file, 4));
    } else {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    }
  }

  private void poor(HttpExchange exchange, byte[] file, String path) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(405, -1);
    } else {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    }
  }
}
