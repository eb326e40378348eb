package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Capitals that no lexicon knows: spelled, or read as a word if they are an English word. So are
 * small letters without a vowel.
 */
final class Acronym implements WordClass {

  private static final Pattern CAPITALS =
      Pattern.compile("(?<letters>[A-Z]{2,40})(?<plural>s'?)?(?![\\p{L}\\p{N}])");
  private static final Pattern CONSONANTS =
      Pattern.compile("(?<letters>[bcdfghjklmnpqrstvwxz]{2,6})(?![\\p{L}\\p{N}'])");
  private static final int MOST_SPELLED = 4;

  private final CommonWords commonWords;

  Acronym(CommonWords commonWords) {
    this.commonWords = commonWords;
  }

  @Override
  public String name() {
    return "acronym";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher match = line.match(CAPITALS, at);
    boolean isPlural = match != null && match.group("plural") != null;
    if (match == null) {
      match = line.match(CONSONANTS, at);
    }
    if (match == null) {
      return null;
    }
    String letters = match.group("letters");
    String lower = letters.toLowerCase(Locale.ROOT);
    if (commonWords.contains(lower) || (line.isShouted() && looksLikeWord(letters))) {
      Said word = new Said(lower, null, "", at);
      return Reading.of(match.end(), List.of(isPlural ? word.inflected(true) : word));
    }
    if (letters.length() > MOST_SPELLED && looksLikeWord(letters)) {
      Said word = new Said(lower, null, "", at);
      return Reading.of(match.end(), List.of(isPlural ? word.inflected(true) : word))
          .remarked(
              "'" + letters + "' is read as a word; put it into the lexicon to have it spelled");
    }
    List<Said> said = new ArrayList<>(Letters.spell(letters, at));
    if (isPlural) {
      int last = letters.length() - 1;
      said.set(last, Letters.plural(letters.charAt(last), at + last));
    }
    return Reading.of(match.end(), said)
        .remarked(
            "'"
                + letters
                + "' is not in the lexicon and is spelled, letter by letter; put it in if it is said"
                + " otherwise");
  }

  /** Whether letters can be said as a word: a vowel, and no long run of consonants. */
  static boolean looksLikeWord(String letters) {
    String lower = letters.toLowerCase(Locale.ROOT);
    int run = 0;
    boolean hasVowel = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
      boolean isVowel = "aeiouy".indexOf(c) >= 0;
      hasVowel |= isVowel;
      run = isVowel ? 0 : run + 1;
      if (run > 4) {
        return false;
      }
    }
    return hasVowel && lower.length() > 2;
  }
}
