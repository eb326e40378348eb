package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An item of a published feed with all its files, each opened as a listener's app opens it. */
public final class PublishedItem {

  public static final String PODCAST = "https://podcastindex.org/namespace/1.0";
  private static final String PSC = "http://podlove.org/simple-chapters";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final Pattern LISTED = Pattern.compile("((?:\\d+:)?\\d\\d:\\d\\d) (\\S.*)");
  private static final String PYTHON = "/usr/bin/python3";

  private final TestHome home;
  private final Element item;

  public PublishedItem(TestHome home, Element item) {
    this.home = home;
    this.item = item;
  }

  /**
   * A chapter as one of the forms has it.
   *
   * @param link null where there is none, and in the description
   * @param picture address; null where there is none, and in forms that only embed one
   */
  public record Mark(long startMs, String title, @Nullable String link, @Nullable String picture) {
    Mark(long startMs, String title) {
      this(startMs, title, null, null);
    }
  }

  public Element element() {
    return item;
  }

  public String text(String name) {
    return TestHome.text(item, name);
  }

  /** Children of the podcast namespace. */
  public List<Element> tags(String name) {
    return elements(item, PODCAST, name);
  }

  public String notes() {
    return elements(item, CONTENT, "encoded").get(0).getTextContent();
  }

  public static List<Element> elements(Element parent, String namespace, String name) {
    NodeList found = parent.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .filter(element -> element.getParentNode() == parent)
        .toList();
  }

  /** The file behind an address of the feed. */
  public Path file(String url) {
    String path = url.substring(url.indexOf("/", "https://".length()));
    int start = Math.max(path.indexOf("/audio/"), path.indexOf("/feed/"));
    Path file = home.root().resolve(path.substring(start + 1));
    assertThat(file).isRegularFile();
    return file;
  }

  /** The transcript of that type. */
  public byte[] transcript(String type) throws Exception {
    List<Element> found =
        tags("transcript").stream().filter(tag -> tag.getAttribute("type").equals(type)).toList();
    assertThat(found).as(type).hasSize(1);
    return Files.readAllBytes(file(found.get(0).getAttribute("url")));
  }

  public List<Mark> simpleChapters() {
    List<Mark> marks = new ArrayList<>();
    for (Element chapters : elements(item, PSC, "chapters")) {
      assertThat(chapters.getAttribute("version")).isEqualTo("1.2");
      for (Element chapter : elements(chapters, PSC, "chapter")) {
        String start = chapter.getAttribute("start");
        assertThat(start).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
        marks.add(
            new Mark(
                milliseconds(start),
                chapter.getAttribute("title"),
                orNull(chapter.getAttribute("href")),
                orNull(chapter.getAttribute("image"))));
      }
    }
    return marks;
  }

  public List<Mark> jsonChapters() throws Exception {
    List<Mark> marks = new ArrayList<>();
    for (Element tag : tags("chapters")) {
      assertThat(tag.getAttribute("type")).isEqualTo("application/json+chapters");
      JsonNode root =
          JsonMapper.shared().readTree(Files.readAllBytes(file(tag.getAttribute("url"))));
      assertThat(root.get("version").isString()).isTrue();
      for (JsonNode chapter : root.get("chapters")) {
        assertThat(chapter.get("startTime").isNumber()).isTrue();
        marks.add(
            new Mark(
                chapter.get("startTime").decimalValue().movePointRight(3).longValueExact(),
                chapter.get("title").asString(),
                chapter.has("url") ? chapter.get("url").asString() : null,
                chapter.has("img") ? chapter.get("img").asString() : null));
      }
    }
    return marks;
  }

  /** Those of the file's ID3 tag in the order of its table of contents. */
  public List<Mark> taggedChapters() throws Exception {
    JsonNode tag = tag();
    if (tag.get("chapters").isEmpty()) {
      return List.of();
    }
    assertThat(tag.get("contents")).hasSize(1);
    assertThat(tag.get("contents").get(0).get("flags").asInt())
        .as("top level, ordered")
        .isEqualTo(3);
    List<Mark> marks = new ArrayList<>();
    for (JsonNode id : tag.get("contents").get(0).get("children")) {
      for (JsonNode chapter : tag.get("chapters")) {
        if (chapter.get("id").equals(id)) {
          JsonNode links = chapter.get("links");
          marks.add(
              new Mark(
                  chapter.get("start").asLong(),
                  chapter.get("title").asString(),
                  links.isEmpty() ? null : links.get(0).asString(),
                  null));
        }
      }
    }
    assertThat(marks).hasSameSizeAs(tag.get("chapters"));
    return marks;
  }

  /** The description as it is seen: word joiners have no width. */
  public String description() {
    return text("description").replace("\u2060", "");
  }

  /** Those of the description, cut to seconds. */
  public List<Mark> listedChapters() {
    List<Mark> marks = new ArrayList<>();
    for (String line : description().split("\n")) {
      Matcher listed = LISTED.matcher(line);
      if (listed.matches()) {
        marks.add(new Mark(milliseconds(listed.group(1)), listed.group(2)));
      }
    }
    return marks;
  }

  /** What mutagen reads in the file. */
  public JsonNode tag() throws Exception {
    OutsideJudge python = new OutsideJudge(PYTHON, "python3").required();
    OutsideJudge.require(
        python.ask("-c", "import mutagen").exitCode() == 0,
        "mutagen is missing: apt-get install python3-mutagen");
    return JsonMapper.shared()
        .readTree(python.askOk(".ci/judges/read_mp3.py", home.audio(item).toString()))
        .get(0);
  }

  public static String utf8(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static @Nullable String orNull(String attribute) {
    return attribute.isEmpty() ? null : attribute;
  }

  private static long milliseconds(String time) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (String part : time.split(":")) {
      seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
    }
    return Duration.ofMillis(seconds.movePointRight(3).longValueExact()).toMillis();
  }
}
