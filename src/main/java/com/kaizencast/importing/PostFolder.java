package com.kaizencast.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.importing.Report.Line;
import com.kaizencast.importing.Report.Outcome;
import com.kaizencast.script.ForeignMatter;
import com.kaizencast.script.ScriptDraft;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A folder of posts as Hugo, Jekyll, MkDocs Material and Gatsby have them: Markdown files with
 * front matter. A post has a date, in its front matter or in its name; what has none is a page.
 */
final class PostFolder {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_FILES = 20_000;

  /** What generators write, and what is not the host's. */
  private static final Set<String> NOT_POSTS =
      Set.of("node_modules", "_site", "public", "themes", "vendor", "_includes", "_layouts");

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[-_ ]*(.*)");

  private static final Pattern LANGUAGE_SUFFIX =
      Pattern.compile("(.+)\\.([a-z]{2})(?:[-_][A-Za-z]+)?");

  private final Path folder;
  private final Show show;
  private final boolean asDrafts;
  private final PostText text;
  private final List<Found> posts = new ArrayList<>();
  private final List<Line> others = new ArrayList<>();

  /**
   * @param source the folder, or a single post
   * @param site what the blog is published under
   * @param asDrafts whether all posts become drafts
   */
  PostFolder(Path source, Show show, URI site, boolean asDrafts) throws IOException {
    Path root = source.toAbsolutePath().normalize();
    this.folder = Files.isRegularFile(root) ? Objects.requireNonNull(root.getParent()) : root;
    this.show = show;
    this.asDrafts = asDrafts;
    this.text = new PostText(site);
    for (Path file : files(root)) {
      read(file);
    }
    posts.sort(Comparator.comparing((Found found) -> found.draft().publishedAt()));
  }

  /** Oldest first. */
  List<Found> posts() {
    return posts;
  }

  /** What was passed over. */
  List<Line> others() {
    return others;
  }

  private List<Path> files(Path root) throws IOException {
    if (Files.isRegularFile(root)) {
      return List.of(root);
    }
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            String name = String.valueOf(below.getFileName());
            boolean skipped = name.startsWith(".") || NOT_POSTS.contains(name);
            return skipped && !below.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (attributes.isRegularFile() && name.matches(".+\\.(md|markdown|mdx)")) {
              files.add(file);
              if (files.size() > MOST_FILES) {
                throw new IOException(folder + " holds more than " + MOST_FILES + " posts");
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private void read(Path file) throws IOException {
    String name =
        String.join(
            "/",
            StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .toList());
    if (Files.size(file) > MOST_BYTES) {
      others.add(new Line(Outcome.REFUSED, name, name, "", "larger than 1 MiB"));
      return;
    }
    try {
      read(file, name, ForeignMatter.read(name, new String(Files.readAllBytes(file), UTF_8)));
    } catch (ScriptException e) {
      others.add(new Line(Outcome.REFUSED, name, name, "", e.problems().get(0).toString()));
    }
  }

  private void read(Path file, String name, ForeignMatter matter) {
    String base = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
    String language = matter.first("lang", "language", "locale").orElse("");
    Matcher suffix = LANGUAGE_SUFFIX.matcher(base);
    if (suffix.matches()) {
      base = suffix.group(1);
      language = suffix.group(2);
    }
    // The post of a folder of its own is named after the folder.
    Path parent = file.getParent();
    if (base.equals("index") && parent != null && !parent.equals(folder)) {
      base = String.valueOf(parent.getFileName());
    }
    Matcher dated = DATED.matcher(base);
    String stem = dated.matches() ? dated.group(2) : base;
    Optional<String> written =
        matter.first("publishdate", "date", "date.created", "pubdate", "published_at", "created");
    Optional<Instant> date =
        written
            .or(() -> dated.matches() ? Optional.of(dated.group(1)) : Optional.empty())
            .flatMap(day -> ForeignMatter.date(day, show.timeZone()));
    String body = text.of(matter.body(), name.endsWith(".mdx"));
    String title = title(matter, body, stem);
    boolean draft = isDraft(matter, name);
    if (base.equals("_index") || (date.isEmpty() && written.isEmpty() && !draft)) {
      others.add(new Line(Outcome.PASSED_OVER, name, title, "", "a page: it has no date"));
    } else if (date.isEmpty() && written.isPresent()) {
      String why = "'" + written.get() + "' is no date; write it as 2024-03-08";
      others.add(new Line(Outcome.REFUSED, name, title, "", why));
    } else if (isForeign(language, body)) {
      others.add(new Line(Outcome.PASSED_OVER, name, title, "", "a translation"));
    } else {
      posts.add(
          new Found(
              draft(matter, title, stem, date, body, draft),
              date.isPresent(),
              name,
              draft ? "a draft of a post" : "a post"));
    }
  }

  private ScriptDraft draft(
      ForeignMatter matter,
      String title,
      String stem,
      Optional<Instant> date,
      String body,
      boolean draft) {
    String path =
        matter
            .first("slug", "permalink", "url", "path")
            .map(url -> url.replaceFirst("/+$", "").replaceFirst("\\.html?$", ""))
            .map(url -> url.substring(url.lastIndexOf('/') + 1))
            .filter(last -> !last.contains(":") && !last.contains("{"))
            .orElse("");
    String slug = ScriptDraft.slug(path.isEmpty() ? stem : path);
    return new ScriptDraft(
        title,
        date.orElse(Instant.EPOCH),
        slug.isEmpty() ? ScriptDraft.slug(title) : slug,
        matter.first("guid").filter(guid -> guid.matches("[\\x21-\\x7E]{1,255}")).orElse(null),
        number(matter, "episode", "episode_number", "number"),
        number(matter, "season"),
        summary(matter),
        matter.first("episode_type", "episodetype").map(PostFolder::type).orElse(EpisodeType.FULL),
        null,
        draft || asDrafts,
        false,
        body);
  }

  private static EpisodeType type(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "trailer" -> EpisodeType.TRAILER;
      case "bonus" -> EpisodeType.BONUS;
      default -> EpisodeType.FULL;
    };
  }

  private static @Nullable Integer number(ForeignMatter matter, String... keys) {
    return matter
        .first(keys)
        .filter(value -> value.matches("[1-9][0-9]{0,5}"))
        .map(Integer::valueOf)
        .orElse(null);
  }

  private static @Nullable String summary(ForeignMatter matter) {
    return matter
        .first("summary", "description", "excerpt", "subtitle")
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .filter(text -> text.length() <= 1000)
        .orElse(null);
  }

  private static String title(ForeignMatter matter, String body, String stem) {
    Matcher heading = Pattern.compile("(?m)\\A\\s*# +(.+?)\\s*#*$").matcher(body);
    String title =
        matter
            .first("title")
            .orElseGet(() -> heading.find() ? heading.group(1) : stem.replaceAll("[-_]+", " "));
    String line = title.replaceAll("\\s+", " ").strip();
    return line.length() > 255 ? line.substring(0, 255) : line;
  }

  private static boolean isDraft(ForeignMatter matter, String name) {
    return matter.first("draft").filter(value -> value.matches("(?i)true|yes")).isPresent()
        || matter.first("published").filter(value -> value.matches("(?i)false|no")).isPresent()
        || ("/" + name).contains("/_drafts/");
  }

  private boolean isForeign(String language, String body) {
    String own = Locale.forLanguageTag(show.language()).getLanguage();
    String theirs = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
    UnicodeScript writing = WritingSystem.of(body);
    return (!theirs.isEmpty() && !theirs.equals(own))
        || (writing != null && writing != WritingSystem.ofLanguage(show.language()));
  }
}
