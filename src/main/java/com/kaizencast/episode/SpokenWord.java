package com.kaizencast.episode;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word for the voice.
 *
 * @param text ASCII letters and apostrophes only; a single capital letter is said as its name
 * @param phones ARPAbet phones separated by blanks, stress as suffix 1, where the voice's own
 *     dictionary is not to be asked
 * @param punctuation that follows: empty or one of {@code , . ? ! : ;}
 * @param written index of the written word that it says part of
 */
public record SpokenWord(String text, @Nullable String phones, String punctuation, int written) {

  // Compiled once: an episode has a thousand words.
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+('[A-Za-z]+)*'?");
  private static final Pattern PUNCTUATION = Pattern.compile("[,.?!:;]?");

  public SpokenWord {
    if (!WORD.matcher(text).matches()) {
      throw new IllegalArgumentException("not a word for a voice: '" + text + "'");
    }
    if (!PUNCTUATION.matcher(punctuation).matches()) {
      throw new IllegalArgumentException("not punctuation for a voice: '" + punctuation + "'");
    }
  }
}
