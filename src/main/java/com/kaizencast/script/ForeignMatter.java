package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Front matter of other programs: YAML between lines of {@code ---}, or TOML between lines of
 * {@code +++}.
 *
 * @param keys values by key, lower case; those of a mapping under {@code key.within}
 * @param body what follows
 */
public record ForeignMatter(Map<String, String> keys, String body) {

  private static final LoadSettings YAML =
      LoadSettings.builder().setAllowDuplicateKeys(true).setMaxAliasesForCollections(20).build();

  /** What blogs write besides ISO 8601. */
  private static final List<DateTimeFormatter> DATES =
      List.of("MMMM d, uuuu", "d MMMM uuuu", "MMMM d uuuu", "uuuu/M/d", "uuuu-M-d", "uuuu.M.d")
          .stream()
          .flatMap(
              form ->
                  java.util.stream.Stream.of(form, form.replace("MMMM", "MMM"))
                      .distinct()
                      .map(ForeignMatter::formatter))
          .toList();

  public ForeignMatter {
    keys = Map.copyOf(keys);
  }

  private static DateTimeFormatter formatter(String form) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(form)
        .toFormatter(Locale.ENGLISH);
  }

  /**
   * Takes a file apart; without front matter all of it is the body.
   *
   * @param file as a message shows it
   * @throws ScriptException if the front matter is not what its fence says
   */
  public static ForeignMatter read(String file, String text) throws ScriptException {
    String clean = text.replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
    String fence = clean.startsWith("---\n") ? "---" : clean.startsWith("+++\n") ? "+++" : "";
    int end = fence.isEmpty() ? -1 : clean.indexOf("\n" + fence, 3);
    if (end < 0) {
      return new ForeignMatter(Map.of(), clean);
    }
    String matter = clean.substring(4, Math.max(4, end + 1));
    int after = clean.indexOf('\n', end + 1);
    String body = after < 0 ? "" : clean.substring(after + 1);
    Map<String, String> keys = new LinkedHashMap<>();
    flatten("", fence.equals("---") ? yaml(file, matter) : toml(file, matter), keys, 0);
    return new ForeignMatter(keys, body);
  }

  private static Object yaml(String file, String text) throws ScriptException {
    try {
      Object read = new Load(YAML).loadFromString(text);
      return read == null ? Map.of() : read;
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      throw problem(
          file,
          mark.map(Mark::getLine).orElse(0) + 2,
          mark.map(Mark::getColumn).orElse(0) + 1,
          e.getProblem());
    } catch (YamlEngineException e) {
      throw problem(file, 1, 1, String.valueOf(e.getMessage()));
    }
  }

  private static Object toml(String file, String text) throws ScriptException {
    TomlParseResult read = Toml.parse(text);
    if (read.hasErrors()) {
      TomlParseError first = read.errors().get(0);
      throw problem(
          file,
          first.position().line() + 1,
          first.position().column(),
          String.valueOf(first.getMessage()));
    }
    return read.toMap();
  }

  private static ScriptException problem(String file, int line, int column, String message) {
    return new ScriptException(
        List.of(
            ScriptProblem.error(
                new SourcePosition(file, line, column),
                "the front matter can't be read: " + SourceText.oneLine(message))));
  }

  private static void flatten(String prefix, Object value, Map<String, String> keys, int depth) {
    if (value instanceof Map<?, ?> map && depth < 4) {
      map.forEach(
          (key, within) -> {
            String name = prefix + String.valueOf(key).toLowerCase(Locale.ROOT);
            if (within instanceof Map) {
              flatten(name + ".", within, keys, depth + 1);
            } else if (within instanceof List<?> list) {
              keys.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            } else if (within != null) {
              keys.put(name, String.valueOf(within).strip());
            }
          });
    }
  }

  /** The first of these keys that has a value. */
  public Optional<String> first(String... names) {
    for (String name : names) {
      String value = keys.get(name);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * A date as blogs write it; empty if it is none.
   *
   * @param zone of dates without an offset
   */
  public static Optional<Instant> date(String text, ZoneId zone) {
    String plain = text.strip().replaceFirst("(?<=\\d)(st|nd|rd|th)\\b", "");
    try {
      return Optional.of(Moment.read(plain, zone));
    } catch (Form.Wrong e) {
      // Another form, then.
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      // Another form, then.
    }
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDate.parse(plain, form).atStartOfDay(zone).toInstant());
      } catch (DateTimeParseException e) {
        // Another form, then.
      }
    }
    return Optional.empty();
  }
}
