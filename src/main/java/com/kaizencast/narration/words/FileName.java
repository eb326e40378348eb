package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file, known by its extension. */
final class FileName implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\.?(?:[A-Za-z0-9_*-]{1,60}+\\.){1,5}(?<extension>[A-Za-z0-9]{1,10}+)(?![\\p{L}\\p{N}_/@(])");
  private static final Pattern HIDDEN =
      Pattern.compile("\\.(?<name>[A-Za-z][A-Za-z0-9_-]{1,40}+)(?![\\p{L}\\p{N}_@(.])");

  private static final Map<String, String> EXTENSIONS = Table.read("extensions", 2).asMap();

  @Override
  public String name() {
    return "file name";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c) || ".*_".indexOf(c) >= 0;
  }

  static boolean isExtension(String letters) {
    return EXTENSIONS.containsKey(letters.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at) || line.at(at - 1) == '.' || line.at(at - 1) == '_') {
      return null;
    }
    Matcher match = line.match(SHAPE, at);
    if (match != null && isExtension(match.group("extension"))) {
      return Reading.of(match.end(), say(line, at, match.end(), words));
    }
    match = line.isBlank(at - 1) && line.at(at) == '.' ? line.match(HIDDEN, at) : null;
    return match == null ? null : Reading.of(match.end(), say(line, at, match.end(), words));
  }

  /** The parts of a path or name, a known extension as it is called. */
  static List<Said> say(Line line, int from, int to, WordReader words) {
    int dot = line.slice(from, to).lastIndexOf('.');
    String known =
        dot < 0 ? null : EXTENSIONS.get(line.slice(from + dot + 1, to).toLowerCase(Locale.ROOT));
    if (known == null) {
      return Parts.say(line, from, to, words);
    }
    int extension = from + dot + 1;
    List<Said> said = new ArrayList<>(Parts.say(line, from, extension, words));
    said.addAll(Said.phrase(known, extension));
    return said;
  }
}
