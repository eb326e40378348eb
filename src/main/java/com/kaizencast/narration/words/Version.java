package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a program: its parts are numbers, not decimals. */
final class Version implements WordClass {

  private static final String SUFFIX =
      "(?<suffix>(?:[-+][A-Za-z][A-Za-z0-9]{0,12}|[ab]\\d{1,2}|rc\\d{1,2})(?:\\.\\d{1,4})?)?";
  private static final Pattern MARKED =
      Pattern.compile(
          "[vV](?<parts>\\d{1,4}(?:\\.(?:\\d{1,6}|x)){0,4})" + SUFFIX + NumberShape.END);
  private static final Pattern PINNED =
      Pattern.compile(
          "(?<sign>==|~=|\\^) ?(?<parts>\\d{1,4}(?:\\.(?:\\d{1,6}|x|\\*)){0,4})"
              + SUFFIX
              + NumberShape.END);
  private static final Pattern LONG =
      Pattern.compile(
          "(?<parts>\\d{1,5}(?:\\.\\d{1,6}){2,4}|\\d{1,4}(?:\\.\\d{1,4}){0,2}\\.x)"
              + SUFFIX
              + NumberShape.END
              + "(?!\\.\\d)");
  private static final Pattern SHORT =
      Pattern.compile("(?<parts>\\d{1,4}\\.\\d{1,4})" + SUFFIX + NumberShape.END + "(?!\\.\\d|%)");

  /** Names after which a number with a point is a version. */
  private static final Set<String> VERSIONED = new HashSet<>();

  static {
    for (List<String> row : Table.read("versioned", 1).rows()) {
      VERSIONED.addAll(List.of(row.get(0).split(" ")));
    }
  }

  @Override
  public String name() {
    return "version";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || "vV=~^".indexOf(c) >= 0;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher pinned = line.match(PINNED, at);
    if (pinned != null) {
      boolean isPower = line.at(at) == '^' && line.isWord(at - 1);
      return isPower ? null : reading(line, pinned, at, words);
    }
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher marked = line.match(MARKED, at);
    if (marked != null) {
      return reading(line, marked, at, words);
    }
    Matcher match = line.match(LONG, at);
    if (match == null
        && (VERSIONED.contains(nameBefore(line, at))
            || (line.at(at - 1) == ':' && line.isCode(at)))) {
      match = line.match(SHORT, at);
    }
    return match == null ? null : reading(line, match, at, words);
  }

  private static Reading reading(Line line, Matcher match, int at, WordReader words) {
    List<Said> said = new ArrayList<>();
    if (match.start("parts") > at && !isAfterTheWord(line, at)) {
      said.addAll(Said.phrase("version", at));
    }
    said.addAll(Said.phrase(parts(match.group("parts")), match.start("parts")));
    if (match.group("suffix") != null) {
      int start = match.start("suffix");
      int sign = line.isWord(start) ? 0 : 1;
      int dot = line.slice(start, match.end("suffix")).indexOf('.');
      int end = dot < 0 ? match.end("suffix") : start + dot;
      said.addAll(words.say(line, start + sign, end));
      said.addAll(words.say(line, Math.min(end + 1, match.end()), match.end("suffix")));
    }
    return Reading.of(match.end(), said);
  }

  /** The name that the version belongs to, also in "HTTP/1.1" and "python:3.12". */
  private static String nameBefore(Line line, int at) {
    int end = line.at(at - 1) == '/' || line.at(at - 1) == ':' ? at - 1 : at;
    return line.wordBefore(end).toLowerCase(Locale.ROOT);
  }

  private static boolean isAfterTheWord(Line line, int at) {
    return line.wordBefore(at).toLowerCase(Locale.ROOT).startsWith("version");
  }

  private static String parts(String parts) {
    StringBuilder said = new StringBuilder();
    for (String part : parts.split("\\.")) {
      said.append(said.length() == 0 ? "" : " point ");
      said.append(part.equals("x") ? "X" : part.equals("*") ? "star" : Numbers.part(part));
    }
    return said.toString();
  }
}
