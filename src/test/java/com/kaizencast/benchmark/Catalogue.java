package com.kaizencast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A home folder with generated episodes: 350 to 750 words, put together from the paragraphs of the
 * repository's show. Equal numbers give equal scripts.
 */
final class Catalogue {

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate FIRST = LocalDate.of(1996, 1, 1);

  private final Path home;
  private final Random random = new Random(231);
  private final List<String> paragraphs = new ArrayList<>();

  private Catalogue(Path home) {
    this.home = home;
  }

  Path home() {
    return home;
  }

  /** Scripts that wait to be rendered. */
  static Catalogue of(Path home, int episodes, String voice) throws IOException {
    Catalogue catalogue = new Catalogue(home);
    Files.createDirectories(home.resolve("scripts"));
    Files.writeString(
        home.resolve("scripts/show.yaml"),
        Files.readString(Path.of("scripts/show.yaml"))
            .replaceFirst("(?m)^voice:\\n  name: .*$", "voice:\n  name: " + voice));
    try (Stream<Path> files = Files.list(Path.of("scripts"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .skip(1)
            .filter(line -> line.length() > 80)
            .forEach(catalogue.paragraphs::add);
      }
    }
    for (int number = 1; number <= episodes; number++) {
      catalogue.write(number, 350 + catalogue.random.nextInt(400));
    }
    return catalogue;
  }

  /**
   * A catalogue that is published already. One episode is rendered; the others have scripts and
   * entries in the ledger of their own, and links to its files.
   *
   * @param kaizencast how the program is started
   */
  static Catalogue published(Path home, int episodes, List<String> kaizencast)
      throws IOException, InterruptedException {
    Catalogue catalogue = of(home, 1, "kevin16");
    Command build = Command.of(kaizencast, "--home", home);
    build.run();
    Path file = home.resolve("feed/ledger.json");
    ObjectNode ledger = (ObjectNode) JSON.readTree(Files.readString(file));
    JsonNode model = ledger.get("entries").get(0);
    for (int number = 2; number <= episodes; number++) {
      catalogue.write(number, 350 + catalogue.random.nextInt(400));
      ledger.withArray("/entries").add(catalogue.entry(model, number));
    }
    Files.writeString(file, ledger.toString());
    String said = build.output();
    if (!said.contains("0 rendered, " + episodes + " unchanged")) {
      throw new IllegalStateException(said);
    }
    return catalogue;
  }

  /** Adds a script of so many words. */
  void write(int number, int words) throws IOException {
    StringBuilder text = new StringBuilder(title(number) + "\n");
    for (int left = words; left > 0; ) {
      String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
      text.append('\n').append(paragraph).append('\n');
      left -= paragraph.split(" ").length;
    }
    Files.writeString(script(number), text);
  }

  Path script(int number) {
    return home.resolve("scripts").resolve(FIRST.plusDays(number) + "-" + slug(number) + ".txt");
  }

  List<Path> scripts() throws IOException {
    return files("scripts", ".txt");
  }

  List<Path> audio() throws IOException {
    return files("audio", ".mp3");
  }

  private List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** Back to scripts alone; the unpacked ffmpeg stays. */
  void forget() throws IOException {
    for (String folder : List.of("audio", "feed", ".kaizencast")) {
      if (Files.isDirectory(home.resolve(folder))) {
        try (Stream<Path> tree = Files.walk(home.resolve(folder))) {
          for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
            if (!path.toString().contains("ffmpeg") && !isNotEmpty(path)) {
              Files.delete(path);
            }
          }
        }
      }
    }
  }

  private static boolean isNotEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isPresent();
    }
  }

  /** Of all episodes together. */
  double hours() throws IOException {
    Duration length = Duration.ZERO;
    for (JsonNode entry :
        JSON.readTree(Files.readString(home.resolve("feed/ledger.json"))).get("entries")) {
      length = length.plus(Duration.parse(entry.at("/item/audio/duration").asString()));
    }
    return length.toMillis() / 3_600_000.0;
  }

  private static String slug(int number) {
    return "generated-" + number;
  }

  private static String title(int number) {
    return "Generated Episode " + number;
  }

  private JsonNode entry(JsonNode model, int number) throws IOException {
    ObjectNode entry = (ObjectNode) model.deepCopy();
    String guid = String.format("00000000-0000-4000-8000-%012d", number);
    String date =
        FIRST.plusDays(number).atStartOfDay(java.time.ZoneId.of("Asia/Hong_Kong")).toInstant() + "";
    Path script = script(number);
    ObjectNode item = (ObjectNode) entry.get("item");
    item.put("guid", guid);
    ((ObjectNode) item.get("episode"))
        .put("slug", slug(number))
        .put("title", title(number))
        .put("guid", guid)
        .put("number", number)
        .put("publishedAt", date);
    link((ObjectNode) item.get("audio"), number);
    item.get("companions").forEach(file -> linkQuietly((ObjectNode) file, number));
    String sha256 = com.kaizencast.publish.Sha256.of(script);
    entry.put("script", "scripts/" + script.getFileName()).put("scriptSha256", sha256);
    ((ObjectNode) entry.get("inputs"))
        .put("script", sha256)
        .put("number", Integer.toString(number))
        .put("date", date);
    return entry;
  }

  private void linkQuietly(ObjectNode file, int number) {
    try {
      link(file, number);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Gives the file of the first episode another name, after the number. */
  private void link(ObjectNode file, int number) throws IOException {
    String path = file.get("path").asString();
    String own =
        path.replace(
            FIRST.plusDays(1) + "-" + slug(1), FIRST.plusDays(number) + "-" + slug(number));
    Files.createLink(home.resolve(own), home.resolve(path));
    file.put("path", own);
  }
}
