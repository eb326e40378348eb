package com.kaizencast.script;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.script.YamlNode.Broken;
import com.kaizencast.script.YamlNode.Mapping;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the {@code ---} lines at the top of a Markdown script.
 *
 * @param given the keys that are there, right or wrong
 * @param end offset of the text that follows
 */
record FrontMatter(
    @Nullable String title,
    @Nullable Instant date,
    @Nullable String slug,
    @Nullable String guid,
    @Nullable Integer number,
    @Nullable Integer season,
    @Nullable String summary,
    EpisodeType type,
    @Nullable Boolean explicit,
    boolean draft,
    @Nullable String image,
    @Nullable VoiceSettings voice,
    Episode.Tags tags,
    List<LexiconEntry> lexicon,
    Set<String> given,
    int end) {

  private static final Pattern GUID = Pattern.compile("[\\x21-\\x7E]{1,255}");

  /** Whether a file begins with front matter. */
  static boolean begins(SourceText source) {
    return isFence(source.line(0));
  }

  private static boolean isFence(String line) {
    return line.stripTrailing().equals("---");
  }

  /** That of a script which can have none. */
  static FrontMatter none(SourceText source, Show show) {
    Mapping nothing = new Mapping(List.of(), 0);
    return of(source, nothing, 0, show, List.of(), new Problems());
  }

  /**
   * Reads the front matter, which may be absent; reports its mistakes.
   *
   * @param voices names of the voices there are; empty: any name will do
   */
  static FrontMatter read(
      SourceText source, Show show, Collection<String> voices, Problems problems) {
    Mapping nothing = new Mapping(List.of(), 0);
    if (!begins(source)) {
      return of(source, nothing, 0, show, voices, problems);
    }
    int closing = 1;
    while (closing < source.lineCount() && !isFence(source.line(closing))) {
      closing++;
    }
    if (closing == source.lineCount()) {
      problems.error(
          source.position(0),
          "the front matter that begins here has no end; add a line '---' below its last key");
      return of(source, nothing, source.text().length(), show, voices, problems).unreadable();
    }
    Mapping mapping =
        YamlReader.read(source, source.lineStart(1), source.lineStart(closing), problems);
    int end = source.lineStart(closing + 1);
    return mapping == null
        ? of(source, nothing, end, show, voices, problems).unreadable()
        : of(source, mapping, end, show, voices, problems);
  }

  private static FrontMatter of(
      SourceText source,
      Mapping mapping,
      int end,
      Show show,
      Collection<String> voices,
      Problems problems) {
    Fields fields = new Fields(source, mapping, problems);
    FrontMatter read =
        new FrontMatter(
            fields.optional("title", Forms.LINE),
            fields.optional("date", Moment.form(show.timeZone())),
            fields.optional("slug", Slug.FORM),
            fields.optional(
                "guid",
                Forms.matching(GUID, "no guid; use letters, digits and signs without blanks")),
            fields.optional("number", Forms.integer(1, 1_000_000)),
            fields.optional("season", Forms.integer(1, 1_000_000)),
            fields.optional("summary", Forms.SUMMARY),
            fields.optional("type", Forms.constant(EpisodeType.class), EpisodeType.FULL),
            fields.optional("explicit", Forms.BOOLEAN),
            fields.optional("draft", Forms.BOOLEAN, false),
            fields.optional("image", Forms.PICTURE),
            VoiceFields.read(fields, show.voice(), voices),
            TagFields.ofEpisode(fields),
            lexicon(source, fields, problems),
            fields.given(),
            end);
    fields.finish();
    return read;
  }

  /** Front matter of which nothing is known, so that nothing is missing either. */
  private FrontMatter unreadable() {
    return new FrontMatter(
        title,
        date,
        slug,
        guid,
        number,
        season,
        summary,
        type,
        explicit,
        draft,
        image,
        voice,
        tags,
        lexicon,
        Set.of("title", "date", "slug"),
        end);
  }

  private static List<LexiconEntry> lexicon(SourceText source, Fields fields, Problems problems) {
    YamlNode node = fields.raw("lexicon");
    if (node == null || node instanceof Broken) {
      return List.of();
    }
    if (node instanceof Mapping mapping) {
      return LexiconReader.entries(source, mapping, problems);
    }
    fields.error("lexicon", "'lexicon' takes a mapping of terms to how they are said");
    return List.of();
  }
}
