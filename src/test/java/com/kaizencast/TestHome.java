package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.batch.HomeFiles;
import com.kaizencast.cli.Cli;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.gate.FeedGate;
import com.kaizencast.publish.Home;
import com.kaizencast.script.ShowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A home folder for a test: a script tree to declare, runs to make, outputs to open. */
public final class TestHome {

  /** The smallest show that is complete. */
  public static final String SHOW =
      """
      title: Test Show
      description: A show for tests.
      author: Ada Example
      owner:
        name: Ada Example
        email: ada@example.com
      language: en
      website: https://example.com/
      base-url: https://example.com/show/
      category: Technology
      explicit: false
      copyright: 2024 Ada Example
      time-zone: UTC
      voice:
        name: kevin16
      """;

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "content", "http://purl.org/rss/1.0/modules/content/");

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  public TestHome(Path root) {
    this.root = root;
    at("2024-06-01T00:00:00Z");
  }

  /** What a run said and how it ended. */
  public record Result(int exitCode, String out, String err) {
    public Result expect(int code) {
      assertThat(exitCode).as("out: %s%nerr: %s", out, err).isEqualTo(code);
      return this;
    }
  }

  public Path root() {
    return root;
  }

  /** Fixes the time of the runs that follow. */
  public TestHome at(String instant) {
    return with("SOURCE_DATE_EPOCH", Long.toString(Instant.parse(instant).getEpochSecond()));
  }

  public TestHome with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public TestHome file(String path, String content) throws IOException {
    return file(path, content.getBytes(UTF_8));
  }

  public TestHome file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  public TestHome show() throws IOException {
    return file("scripts/show.yaml", SHOW);
  }

  /** A short Markdown episode. */
  public TestHome episode(String date, String slug, String title) throws IOException {
    return file(
        "scripts/" + date + "-" + slug + ".md",
        """
        ---
        title: %s
        ---
        This is a short episode about %s.

        It says little, and it ends here.
        """
            .formatted(title, slug.replace('-', ' ')));
  }

  public TestHome delete(String path) throws IOException {
    Files.delete(root.resolve(path));
    return this;
  }

  /** Runs the program in this JVM. */
  public Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--home", root.toString()));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Cli.run(
            all.toArray(String[]::new),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment);
    return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The feed, parsed by the JDK's own parser. */
  public Document feed() throws Exception {
    return document(root.resolve("feed/feed.xml"));
  }

  public static Document document(Path xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(xml.toFile());
  }

  public List<Element> items() throws Exception {
    return items(feed().getDocumentElement());
  }

  public static List<Element> items(Element feed) {
    NodeList items = feed.getElementsByTagName("item");
    return IntStream.range(0, items.getLength()).mapToObj(i -> (Element) items.item(i)).toList();
  }

  /**
   * Text of the first element of that name ({@code itunes:} and {@code content:} known) below the
   * given one.
   */
  public static String text(Element parent, String name) {
    String[] parts = name.split(":");
    NodeList found =
        parts.length == 1
            ? parent.getElementsByTagName(name)
            : parent.getElementsByTagNameNS(NAMESPACES.get(parts[0]), parts[1]);
    assertThat(found.getLength()).as(name).isPositive();
    return found.item(0).getTextContent();
  }

  public static Element enclosure(Element item) {
    return (Element) item.getElementsByTagName("enclosure").item(0);
  }

  /** The file behind an item's enclosure. */
  public Path audio(Element item) {
    String url = enclosure(item).getAttribute("url");
    assertThat(url).matches("https://example.com/[^/]+/audio/[!-~]+\\.mp3");
    return root.resolve(url.substring(url.indexOf("audio/")));
  }

  /** Holds whatever happened: the feed names only files that are there in the length it says. */
  public TestHome assertFeedHolds() throws Exception {
    for (Element item : items()) {
      assertThat(audio(item)).isRegularFile();
      assertThat(Files.size(audio(item)))
          .isEqualTo(Long.parseLong(enclosure(item).getAttribute("length")));
    }
    Show show = ShowReader.read(root);
    try (Stream<Path> files = Files.list(root.resolve("feed"))) {
      for (Path page :
          files
              .filter(file -> file.getFileName().toString().matches("feed(-\\d+)?\\.xml"))
              .toList()) {
        assertThat(FeedGate.check(Files.readAllBytes(page), new HomeFiles(new Home(root), show)))
            .as(page.toString())
            .filteredOn(FeedGate.Violation::isError)
            .isEmpty();
      }
    }
    return this;
  }

  /** Contents and times of everything published. */
  public Map<String, String> published() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("audio", "feed")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        continue;
      }
      try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          files.put(
              root.relativize(file).toString(),
              com.kaizencast.publish.Sha256.of(file) + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return files;
  }
}
