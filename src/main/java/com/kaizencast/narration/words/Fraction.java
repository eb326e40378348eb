package com.kaizencast.narration.words;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of one, or one number out of another. */
final class Fraction implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(?<whole>\\d{1,4}) )?(?<part>\\d{1,4})[/⁄](?<of>\\d{1,4})(?!/)" + NumberShape.END);
  private static final Pattern SINGLE =
      Pattern.compile("(?<whole>\\d{1,9})? ?(?<sign>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])" + NumberShape.END);

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("¼", "1/4"),
          Map.entry("½", "1/2"),
          Map.entry("¾", "3/4"),
          Map.entry("⅓", "1/3"),
          Map.entry("⅔", "2/3"),
          Map.entry("⅕", "1/5"),
          Map.entry("⅖", "2/5"),
          Map.entry("⅗", "3/5"),
          Map.entry("⅘", "4/5"),
          Map.entry("⅙", "1/6"),
          Map.entry("⅚", "5/6"),
          Map.entry("⅛", "1/8"),
          Map.entry("⅜", "3/8"),
          Map.entry("⅝", "5/8"),
          Map.entry("⅞", "7/8"),
          Map.entry("⅐", "1/7"),
          Map.entry("⅑", "1/9"),
          Map.entry("⅒", "1/10"));

  private static final Set<Integer> ROUND = Set.of(12, 16, 20, 25, 32, 50, 64, 100, 1000);

  @Override
  public String name() {
    return "fraction";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (line.isWord(at) && !line.startsHere(at)) {
      return null;
    }
    Matcher single = line.match(SINGLE, at);
    if (single != null) {
      String[] parts = SIGNS.getOrDefault(single.group("sign"), "1/1").split("/");
      int part = Integer.parseInt(parts[0]);
      int of = Integer.parseInt(parts[1]);
      return Reading.phrase(
          single.end(), said(line, single.end(), single.group("whole"), part, of), at);
    }
    Matcher match = line.match(SHAPE, at);
    if (match == null) {
      return null;
    }
    int part = Integer.parseInt(match.group("part"));
    int of = Integer.parseInt(match.group("of"));
    String whole = match.group("whole");
    boolean isFraction = part > 0 && part < of && (of <= 10 || ROUND.contains(of));
    if (whole != null && !isFraction) {
      return null;
    }
    return Reading.phrase(
        match.end(), isFraction ? said(line, match.end(), whole, part, of) : pair(part, of), at);
  }

  /** "half" before an article, else "one half". */
  private static String said(Line line, int end, @Nullable String whole, int part, int of) {
    String next = line.wordAfter(end);
    boolean isHalfOf = whole == null && part == 1 && of == 2;
    return isHalfOf && (next.equals("a") || next.equals("an") || next.equals("the"))
        ? "half"
        : mixed(whole, part, of);
  }

  private static String mixed(@Nullable String whole, int part, int of) {
    String fraction = fraction(part, of);
    if (whole == null) {
      return fraction;
    }
    String article = part == 1 ? fraction.replaceFirst("^one", "a") : fraction;
    return Numbers.cardinal(whole) + " and " + article.replaceFirst("^a eighth", "an eighth");
  }

  private static String fraction(int part, int of) {
    String name = of == 2 ? "half" : of == 4 ? "quarter" : Numbers.ordinal(of);
    return Numbers.cardinal(part) + " " + (part == 1 ? name : name + "s");
  }

  /** "ten out of twelve", "eighty twenty", "seven over two". */
  private static String pair(int part, int of) {
    String between = part + of == 100 ? " " : part <= of ? " out of " : " over ";
    return Numbers.cardinal(part) + between + Numbers.cardinal(of);
  }
}
