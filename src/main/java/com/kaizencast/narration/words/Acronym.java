package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Capitals that no lexicon knows: spelled, or read as a word if they are an English word. */
final class Acronym implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile("(?<capitals>[A-Z]{2,40})(?<ending>'s|s'?)?(?![\\p{L}\\p{N}])");
  private static final int MOST_SPELLED = 6;

  private final CommonWords commonWords;

  Acronym(CommonWords commonWords) {
    this.commonWords = commonWords;
  }

  @Override
  public String name() {
    return "acronym";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null) {
      return null;
    }
    String capitals = match.group("capitals");
    String ending = match.group("ending");
    String lower = capitals.toLowerCase(Locale.ROOT);
    if (commonWords.contains(lower)) {
      Said word = new Said(lower, null, "", at);
      return Reading.of(
          match.end(),
          java.util.List.of(
              ending == null ? word : Lexicon.inflected(word, !ending.startsWith("'"))));
    }
    if (capitals.length() > MOST_SPELLED && hasVowel(lower)) {
      return Reading.phrase(match.end(), lower, at)
          .remarked(
              "'" + capitals + "' is read as a word; add it to the lexicon to have it spelled");
    }
    java.util.List<Said> said = new java.util.ArrayList<>(Letters.spell(capitals, at));
    if (ending != null) {
      int last = capitals.length() - 1;
      said.set(last, Letters.plural(capitals.charAt(last), at + last));
    }
    return Reading.of(match.end(), said)
        .remarked(
            "the acronym '"
                + capitals
                + "' is not in the lexicon and is spelled letter by letter; add it if it is said"
                + " otherwise");
  }

  private static boolean hasVowel(String word) {
    return word.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }
}
