package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Programs that subscribe to podcasts, on a show that is served on this machine. */
class SubscribersTest {

  @TempDir Path root;
  @TempDir Path subscriber;
  private TestHome home;
  private LoopbackServer server;

  @BeforeEach
  void publish() throws Exception {
    server = new LoopbackServer("/show/", root);
    home =
        new TestHome(root)
            .file(
                "scripts/show.yaml",
                TestHome.SHOW.replace("https://example.com/show/", server.url()))
            .episode("2024-03-08", "first-steps", "First steps & <more>")
            .episode("2024-03-22", "second-thoughts", "Second thoughts 改善")
            .episode("2024-04-05", "third-time", "Third time");
    home.run().expect(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String feedUrl() {
    return server.url() + "feed/feed.xml";
  }

  /** Every episode once, byte for byte, and nothing else of that kind. */
  private void assertDownloaded(Path folder) throws Exception {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(".mp3")).toList();
      assertThat(files).hasSize(3);
      for (Element item : home.items()) {
        String url = TestHome.enclosure(item).getAttribute("url");
        String name = url.substring(url.lastIndexOf('/') + 1);
        assertThat(files)
            .filteredOn(file -> file.getFileName().toString().equals(name))
            .singleElement()
            .satisfies(
                file ->
                    assertThat(file).hasSameBinaryContentAs(root.resolve("audio").resolve(name)));
      }
    }
  }

  @Test
  void podgetDownloadsEveryEpisodeByteForByte() throws Exception {
    assertDownloaded(Podget.subscribe(feedUrl(), subscriber));
  }

  /** The parser of gPodder, a desktop client, decides here what there is to load. */
  @Test
  void whatGpodderReadsIsLoadedByteForByte() throws Exception {
    OutsideJudge python = new OutsideJudge("/usr/bin/python3", "python3").required();
    OutsideJudge.require(
        python.ask("-c", "import podcastparser").exitCode() == 0,
        "podcastparser is missing: apt-get install python3-podcastparser");

    python.askOk(".ci/judges/subscribe.py", feedUrl(), subscriber.toString());

    assertDownloaded(subscriber);
  }

  @Test
  void everyAddressInTheFeedIsServedInTheLengthItSays() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<String> addresses =
        Pattern.compile("\"(" + Pattern.quote(server.url()) + "[^\"]+)\"")
            .matcher(Files.readString(root.resolve("feed/feed.xml")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    // Feed, cover, and for each episode audio, four transcripts and, where a font can write its
    // title,
    // a picture.
    assertThat(addresses).hasSizeBetween(2 + 3 * 5, 2 + 3 * 6);
    for (String address : addresses) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(Files.readAllBytes(root.resolve(address.substring(server.url().length()))));
    }
  }
}
