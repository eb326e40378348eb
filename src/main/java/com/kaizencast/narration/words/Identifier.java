package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name in a program with underscores: its words. */
final class Identifier implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:_{0,2}[A-Za-z0-9]{1,40}+(?:_{1,2}[A-Za-z0-9]{1,40}+){1,12}+|_{1,2}[A-Za-z0-9]{1,40}+)_{0,2}+"
              + "(?![\\p{L}\\p{N}_])");

  @Override
  public String name() {
    return "identifier";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c) || c == '_';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    List<Said> said = new ArrayList<>();
    int start = at;
    for (int i = at; i <= match.end(); i++) {
      if (i == match.end() || line.at(i) == '_') {
        if (i > start) {
          said.addAll(part(line, start, i, words));
        }
        start = i + 1;
      }
    }
    return Reading.of(match.end(), said);
  }

  /** In constants all is in capitals: what looks like a word is one. */
  private static List<Said> part(Line line, int from, int to, WordReader words) {
    List<Token> tokens = words.read(line.part(from, to));
    String text = line.slice(from, to);
    boolean isUnknown = tokens.size() == 1 && tokens.get(0).remark() != null;
    if (isUnknown && Acronym.looksLikeWord(text)) {
      return List.of(new Said(text.toLowerCase(Locale.ROOT), null, "", from));
    }
    return Parts.part(line, from, to, words);
  }
}
