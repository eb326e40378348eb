package com.kaizencast.narration.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word of plain letters that the voice's own dictionary or rules say. */
final class PlainWord implements WordClass {

  private static final int MOST_LETTERS = 40;

  /** Words before a lone A that make it the letter. */
  private static final Set<String> BEFORE_LETTER =
      Set.of(
          "plan",
          "option",
          "class",
          "type",
          "grade",
          "team",
          "group",
          "vitamin",
          "series",
          "section",
          "appendix",
          "point",
          "part",
          "level",
          "model",
          "version",
          "variant",
          "step",
          "side",
          "column",
          "exhibit",
          "letter",
          "category",
          "tier",
          "phase",
          "bucket",
          "cluster");

  private static final Set<String> BETWEEN_LETTERS =
      Set.of("and", "or", "to", "vs", "versus", "through", "from", "plus");

  @Override
  public String name() {
    return "word";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!Latin.isFoldable(line.at(at))) {
      return null;
    }
    int end = at;
    while (Latin.isFoldable(line.at(end))
        || (line.at(end) == '\'' && Latin.isFoldable(line.at(end + 1)))) {
      end++;
    }
    if (end - at > MOST_LETTERS) {
      return Reading.phrase(end, "a word of " + Numbers.cardinal(end - at) + " letters", at)
          .remarked("a word of " + (end - at) + " letters is described, not read");
    }
    String text = Latin.fold(line.slice(at, end));
    if (text.length() == 1) {
      return Reading.of(end, List.of(lone(line, at, text)));
    }
    if (text.equals(text.toUpperCase(Locale.ROOT))) {
      text = text.toLowerCase(Locale.ROOT);
    }
    boolean isOneOrMany = line.has(end, "(s)") && !line.isWord(end + 3);
    Said said = new Said(text, null, "", at);
    return isOneOrMany
        ? Reading.of(end + 3, List.of(said.inflected(true)))
        : Reading.of(end, List.of(said));
  }

  private static Said lone(Line line, int at, String letter) {
    boolean isArticle =
        (letter.equals("a") && !line.isCode(at) && standsAlone(line, at))
            || (letter.equals("A") && isArticle(line, at));
    return isArticle ? new Said("a", null, "", at) : Letters.name(letter.charAt(0), at);
  }

  static boolean isBeforeLetter(String lowerCase) {
    return BEFORE_LETTER.contains(lowerCase);
  }

  /**
   * Whether a letter has nothing before it that would make it part of a name, and a blank after.
   */
  private static boolean standsAlone(Line line, int at) {
    return line.isBlank(at + 1) && " \"'([—–-".indexOf(line.at(at - 1)) >= 0;
  }

  private static boolean isArticle(Line line, int at) {
    if (!standsAlone(line, at)) {
      return false;
    }
    String before = line.wordBefore(at).toLowerCase(Locale.ROOT);
    String after = line.wordAfter(at + 1);
    if (after.isEmpty() || BEFORE_LETTER.contains(before)) {
      return line.isDigit(at + 2);
    }
    int next = line.nextWord(at + 1) + after.length();
    boolean isLetter =
        BETWEEN_LETTERS.contains(after) && line.isBlank(next) && line.wordAfter(next).length() == 1;
    return !isLetter;
  }
}
