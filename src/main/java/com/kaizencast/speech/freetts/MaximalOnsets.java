package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.lexicon.Lexicon;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary whose words fall into syllables by the principle of maximal onset: of the consonants
 * between two vowels as many go to the second as can begin a syllable. FreeTTS goes by sonority
 * instead.
 */
final class MaximalOnsets implements Lexicon {

  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh",
          "uw");

  /** Groups of consonants that can begin a syllable: a beginning, and its last consonants. */
  private static final Set<String> GROUPS =
      groups(
          "b l r w y",
          "d r w y",
          "f l r y",
          "g l r w y",
          "hh y",
          "k l r w y",
          "l y",
          "m r y",
          "n y",
          "p l r w y",
          "s f k l m n p r t v w",
          "sh l m n r w",
          "t r w y",
          "th r w",
          "v l r y",
          "z l w",
          "s-k l r w y",
          "s-p l r y",
          "s-t r");

  private static Set<String> groups(String... lines) {
    return Arrays.stream(lines)
        .map(line -> line.split(" "))
        .flatMap(parts -> Arrays.stream(parts).skip(1).map(last -> parts[0] + "-" + last))
        .collect(Collectors.toUnmodifiableSet());
  }

  private final Lexicon dictionary;

  MaximalOnsets(Lexicon dictionary) {
    this.dictionary = dictionary;
  }

  /** Whether a syllable that holds {@code syllable} ends before the given phone of the word. */
  @Override
  @SuppressWarnings("rawtypes") // as FreeTTS declares it
  public boolean isSyllableBoundary(List syllable, String[] phones, int next) {
    if (next >= phones.length) {
      return true;
    }
    boolean hasVowel = false;
    for (Object phone : syllable) {
      hasVowel |= VOWELS.contains(phone);
    }
    int vowel = next;
    while (vowel < phones.length && !isVowel(phones[vowel])) {
      vowel++;
    }
    return hasVowel && vowel < phones.length && isOnset(phones, next, vowel);
  }

  private static boolean isOnset(String[] phones, int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 1 -> !phones[from].equals("ng");
      default -> GROUPS.contains(String.join("-", Arrays.asList(phones).subList(from, to)));
    };
  }

  /** With or without the mark of stress. */
  private static boolean isVowel(String phone) {
    return VOWELS.contains(phone.endsWith("1") ? phone.substring(0, phone.length() - 1) : phone);
  }

  @Override
  public String[] getPhones(String word, @Nullable String partOfSpeech) {
    return dictionary.getPhones(word, partOfSpeech);
  }

  @Override
  public String[] getPhones(String word, @Nullable String partOfSpeech, boolean letterToSound) {
    return dictionary.getPhones(word, partOfSpeech, letterToSound);
  }

  @Override
  public void addAddendum(String word, @Nullable String partOfSpeech, String[] phones) {
    dictionary.addAddendum(word, partOfSpeech, phones);
  }

  @Override
  public void removeAddendum(String word, @Nullable String partOfSpeech) {
    dictionary.removeAddendum(word, partOfSpeech);
  }

  @Override
  public void load() throws IOException {
    dictionary.load();
  }

  @Override
  public boolean isLoaded() {
    return dictionary.isLoaded();
  }
}
