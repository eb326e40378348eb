package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a host, known by its last part. */
final class DomainName implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<host>[A-Za-z0-9][A-Za-z0-9-]{0,62}+(?:\\.[A-Za-z0-9-]{1,63}+){0,7}"
              + "\\.(?<top>[A-Za-z]{2,12}+))"
              + "(?<path>/(?:[^\\s\"<>]{0,2000}[^\\s\"<>.,;:!?)\\]'])?)?(?![\\p{L}\\p{N}_@(])");

  private static final Map<String, String> TOPS = Table.read("domains", 2).asMap();

  @Override
  public String name() {
    return "domain name";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher match = line.match(SHAPE, at);
    if (match == null
        || !TOPS.containsKey(match.group("top"))
        || (FileName.isExtension(match.group("top")) && match.group("path") == null)) {
      return null;
    }
    int start = line.has(at, "www.") ? at + 4 : at;
    return Reading.of(match.end(), say(line, start, match.end("host"), words));
  }

  /** The labels of a host's name with their dots. */
  static List<Said> say(Line line, int from, int to, WordReader words) {
    int dot = line.slice(from, to).lastIndexOf('.');
    if (dot < 0) {
      return Parts.say(line, from, to, words);
    }
    int top = from + dot + 1;
    String known = TOPS.get(line.slice(top, to).toLowerCase(Locale.ROOT));
    if (known == null) {
      return Parts.say(line, from, to, words);
    }
    List<Said> said = new ArrayList<>(Parts.say(line, from, top, words));
    said.addAll(Said.phrase(known, top));
    return said;
  }
}
