package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.FeatureProcessor;
import com.sun.speech.freetts.Item;
import org.jspecify.annotations.Nullable;

/**
 * How many stressed syllables of its phrase come before or after a syllable. The trees of accents
 * and tones were trained with the first of the phrase left out and the last counted. FreeTTS's own
 * features do it the other way round, and one does not stop at the start of the phrase.
 */
final class StressedSyllables implements FeatureProcessor {

  private final boolean isBefore;

  private StressedSyllables(boolean isBefore) {
    this.isBefore = isBefore;
  }

  /** In the place of FreeTTS's {@code ssyl_in}. */
  static StressedSyllables before() {
    return new StressedSyllables(true);
  }

  /** In the place of FreeTTS's {@code ssyl_out}. */
  static StressedSyllables after() {
    return new StressedSyllables(false);
  }

  @Override
  public String process(Item syllable) {
    int count = 0;
    for (Item item = step(syllable);
        item != null && inPhraseOf(syllable, item);
        item = step(item)) {
      if ("1".equals(item.getFeatures().getString("stress")) && !(isBefore && isFirst(item))) {
        count++;
      }
    }
    return Integer.toString(count);
  }

  private @Nullable Item step(Item item) {
    return isBefore ? item.getPrevious() : item.getNext();
  }

  private static boolean inPhraseOf(Item syllable, Item other) {
    return phrase(syllable).getSharedContents() == phrase(other).getSharedContents();
  }

  private static boolean isFirst(Item syllable) {
    Item before = syllable.getPrevious();
    return before == null || !inPhraseOf(syllable, before);
  }

  private static Item phrase(Item syllable) {
    return syllable.getItemAs("SylStructure").getParent().getItemAs("Phrase").getParent();
  }
}
