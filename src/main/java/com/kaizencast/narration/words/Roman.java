package com.kaizencast.narration.words;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Roman numerals, only where the word before shows that they are. */
final class Roman implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?=[IVXL])(?:X[LX]{1,2}|L?X{0,3})(?:IX|IV|V?I{0,3})" + NumberShape.END);

  private static final Set<String> COUNTED =
      Set.of(
          "Part",
          "Chapter",
          "Volume",
          "Book",
          "Section",
          "Act",
          "Phase",
          "Type",
          "Class",
          "Level",
          "Stage",
          "Tier",
          "Article",
          "Appendix",
          "Figure",
          "Table",
          "War",
          "Mark",
          "Title",
          "Group",
          "Step",
          "Grade",
          "Bowl",
          "Version",
          "Generation",
          "Episode",
          "Scene",
          "Annex",
          "Corps",
          "Error",
          "Schedule",
          "Day");

  private static final Set<String> REIGNED =
      Set.of(
          "Henry",
          "Elizabeth",
          "Louis",
          "George",
          "Charles",
          "Edward",
          "James",
          "William",
          "Paul",
          "Pius",
          "Benedict",
          "Richard",
          "Philip",
          "Frederick",
          "Catherine",
          "Peter",
          "Nicholas",
          "Napoleon",
          "Alexander",
          "Gregory",
          "Leo",
          "Innocent",
          "Francis",
          "John",
          "Mary",
          "Robert",
          "Carl",
          "Gustav",
          "Christian",
          "Olav",
          "Harald",
          "Victoria",
          "Wilhelm",
          "Friedrich");

  /** Words that make an I before them the pronoun. */
  private static final Set<String> AFTER_PRONOUN =
      Set.of(
          "am", "was", "have", "had", "will", "would", "can", "could", "should", "do", "did",
          "think", "want", "need", "know", "like", "love", "see", "feel", "hope", "mean", "said",
          "say");

  private static final Map<Character, Integer> VALUES = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50);

  @Override
  public String name() {
    return "Roman numeral";
  }

  @Override
  public boolean mayStartWith(char c) {
    return "IVXL".indexOf(c) >= 0;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) && line.isBlank(at - 1) ? line.match(SHAPE, at) : null;
    if (match == null || match.end() == at || line.at(match.end()) == '\'') {
      return null;
    }
    String before = line.wordBefore(at);
    String numeral = match.group();
    if (before.isEmpty() || (numeral.equals("I") && isPronoun(line, match.end()))) {
      return null;
    }
    if (COUNTED.contains(before)) {
      return Reading.phrase(match.end(), Numbers.cardinal(value(numeral)), at);
    }
    if (REIGNED.contains(before)) {
      return Reading.phrase(match.end(), "the " + Numbers.ordinal(value(numeral)), at);
    }
    boolean isName = WordClass.isCapital(before.charAt(0)) && before.length() > 1;
    return isName && numeral.length() > 1 && numeral.matches("I+|V?III?|XI{1,3}|XI?V|XIX")
        ? Reading.phrase(match.end(), Numbers.cardinal(value(numeral)), at)
        : null;
  }

  private static boolean isPronoun(Line line, int end) {
    return AFTER_PRONOUN.contains(line.wordAfter(end));
  }

  private static int value(String numeral) {
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit = VALUES.getOrDefault(numeral.charAt(i), 0);
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }
}
