package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A hashtag, a number or colour after the hash sign, or someone's handle. */
final class Handle implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<sign>[#@])(?:(?<number>\\d{1,9})(?![\\p{L}\\p{N}_])|(?<name>[A-Za-z][A-Za-z0-9_-]{0,60}+))"
              + "(?![\\p{L}\\p{N}_])");

  private static final Pattern COLOUR =
      Pattern.compile(
          "#(?<code>(?=[A-F]{0,5}+\\d)(?=\\d{0,5}+[A-Fa-f])[0-9A-Fa-f]{6})(?![\\p{L}\\p{N}_])");

  @Override
  public String name() {
    return "hashtag or handle";
  }

  @Override
  public boolean mayStartWith(char c) {
    return c == '#' || c == '@';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at) || line.isCode(at)) {
      return null;
    }
    Matcher colour = line.match(COLOUR, at);
    if (colour != null) {
      List<Said> said = new ArrayList<>(Said.phrase("hash", at));
      said.addAll(Letters.spellWithDigits(colour.group("code"), at + 1));
      return Reading.of(colour.end(), said);
    }
    Matcher match = line.match(SHAPE, at);
    if (match == null) {
      return null;
    }
    boolean isHash = match.group("sign").equals("#");
    if (match.group("number") != null) {
      String number = Numbers.cardinal(match.group("number"));
      return Reading.phrase(match.end(), (isHash ? "number " : "at ") + number, at);
    }
    List<Said> said = new ArrayList<>(Said.phrase(isHash ? "hashtag" : "at", at));
    said.addAll(words.say(line, match.start("name"), match.end()));
    return Reading.of(match.end(), said);
  }
}
