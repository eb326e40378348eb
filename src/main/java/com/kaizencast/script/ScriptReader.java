package com.kaizencast.script;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an episode script, Markdown with front matter or plain text; {@code
 * src/docs/script-format.md} describes both forms.
 */
public final class ScriptReader {

  private static final int LONGEST_TITLE = 255;
  private static final int SUMMARY_LENGTH = 250;

  private static final Pattern DATED_NAME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[-_ ]+(.*))?");

  private final ScriptFile file;
  private final Show show;
  private final Collection<String> voices;
  private final Problems problems = new Problems();

  private ScriptReader(ScriptFile file, Show show, Collection<String> voices) {
    this.file = file;
    this.show = show;
    this.voices = voices;
  }

  /** Reads a script, whether or not there is the voice that it names. */
  public static EpisodeScript read(ScriptFile file, Show show) throws ScriptException {
    return read(file, show, List.of());
  }

  /**
   * Reads a script.
   *
   * @param show gives the time zone of dates without one, the names that tell a sign-off, and what
   *     the script leaves out of the settings of its voice
   * @param voices names of the voices there are; empty: any name will do
   * @throws ScriptException with every mistake in the file
   */
  public static EpisodeScript read(ScriptFile file, Show show, Collection<String> voices)
      throws ScriptException {
    return new ScriptReader(file, show, voices).read();
  }

  private EpisodeScript read() throws ScriptException {
    SourceText source = SourceText.decode(file.name(), file.bytes(), problems::warning);
    if (source.text().isBlank()) {
      problems.error(top(), "the file is empty; write the script into it, or delete it");
      problems.throwIfErrors();
    }
    boolean plain = file.name().toLowerCase(Locale.ROOT).endsWith(".txt");
    if (plain && FrontMatter.begins(source)) {
      problems.error(top(), "front matter is for Markdown; rename the file to .md");
      problems.throwIfErrors();
    }
    FrontMatter matter =
        plain ? FrontMatter.none(source, show) : FrontMatter.read(source, show, voices, problems);
    Body body =
        plain
            ? PlainTextBody.read(source)
            : MarkdownBody.read(source, matter.end(), matter.title(), problems);
    String title = title(matter, body, plain);
    Instant date = date(matter, plain);
    String slug = slug(matter, title, plain);
    if (!problems.hasErrors() && body.pieces().stream().noneMatch(ScriptReader::says)) {
      problems.error(
          source.position(matter.end()),
          "there is nothing to say; write the text "
              + (plain ? "below the title" : "below the front matter"));
    }
    problems.throwIfErrors();
    Episode episode =
        new Episode(
            slug,
            title,
            matter.guid(),
            matter.number(),
            matter.season(),
            matter.summary() == null ? summary(body, title) : matter.summary(),
            date,
            matter.type(),
            matter.explicit(),
            matter.draft(),
            matter.image(),
            matter.tags());
    List<Section> sections = Outline.sections(body.pieces(), title, show);
    return new EpisodeScript(
        file.name(),
        file.sha256(),
        episode,
        sections,
        body.notesHtml(),
        matter.lexicon(),
        matter.voice(),
        problems.inOrder());
  }

  private SourcePosition top() {
    return new SourcePosition(file.name(), 1, 1);
  }

  private String title(FrontMatter matter, Body body, boolean plain) {
    String title = body.title();
    if (title == null || title.isEmpty()) {
      if (!matter.given().contains("title")) {
        problems.error(
            top(), "'title' is missing; add 'title: …' to the front matter or a '# heading'");
      }
      return "?";
    }
    if (title.length() > LONGEST_TITLE) {
      problems.error(
          top(),
          "the title has "
              + title.length()
              + " characters; shorten it to "
              + LONGEST_TITLE
              + (plain ? ": the first line is the title" : ""));
    }
    return title;
  }

  private Instant date(FrontMatter matter, boolean plain) {
    if (matter.date() != null || matter.given().contains("date")) {
      return matter.date() == null ? Instant.EPOCH : matter.date();
    }
    Matcher name = DATED_NAME.matcher(file.baseName());
    if (!name.matches()) {
      problems.error(
          top(),
          "the date is missing; "
              + (plain
                  ? "name the file like 2024-03-08-" + slugExample() + ".txt"
                  : "add 'date: 2024-03-08' to the front matter"));
      return Instant.EPOCH;
    }
    try {
      return Moment.read(name.group(1), show.timeZone());
    } catch (Form.Wrong e) {
      problems.error(top(), "the date in the file name " + e.getMessage());
      return Instant.EPOCH;
    }
  }

  private String slugExample() {
    String slug = Slug.derive(file.baseName());
    return slug.isEmpty() ? "my-episode" : slug;
  }

  private String slug(FrontMatter matter, String title, boolean plain) {
    if (matter.given().contains("slug")) {
      return matter.slug() == null ? "x" : matter.slug();
    }
    Matcher name = DATED_NAME.matcher(file.baseName());
    String named = name.matches() ? name.group(2) : file.baseName();
    String slug = Slug.derive(named == null ? "" : named);
    if (slug.isEmpty() && !plain) {
      slug = Slug.derive(title);
    }
    if (!slug.isEmpty()) {
      return slug;
    }
    if (!plain) {
      problems.error(
          top(),
          "neither the file name nor the title gives a slug of letters a to z; add 'slug: …'");
    } else if (name.matches()) {
      problems.error(
          top(), "the file name has no slug; name the file like 2024-03-08-my-episode.txt");
    }
    return "x";
  }

  private static String summary(Body body, String title) {
    String text =
        body.pieces().stream()
            .filter(piece -> isProse(piece.block()))
            .map(Piece::shownText)
            .filter(shown -> !shown.isEmpty())
            .findFirst()
            .orElse(title);
    return Sentences.summary(text, SUMMARY_LENGTH);
  }

  private static boolean isProse(Block block) {
    return block instanceof TextBlock text
        && text.role() != BlockRole.HEADING
        && text.role() != BlockRole.FOOTNOTE;
  }

  private static boolean says(Piece piece) {
    Block block = piece.block();
    return block instanceof CodeBlock
        || block instanceof TableBlock
        || (block instanceof TextBlock text && text.spans().stream().anyMatch(ScriptReader::says));
  }

  private static boolean says(Span span) {
    return switch (span.style()) {
      case PAUSE, UNSPOKEN, FOOTNOTE -> false;
      default -> !span.text().isBlank();
    };
  }
}
