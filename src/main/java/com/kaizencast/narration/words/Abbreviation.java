package com.kaizencast.narration.words;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shortened word with its stop. */
final class Abbreviation implements WordClass {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{1,8}\\.(?:[A-Za-z]\\.){0,4}");

  private final Map<String, String> said = Table.read("abbreviations", 3).asMap();

  @Override
  public String name() {
    return "abbreviation";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null || line.isWord(match.end())) {
      return null;
    }
    String known = said.get(match.group());
    return known == null ? null : Reading.phrase(match.end(), known, at);
  }
}
