package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.serve.RawClient.Answer;
import com.kaizencast.serve.ShowServer.Limits;
import com.kaizencast.serve.ShowServer.Options;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowServerTest {

  private static final String MP3 = "/show/audio/first.0123abcd.mp3";
  private static final String FEED = "/show/feed/feed.xml";
  private static final Instant MODIFIED = Instant.parse("2024-03-08T10:11:12.345Z");
  private static final String MODIFIED_TEXT = "Fri, 08 Mar 2024 10:11:12 GMT";

  @TempDir Path home;

  private final byte[] mp3 = new byte[300_000];
  private final String feed = "<rss>" + "<item>An episode</item>\n".repeat(500) + "</rss>";
  private final List<String> log = new CopyOnWriteArrayList<>();
  private ShowServer server;
  private int port;

  @BeforeEach
  void publish() throws IOException {
    new Random(1).nextBytes(mp3);
    file("audio/first.0123abcd.mp3", mp3);
    file("feed/feed.xml", feed.getBytes(UTF_8));
    file(
        "feed/index.html",
        "<!doctype html><html><head><title>Ä</title></head><body></body></html>".getBytes(UTF_8));
    file("feed/ledger.json", "{}".getBytes(UTF_8));
    file("scripts/show.yaml", "secret".getBytes(UTF_8));
    start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void sendsAFileWithAllThatIsKnownOfIt() throws Exception {
    Answer answer = ask("GET", MP3);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(mp3);
    assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(answer.header("Content-Length")).isEqualTo("300000");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("ETag")).matches("\"[\\w-]{22}\"");
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED_TEXT);
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("Content-Range", "ETag");
    assertThat(answer.header("Vary")).isNull();
    assertThat(answer.header("Server")).isNull();
  }

  @Test
  void theTagOfAFileFollowsItsBytesAlone() throws Exception {
    String before = ask("GET", MP3).header("ETag");

    file("audio/first.0123abcd.mp3", mp3);
    Files.setLastModifiedTime(
        home.resolve("audio/first.0123abcd.mp3"), FileTime.from(MODIFIED.plusSeconds(60)));
    String touched = ask("GET", MP3).header("ETag");
    mp3[7]++;
    file("audio/first.0123abcd.mp3", mp3);

    assertThat(touched).isEqualTo(before);
    assertThat(ask("GET", MP3).header("ETag")).isNotEqualTo(before);
    assertThat(ask("GET", MP3).body()).isEqualTo(mp3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed/feed.xml | application/rss+xml; charset=utf-8",
        "feed/feed-2.xml | application/rss+xml; charset=utf-8",
        "feed/sitemap.xml | application/xml",
        "feed/index.html | text/html; charset=utf-8",
        "feed/style.0123abcd.css | text/css; charset=utf-8",
        "feed/script.0123abcd.js | text/javascript; charset=utf-8",
        "feed/robots.txt | text/plain; charset=utf-8",
        "feed/episodes/a.0123abcd.vtt | text/vtt",
        "feed/episodes/a.0123abcd.srt | application/x-subrip",
        "feed/episodes/a.0123abcd.json | application/json",
        "feed/episodes/a.0123abcd.chapters.json | application/json+chapters",
        "feed/cover.0123abcd.png | image/png",
        "feed/cover.0123abcd.jpg | image/jpeg",
        "feed/qr.svg | image/svg+xml",
        "feed/feed.xml.gz | application/gzip",
        "audio/a.mp3 | audio/mpeg",
        "feed/who-knows | application/octet-stream"
      })
  void namesTheTypeThatTheFeedAndTheStandardsName(String path, String type) throws Exception {
    file(path, "text".getBytes(UTF_8));

    assertThat(ask("GET", "/" + path).header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed/feed.xml | public, max-age=60",
        "feed/episodes/first.html | public, max-age=60",
        "feed/style.0123abcd.css | public, max-age=31536000, immutable",
        "feed/episodes/a.0123abcd.chapters.json | public, max-age=31536000, immutable",
        "audio/named-by-hand.mp3 | public, max-age=60"
      })
  void onlyWhatIsNamedByItsContentIsKeptForGood(String path, String caching) throws Exception {
    file(path, "text".getBytes(UTF_8));

    assertThat(ask("GET", "/" + path).header("Cache-Control")).isEqualTo(caching);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MP3,
        "/audio/first.0123abcd.mp3",
        FEED,
        "/feed/feed.xml",
        "/feed/",
        "/show/feed/",
        "/",
        "/show",
        "/show/",
        "/feed",
        "/show/feed",
        "/feed/none.xml",
        "/audio/",
        "/none"
      })
  void headSaysWhatGetSays(String target) throws Exception {
    for (String header : List.of("X: y", "Accept-Encoding: gzip", "If-None-Match: *")) {
      Answer get = ask("GET", target, header);
      Answer head = ask("HEAD", target, header);

      assertThat(head.body()).isEmpty();
      assertThat(head.status()).isEqualTo(get.status());
      assertThat(undated(head)).isEqualTo(undated(get));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, ./feed/",
    "/show, ./show/",
    "/show/, ./feed/",
    "/feed, ./feed/",
    "/show/feed, ./feed/",
    "/feed/episodes, ./episodes/",
    "/feed/%C3%A4%20b, ./%C3%A4%20b/"
  })
  void aFolderIsAskedForWithASlash(String target, String location) throws Exception {
    file("feed/episodes/index.html", "episodes".getBytes(UTF_8));
    file("feed/ä b/index.html", "episodes".getBytes(UTF_8));

    Answer answer = ask("GET", target);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo(location);
    assertThat(ask("GET", URI.create(target).resolve(location).getRawPath()).status())
        .isIn(200, 302);
  }

  @Test
  void theFolderOfTheFeedIsThePageOfTheShow() throws Exception {
    Answer answer = ask("GET", "/feed/");

    assertThat(answer.text()).contains("<title>Ä</title>");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "media-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(ask("GET", MP3).header("Content-Security-Policy")).isNull();
  }

  @Test
  void aStyleSheetWithinAPageIsLetIn() throws Exception {
    file("feed/a.html", "<head><style>\np { color: red }\n</style></head>".getBytes(UTF_8));

    // printf '\np { color: red }\n' | openssl dgst -sha256 -binary | base64
    assertThat(ask("GET", "/feed/a.html").header("Content-Security-Policy"))
        .contains("style-src 'self' 'sha256-" + STYLE_DIGEST + "';");
  }

  private static final String STYLE_DIGEST = "7Snye0l4UNtpMvNLuyPLr9ySuX29DuwWKkaMJcmejjM=";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/show.yaml",
        "/show/scripts/show.yaml",
        "/feed/../scripts/show.yaml",
        "/feed/%2e%2e/scripts/show.yaml",
        "/feed/%2E%2E%2Fscripts/show.yaml",
        "/feed/..%2fscripts/show.yaml",
        "/feed/%252e%252e/scripts/show.yaml",
        "/feed/..%5cscripts%5cshow.yaml",
        "/feed/..\\scripts\\show.yaml",
        "/feed/....//scripts/show.yaml",
        "/feed/.;/../../scripts/show.yaml",
        "/feed/..;/scripts/show.yaml",
        "/feed/%c0%ae%c0%ae/scripts/show.yaml",
        "/feed/%u002e%u002e/scripts/show.yaml",
        "/feed/feed.xml%00.html",
        "//scripts/show.yaml",
        "/feed//../scripts/show.yaml",
        "/../scripts/show.yaml",
        "/feed/.hidden",
        "/feed/%2ehidden",
        "/feed/.git/config",
        "/feed/out.xml",
        "/feed/out/show.yaml",
        "/feed/hidden.xml",
        "/feed/fifo",
        "/feed",
        "/FEED/feed.xml",
        "/.kaizencast/lock",
        "feed/feed.xml",
        "/feed/feed.xml/",
        "/feed/feed.xml/x"
      })
  void nothingElseIsServed(String target) throws Exception {
    file("feed/.hidden", "secret".getBytes(UTF_8));
    file("feed/.git/config", "secret".getBytes(UTF_8));
    file(".kaizencast/lock", "secret".getBytes(UTF_8));
    Files.createSymbolicLink(home.resolve("feed/out.xml"), home.resolve("scripts/show.yaml"));
    Files.createSymbolicLink(home.resolve("feed/out"), home.resolve("scripts"));
    Files.createSymbolicLink(home.resolve("feed/hidden.xml"), Path.of(".hidden"));
    new ProcessBuilder("mkfifo", home.resolve("feed/fifo").toString()).start().waitFor();

    Answer answer = ask("GET", target);

    assertThat(answer.status()).isIn(302, 400, 404);
    assertThat(answer.text()).doesNotContain("secret", "<rss>");
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws Exception {
    Files.createSymbolicLink(home.resolve("feed/latest.xml"), Path.of("feed.xml"));

    assertThat(ask("GET", "/feed/latest.xml").text()).isEqualTo(feed);
  }

  @Test
  void thePublishedFolderMayItselfBeALink() throws Exception {
    Files.move(home.resolve("audio"), home.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("audio"), Path.of("elsewhere"));

    assertThat(ask("GET", MP3).body()).isEqualTo(mp3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE"})
  void onlyReadingIsAllowed(String method) throws Exception {
    Answer answer = ask(method, FEED);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(Files.readString(home.resolve("feed/feed.xml"))).isEqualTo(feed);
  }

  @Test
  void aBodyIsNotWaitedFor() throws Exception {
    try (RawClient client = new RawClient(port)) {
      client.send(RawClient.head("POST", FEED, "Content-Length: 1000000000"));

      assertThat(client.read(false).status()).isEqualTo(405);
    }
  }

  @Test
  void playersOnOtherSitesMayAskForRanges() throws Exception {
    Answer preflight =
        ask(
            "OPTIONS",
            MP3,
            "Origin: https://player.example",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: range");

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "HEAD");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Range", "If-Range");
    assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("86400");
    assertThat(ask("OPTIONS", "*").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(ask("OPTIONS", FEED).header("Access-Control-Allow-Methods")).isNull();
    assertThat(ask("GET", "/none").header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  // Conditions

  /** TAG is the file's own tag, DATE its date. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "If-None-Match: TAG | 304",
        "If-None-Match: W/TAG | 304",
        "If-None-Match: * | 304",
        "If-None-Match: \"other\" | 200",
        "If-None-Match: \"other\", TAG | 304",
        "If-None-Match: \"with, comma\",TAG | 304",
        "If-None-Match: \"other\"~If-None-Match: TAG | 304",
        "If-None-Match: nonsense | 200",
        "If-Match: TAG | 200",
        "If-Match: * | 200",
        "If-Match: W/TAG | 412",
        "If-Match: \"other\" | 412",
        "If-Match: \"other\", TAG | 200",
        "If-Modified-Since: DATE | 304",
        "If-Modified-Since: Friday, 08-Mar-24 10:11:12 GMT | 304",
        "If-Modified-Since: Fri Mar  8 10:11:12 2024 | 304",
        "If-Modified-Since: Fri, 08 Mar 2024 10:11:11 GMT | 200",
        "If-Modified-Since: Fri, 08 Mar 2034 10:11:11 GMT | 304",
        "If-Modified-Since: nonsense | 200",
        "If-Unmodified-Since: DATE | 200",
        "If-Unmodified-Since: Fri, 08 Mar 2024 10:11:11 GMT | 412",
        "If-Unmodified-Since: nonsense | 200",
        "If-None-Match: \"other\"~If-Modified-Since: DATE | 200",
        "If-Match: TAG~If-Unmodified-Since: Fri, 08 Mar 2024 10:11:11 GMT | 200",
        "If-Match: \"other\"~If-None-Match: TAG | 412",
        "If-Match: TAG~If-None-Match: TAG | 304",
        "If-Unmodified-Since: Fri, 08 Mar 2024 10:11:11 GMT~If-None-Match: TAG | 412",
        "If-None-Match: TAG~Range: bytes=0-1 | 304",
        "If-Match: \"other\"~Range: bytes=0-1 | 412"
      })
  void conditionsAreWeighedInTheOrderOfTheStandard(String headers, int status) throws Exception {
    String tag = ask("GET", MP3).header("ETag");
    String[] lines = headers.replace("TAG", tag).replace("DATE", MODIFIED_TEXT).split("~");

    Answer answer = ask("GET", MP3, lines);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 304) {
      assertThat(answer.header("ETag")).isEqualTo(tag);
      assertThat(answer.header("Cache-Control")).contains("immutable");
      assertThat(answer.header("Content-Length")).isNull();
      assertThat(answer.header("Content-Type")).isNull();
    }
  }

  @Test
  void aTextHasAWeakTagThatMatchesInBothItsForms() throws Exception {
    Answer plain = ask("GET", FEED);
    Answer packed = ask("GET", FEED, "Accept-Encoding: gzip");

    assertThat(plain.header("ETag")).startsWith("W/\"").isEqualTo(packed.header("ETag"));
    assertThat(
            ask("GET", FEED, "Accept-Encoding: gzip", "If-None-Match: " + plain.header("ETag"))
                .status())
        .isEqualTo(304);
    assertThat(ask("GET", FEED, "If-Match: " + plain.header("ETag")).status()).isEqualTo(412);
    assertThat(ask("GET", FEED, "If-Match: *").status()).isEqualTo(200);
  }

  @Test
  void severalRequestsShareAConnection() throws Exception {
    try (RawClient client = new RawClient(port)) {
      client.send(
          RawClient.head("GET", FEED, "If-None-Match: *")
              + RawClient.head("HEAD", MP3)
              + RawClient.head("GET", MP3, "Range: bytes=0-9")
              + RawClient.head("GET", "/none")
              + RawClient.head("GET", FEED));

      assertThat(client.read(false).status()).isEqualTo(304);
      assertThat(client.read(true).status()).isEqualTo(200);
      assertThat(client.read(false).body()).isEqualTo(Arrays.copyOf(mp3, 10));
      assertThat(client.read(false).status()).isEqualTo(404);
      assertThat(client.read(false).text()).isEqualTo(feed);
    }
  }

  // Ranges

  @ParameterizedTest
  @CsvSource({
    "0-0, 0, 0",
    "0-9, 0, 9",
    "100-, 100, 299999",
    "-1, 299999, 299999",
    "-500000, 0, 299999",
    "299999-, 299999, 299999",
    "299990-99999999999999999999999, 299990, 299999",
    "65536-131072, 65536, 131072",
    "0-299999, 0, 299999"
  })
  void aRangeIsCutOutOfTheFile(String range, int first, int last) throws Exception {
    Answer answer = ask("GET", MP3, "Range: bytes=" + range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/300000");
    assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(last - first + 1));
    assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(answer.header("ETag")).isEqualTo(ask("HEAD", MP3).header("ETag"));
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(mp3, first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"300000-", "300000-300001", "999999999999999999999-", "-0", "-0,400000-"})
  void aRangeBehindTheEndIsRefusedWithTheLength(String range) throws Exception {
    Answer answer = ask("GET", MP3, "Range: bytes=" + range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */300000");
    assertThat(answer.header("ETag")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=9-0",
        "bytes=a-b",
        "bytes=-",
        "bytes=",
        "bytes=,",
        "bytes 0-9",
        "lines=0-9",
        "bytes=0-9,x",
        "bytes=0-9;q=1",
        "bytes=+0-9",
        "bytes=0x0-9",
        "bytes=0-9~Range: bytes=20-29"
      })
  void aRangeThatIsNoneGetsTheWholeFile(String range) throws Exception {
    Answer answer = ask("GET", MP3, ("Range: " + range).split("~"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(mp3);
  }

  @Test
  void aRangeIsNothingToHead() throws Exception {
    Answer answer = ask("HEAD", MP3, "Range: bytes=0-9");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).isEqualTo("300000");
  }

  @Test
  void anEmptyFileIsSentWholeWhateverIsAskedOfIt() throws Exception {
    file("audio/empty.mp3", new byte[0]);

    Answer answer = ask("GET", "/audio/empty.mp3", "Range: bytes=0-");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-9,1000-1999,-5 | 0-9,1000-1999,299995-299999",
        "1000-1999, 0-9 | 0-9,1000-1999",
        "0-9,,70000-200000, 400000- | 0-9,70000-200000",
        "0-99,50-199,5000-5001 | 0-199,5000-5001"
      })
  void severalRangesComeAsSeveralParts(String asked, String given) throws Exception {
    for (String path : List.of(MP3, "/feed/big.xml")) {
      file("feed/big.xml", mp3);
      Answer answer = ask("GET", path, "Range: bytes=" + asked);

      assertThat(answer.status()).isEqualTo(206);
      String boundary =
          answer.header("Content-Type").replaceFirst("multipart/byteranges; boundary=", "");
      String type = path.endsWith("mp3") ? "audio/mpeg" : "application/xml";
      assertThat(answer.header("Content-Range")).isNull();
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      for (String range : given.split(",")) {
        String head =
            "--%s\r\nContent-Type: %s\r\nContent-Range: bytes %s/300000\r\n\r\n"
                .formatted(boundary, type, range);
        expected.write(((expected.size() == 0 ? "" : "\r\n") + head).getBytes(ISO_8859_1));
        String[] ends = range.split("-");
        expected.write(
            Arrays.copyOfRange(mp3, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1));
      }
      expected.write(("\r\n--" + boundary + "--\r\n").getBytes(ISO_8859_1));
      assertThat(answer.body()).isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void rangesThatTouchBecomeOne() throws Exception {
    Answer answer = ask("GET", MP3, "Range: bytes=0-99,100-199,150-160,250-299");

    assertThat(answer.header("Content-Range")).isEqualTo("bytes 0-299/300000");
    assertThat(answer.body()).isEqualTo(Arrays.copyOf(mp3, 300));
  }

  @Test
  void moreRangesThanAnyPlayerAsksForGetTheWholeFile() throws Exception {
    StringBuilder hostile = new StringBuilder("Range: bytes=0-0");
    for (int i = 1; i < 500; i++) {
      hostile.append(',').append(500 * i).append('-').append(500 * i);
    }

    assertThat(ask("GET", MP3, hostile.toString()).status()).isEqualTo(200);
    assertThat(ask("GET", MP3, "Range: bytes=0-" + ",0-".repeat(1000)).body()).isEqualTo(mp3);
  }

  @Test
  void piecesOfAnEpisodeMakeTheEpisode() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Random random = new Random(2);
    try (RawClient client = new RawClient(port)) {
      String tag = client.ask("HEAD", MP3).header("ETag");
      while (whole.size() < mp3.length) {
        int last = whole.size() + random.nextInt(90_000);
        Answer answer =
            client.ask("GET", MP3, "Range: bytes=" + whole.size() + "-" + last, "If-Range: " + tag);
        assertThat(answer.status()).isEqualTo(206);
        whole.write(answer.body());
      }
    }
    assertThat(whole.toByteArray()).isEqualTo(mp3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "TAG | 206",
        "W/TAG | 200",
        "\"other\" | 200",
        "* | 200",
        "DATE | 206",
        "Fri Mar  8 10:11:12 2024 | 206",
        "Fri, 08 Mar 2024 10:11:13 GMT | 200",
        "Fri, 08 Mar 2024 10:11:11 GMT | 200",
        "nonsense | 200"
      })
  void aDownloadIsResumedOnlyIfTheFileIsStillTheSame(String validator, int status)
      throws Exception {
    String tag = ask("GET", MP3).header("ETag");

    Answer answer =
        ask(
            "GET",
            MP3,
            "Range: bytes=1000-",
            "If-Range: " + validator.replace("TAG", tag).replace("DATE", MODIFIED_TEXT));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(status == 206 ? Arrays.copyOfRange(mp3, 1000, mp3.length) : mp3);
  }

  @Test
  void aStaleDownloadOfAReplacedFileBeginsAgain() throws Exception {
    String old = ask("GET", MP3).header("ETag");
    byte[] other = new byte[200_000];
    new Random(3).nextBytes(other);
    file("audio/first.0123abcd.mp3", other);

    for (String range : List.of("1000-", "250000-", "0-9,20-30")) {
      Answer answer = ask("GET", MP3, "Range: bytes=" + range, "If-Range: " + old);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(other);
    }
  }

  @Test
  void aDateWithinTheLastSecondIsNoProof() throws Exception {
    Instant now = Instant.parse("2024-03-08T10:11:12.900Z");
    restart(options(false, null), null, Limits.DEFAULT, InstantSource.fixed(now));

    assertThat(ask("GET", MP3, "Range: bytes=0-9", "If-Range: " + MODIFIED_TEXT).status())
        .isEqualTo(200);
  }

  @Test
  void aDateInTheFutureIsNotTold() throws Exception {
    Files.setLastModifiedTime(
        home.resolve("feed/feed.xml"), FileTime.from(Instant.parse("2999-01-01T00:00:00Z")));

    assertThat(ask("GET", FEED).header("Last-Modified")).isNull();
    assertThat(ask("GET", FEED).status()).isEqualTo(200);
  }

  @Test
  void aWeakTagIsNoProofForARange() throws Exception {
    Answer whole = ask("GET", FEED);

    Answer range = ask("GET", FEED, "Range: bytes=0-9", "If-Range: " + whole.header("ETag"));

    assertThat(range.status()).isEqualTo(200);
    assertThat(range.text()).isEqualTo(feed);
    assertThat(ask("GET", FEED, "Range: bytes=0-9").text()).isEqualTo(feed.substring(0, 10));
  }

  // Compression

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "deflate, gzip;q=1.0, *;q=0.5 | true",
        "x-gzip | true",
        "* | true",
        "br~Accept-Encoding: gzip | true",
        "gzip;q=0 | false",
        "gzip; q=0.000 | false",
        "gzip;q=0.001 | true",
        "*;q=0 | false",
        "gzip;q=0, * | false",
        "identity | false",
        "br, zstd | false",
        "notgzip | false"
      })
  void aTextIsCompressedForThoseWhoTakeThat(String accepted, boolean packed) throws Exception {
    Answer answer = ask("GET", FEED, ("Accept-Encoding: " + accepted).split("~"));

    assertThat(answer.header("Content-Encoding")).isEqualTo(packed ? "gzip" : null);
    assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(packed ? unpacked(answer.body()) : answer.text()).isEqualTo(feed);
    if (packed) {
      assertThat(answer.body().length).isLessThan(feed.length() / 10);
    }
  }

  @Test
  void aRangeOfATextIsNotCompressed() throws Exception {
    Answer answer = ask("GET", FEED, "Accept-Encoding: gzip", "Range: bytes=5-9");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Encoding")).isNull();
    assertThat(answer.text()).isEqualTo(feed.substring(5, 10));
  }

  @Test
  void whatIsCompressedAlreadyIsLeftAlone() throws Exception {
    assertThat(ask("GET", MP3, "Accept-Encoding: gzip").header("Content-Encoding")).isNull();
    assertThat(ask("GET", "/feed/ledger.json", "Accept-Encoding: gzip").header("Content-Encoding"))
        .isNull();
  }

  @Test
  void theCompressedFileBesideATextIsUsedUnlessItIsOlder() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("from the file".getBytes(UTF_8));
    }
    assertThat(unpacked(ask("GET", FEED, "Accept-Encoding: gzip").body())).isEqualTo(feed);

    file("feed/feed.xml.gz", packed.toByteArray());
    assertThat(unpacked(ask("GET", FEED, "Accept-Encoding: gzip").body()))
        .isEqualTo("from the file");

    Files.setLastModifiedTime(
        home.resolve("feed/feed.xml.gz"), FileTime.from(MODIFIED.minusSeconds(1)));
    assertThat(unpacked(ask("GET", FEED, "Accept-Encoding: gzip").body())).isEqualTo(feed);
  }

  // Publication

  @Test
  void aDownloadThatRunsEndsAsItBegan() throws Exception {
    byte[] old = new byte[40 << 20];
    new Random(4).nextBytes(old);
    file("audio/long.mp3", old);
    try (RawClient client = new RawClient(port)) {
      client.send(RawClient.head("GET", "/audio/long.mp3"));
      byte[] head = client.bytes(2000);
      file("audio/new.part", mp3);
      Files.move(
          home.resolve("audio/new.part"),
          home.resolve("audio/long.mp3"),
          StandardCopyOption.ATOMIC_MOVE);

      assertThat(ask("GET", "/audio/long.mp3").body()).isEqualTo(mp3);
      int start = new String(head, ISO_8859_1).indexOf("\r\n\r\n") + 4;
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(head, start, head.length - start);
      body.write(client.bytes(old.length - body.size()));
      assertThat(Arrays.equals(body.toByteArray(), old)).isTrue();
    }
  }

  @Test
  void everyAnswerIsOneStateOfTheFileWhileItIsReplaced() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> readers = new ArrayList<>();
    for (int reader = 0; reader < 4; reader++) {
      readers.add(
          () -> {
            int seen = 0;
            try (RawClient client = new RawClient(port)) {
              while (seen < 100) {
                Answer answer = client.ask("GET", "/audio/changing.mp3");
                if (answer.status() == 503) {
                  // Replaced more often than the server looks again.
                  assertThat(answer.header("Retry-After")).isEqualTo("1");
                  continue;
                }
                byte[] body = answer.body();
                assertThat(body.length).isEqualTo(1000 * (1 + body[0]));
                for (byte b : body) {
                  assertThat(b).isEqualTo(body[0]);
                }
                seen++;
              }
            }
            return seen;
          });
    }
    file("audio/changing.mp3", new byte[1000]);

    List<Future<Integer>> running = new ArrayList<>();
    readers.forEach(reader -> running.add(clients.submit(reader)));
    for (int state = 1; running.stream().anyMatch(reader -> !reader.isDone()); state++) {
      byte[] bytes = new byte[1000 * (1 + state % 100)];
      Arrays.fill(bytes, (byte) (state % 100));
      Files.write(home.resolve("audio/next"), bytes);
      Files.move(
          home.resolve("audio/next"),
          home.resolve("audio/changing.mp3"),
          StandardCopyOption.ATOMIC_MOVE);
    }

    for (Future<Integer> reader : running) {
      assertThat(reader.get()).isEqualTo(100);
    }
    clients.shutdown();
  }

  @Test
  void whoAsksForAnIconThatNothingNamesIsToldThatThereIsNone() throws Exception {
    Answer answer = ask("GET", "/favicon.ico");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=86400");
    assertThat(ask("GET", "/feed/favicon.ico").status()).isEqualTo(404);
  }

  @Test
  void aNewFeedIsThereAtOnceAndAnOldFileGone() throws Exception {
    assertThat(ask("GET", FEED).text()).isEqualTo(feed);
    file("feed/feed.xml", "<rss>new</rss>".getBytes(UTF_8));
    assertThat(ask("GET", FEED).text()).isEqualTo("<rss>new</rss>");

    Files.delete(home.resolve("feed/feed.xml"));
    assertThat(ask("GET", FEED).status()).isEqualTo(404);
  }

  @Test
  void aPrivateShowIsNowhereElse() throws Exception {
    restart(
        new Options(
            home, URI.create("https://example.com/show/3f9c/"), true, anyPort(), false, null),
        null,
        Limits.DEFAULT,
        InstantSource.system());

    Answer answer = ask("GET", "/show/3f9c/feed/feed.xml");
    assertThat(answer.text()).isEqualTo(feed);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=60");
    assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
    for (String path : List.of("/", "/feed/feed.xml", "/show/feed/feed.xml", "/show", "/show/")) {
      assertThat(ask("GET", path).status()).isEqualTo(404);
      assertThat(ask("GET", path).headers().toString()).doesNotContain("3f9c");
    }
  }

  @Test
  void aLocalFeedNamesThisServer() throws Exception {
    file(
        "feed/feed.xml",
        "<rss><enclosure url=\"https://example.com/show/audio/a.mp3\"/></rss>".getBytes(UTF_8));
    String published = ask("GET", FEED).header("ETag");

    restart(options(true, null), null, Limits.DEFAULT, InstantSource.system());

    Answer answer = ask("GET", FEED);
    assertThat(answer.text())
        .isEqualTo(
            "<rss><enclosure url=\"http://localhost:" + port + "/show/audio/a.mp3\"/></rss>");
    assertThat(answer.header("ETag")).isNotEqualTo(published);
  }

  @Test
  void aPortThatIsTakenIsToldOf() {
    Options taken =
        new Options(
            home,
            URI.create("https://example.com/"),
            false,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            false,
            null);

    assertThatThrownBy(() -> ShowServer.start(taken, null)).isInstanceOf(BindException.class);
  }

  // Log

  @Test
  void theLogIsInTheCombinedFormat() throws Exception {
    ask(
        "GET",
        "/feed/feed.xml?a=\"b\"",
        "User-Agent: Pod \"cast\" \\ é",
        "Referer: https://example.com/");
    ask("GET", MP3, "Range: bytes=0-9");
    server.close();

    assertThat(log).hasSize(2);
    assertThat(log.get(1))
        .matches(
            "127\\.0\\.0\\.1 - - \\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\\] \"GET "
                + MP3
                + " HTTP/1\\.1\" 206 10 \"-\" \"-\"");
    assertThat(log.get(0))
        .endsWith(
            "/feed/feed.xml?a=\\x22b\\x22 HTTP/1.1\" 200 "
                + feed.length()
                + " \"https://example.com/\" \"Pod \\x22cast\\x22 \\x5C \\xE9\"");
  }

  // Clients

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n"
      })
  void whatIsNoRequestIsRefused(String request) throws Exception {
    try (RawClient client = new RawClient(port)) {
      client.send(request);

      assertThat(client.read(false).status()).isEqualTo(400);
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aHeadWithoutEndIsRefused() throws Exception {
    try (RawClient client = new RawClient(port)) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000));

      assertThat(client.read(false).status()).isEqualTo(431);
    }
  }

  @Test
  void aHeadThatComesTooSlowlyIsNotWaitedFor() throws Exception {
    restart(options(false, null), null, limits(100, 1, 60), InstantSource.system());
    try (RawClient client = new RawClient(port)) {
      Thread dripping =
          new Thread(
              () -> {
                try {
                  client.send("GET / HTTP/1.1\r\n");
                  while (true) {
                    client.send("X: y\r\n");
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  // That is what it waits for.
                }
              });
      dripping.start();

      // Would hang without the limit: the client is never silent.
      assertThat(client.rest()).isEmpty();
      dripping.join();
    }
    assertThat(ask("GET", FEED).status()).isEqualTo(200);
  }

  @Test
  void aConnectionThatAsksForNothingIsClosed() throws Exception {
    restart(options(false, null), null, limits(100, 1, 60), InstantSource.system());
    try (RawClient client = new RawClient(port)) {
      assertThat(client.ask("GET", FEED).text()).isEqualTo(feed);

      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aClientThatTakesNothingIsCutOff() throws Exception {
    file("audio/long.mp3", new byte[64 << 20]);
    restart(options(false, null), null, limits(1, 60, 1), InstantSource.system());
    try (RawClient stuck = new RawClient(port)) {
      stuck.send(RawClient.head("GET", "/audio/long.mp3"));
      assertThat(stuck.bytes(100)).hasSize(100);

      // One connection at a time: this one is only answered when the other one has been closed.
      assertThat(ask("GET", FEED).text()).isEqualTo(feed);
      assertThat(stuck.rest().length).isLessThan(64 << 20);
    }
  }

  @Test
  void aClientThatTakesDropsIsCutOff() throws Exception {
    file("audio/long.mp3", new byte[64 << 20]);
    restart(options(false, null), null, limits(100, 60, 2), InstantSource.system());
    try (RawClient slow = new RawClient(port)) {
      slow.send(RawClient.head("GET", "/audio/long.mp3"));

      long taken = 0;
      try {
        while (taken < 64 << 20) {
          taken += slow.bytes(1).length;
          Thread.sleep(taken > 4096 ? 20 : 0);
          if (isClosed(slow)) {
            break;
          }
        }
      } catch (IOException e) {
        // Cut off.
      }
      assertThat(taken).isLessThan(64 << 20);
    }
  }

  private static boolean isClosed(RawClient client) {
    try {
      client.send("\r\n");
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void moreConnectionsThanAllowedWaitForTheirTurn() throws Exception {
    restart(options(false, null), null, limits(3, 60, 60), InstantSource.system());
    List<RawClient> first = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      first.add(new RawClient(port));
      assertThat(first.get(i).ask("GET", FEED).status()).isEqualTo(200);
    }
    try (RawClient fourth = new RawClient(port)) {
      fourth.send(RawClient.head("GET", FEED));
      fourth.socket().setSoTimeout(500);
      assertThatThrownBy(() -> fourth.read(false))
          .isInstanceOf(java.net.SocketTimeoutException.class);

      first.get(0).close();
      fourth.socket().setSoTimeout(60_000);
      assertThat(fourth.read(false).text()).isEqualTo(feed);
    }
    for (RawClient client : first) {
      client.close();
    }
  }

  @Test
  void manyClientsAtOnceGetWhatTheyAskFor() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Random random = new Random(i);
      running.add(
          clients.submit(
              () -> {
                try (RawClient client = new RawClient(port)) {
                  for (int j = 0; j < 30; j++) {
                    int from = random.nextInt(mp3.length);
                    int to = from + random.nextInt(mp3.length - from);
                    assertThat(client.ask("GET", MP3, "Range: bytes=" + from + "-" + to).body())
                        .isEqualTo(Arrays.copyOfRange(mp3, from, to + 1));
                    assertThat(unpacked(client.ask("GET", FEED, "Accept-Encoding: gzip").body()))
                        .isEqualTo(feed);
                  }
                }
                return null;
              }));
    }
    for (Future<?> client : running) {
      client.get();
    }
    clients.shutdown();
  }

  @Test
  void runningAnswersAreFinishedBeforeTheServerEnds() throws Exception {
    byte[] bytes = new byte[32 << 20];
    new Random(5).nextBytes(bytes);
    file("audio/long.mp3", bytes);
    try (RawClient client = new RawClient(port);
        RawClient idle = new RawClient(port)) {
      idle.ask("GET", FEED);
      client.send(RawClient.head("GET", "/audio/long.mp3"));
      byte[] head = client.bytes(2000);
      Thread ending =
          new Thread(
              () -> {
                try {
                  server.close();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      ending.start();
      // No more connections from now on, while the old one still runs.
      assertThat(idle.rest()).isEmpty();
      assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(java.net.ConnectException.class);
      assertThat(ending.isAlive()).isTrue();

      int start = new String(head, ISO_8859_1).indexOf("\r\n\r\n") + 4;
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(head, start, head.length - start);
      body.write(client.bytes(bytes.length - body.size()));
      assertThat(Arrays.equals(body.toByteArray(), bytes)).isTrue();
      ending.join();
    }
  }

  private void file(String path, byte[] bytes) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(".part");
    Files.write(part, bytes);
    Files.setLastModifiedTime(part, FileTime.from(MODIFIED));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void start() throws IOException {
    restart(options(false, log::add), null, Limits.DEFAULT, InstantSource.system());
  }

  private void restart(Options options, PageReload reload, Limits limits, InstantSource clock)
      throws IOException {
    if (server != null) {
      server.close();
    }
    server = ShowServer.start(options, reload, limits, clock);
    port = server.url().getPort();
  }

  private Options options(boolean isLocal, java.util.function.Consumer<String> log) {
    return new Options(
        home, URI.create("https://example.com/show/"), false, anyPort(), isLocal, log);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Limits limits(int connections, int headSeconds, int partSeconds) {
    return new Limits(
        connections,
        Duration.ofSeconds(headSeconds),
        Duration.ofSeconds(partSeconds),
        Duration.ofSeconds(30));
  }

  private Answer ask(String method, String target, String... headers) throws IOException {
    return RawClient.ask(port, method, target, headers);
  }

  private static Map<String, List<String>> undated(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }

  private static String unpacked(byte[] packed) throws IOException {
    return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8);
  }
}
