package com.kaizencast.script;

import com.kaizencast.episode.EpisodeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A script that is about to be written, as Markdown with front matter or as plain text. What is
 * null is left out; plain text has no more than title, day, slug and body.
 *
 * @param slug as {@link #slug(String)} gives it
 * @param guid under which it is published already
 * @param plain whether it is plain text
 * @param body Markdown or plain text
 */
public record ScriptDraft(
    String title,
    Instant publishedAt,
    String slug,
    @Nullable String guid,
    @Nullable Integer number,
    @Nullable Integer season,
    @Nullable String summary,
    EpisodeType type,
    @Nullable Boolean explicit,
    boolean draft,
    boolean plain,
    String body) {

  private static final DumpSettings YAML =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setUseUnicodeEncoding(true)
          .setSplitLines(false)
          .build();

  /** A script in plain text. */
  public static ScriptDraft plain(String title, Instant publishedAt, String slug, String body) {
    return new ScriptDraft(
        title,
        publishedAt,
        slug,
        null,
        null,
        null,
        null,
        EpisodeType.FULL,
        null,
        false,
        true,
        body);
  }

  /** The same script for another day, or under another slug. */
  public ScriptDraft with(Instant newPublishedAt, String newSlug) {
    return new ScriptDraft(
        title,
        newPublishedAt,
        newSlug,
        guid,
        number,
        season,
        summary,
        type,
        explicit,
        draft,
        plain,
        body);
  }

  /** The slug that a title or a file name gives, empty if it has no letter or digit for one. */
  public static String slug(String text) {
    return Slug.derive(text);
  }

  /** Its path under the home folder. */
  public String file(ZoneId zone) {
    String day = LocalDate.ofInstant(publishedAt, zone).toString();
    return "scripts/" + day + "-" + slug + (plain ? ".txt" : ".md");
  }

  /**
   * The whole file.
   *
   * @param zone that of the show; a date at the start of a day there is written without its time
   */
  public String text(ZoneId zone) {
    if (plain) {
      return title + "\n\n" + body.strip() + "\n";
    }
    Map<String, Object> matter = new LinkedHashMap<>();
    matter.put("title", title);
    matter.put("date", date(zone));
    matter.put("slug", slug);
    put(matter, "number", number);
    put(matter, "season", season);
    put(matter, "guid", guid);
    put(matter, "summary", summary);
    put(matter, "type", type == EpisodeType.FULL ? null : type.name().toLowerCase(Locale.ROOT));
    put(matter, "explicit", explicit);
    put(matter, "draft", draft ? true : null);
    return "---\n" + new Dump(YAML).dumpToString(matter) + "---\n" + body.strip() + "\n";
  }

  private String date(ZoneId zone) {
    ZonedDateTime there = publishedAt.atZone(zone);
    return there.toLocalTime().equals(LocalTime.MIN)
        ? there.toLocalDate().toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there.withNano(0));
  }

  private static void put(Map<String, Object> matter, String key, @Nullable Object value) {
    if (value != null) {
      matter.put(key, value);
    }
  }
}
