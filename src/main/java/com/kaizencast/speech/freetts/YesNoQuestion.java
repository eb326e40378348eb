package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.FeatureProcessor;
import com.sun.speech.freetts.Item;
import java.util.Set;

/**
 * Whether a syllable ends a question that can be answered by yes or no: "1" or "0". FreeTTS's
 * intonation asks for it and raises the voice there, but nothing in FreeTTS gives the answer.
 */
final class YesNoQuestion implements FeatureProcessor {

  /** The name under which the intonation tree asks. */
  static final String NAME = "lisp_syl_yn_question";

  private static final Set<String> QUESTION_WORDS =
      Set.of("who", "whom", "whose", "what", "which", "where", "when", "why", "how");

  /** A question word this far from the start still opens the question: "And so what ...". */
  private static final int OPENING_WORDS = 3;

  @Override
  public String process(Item syllable) {
    Item inWord = syllable.getItemAs("SylStructure");
    Item word = inWord.getParent();
    Object mark = word.getItemAs("Token").getParent().getFeatures().getObject("punc");
    boolean endsQuestion =
        inWord.getNext() == null && word.getItemAs("Phrase").getNext() == null && "?".equals(mark);
    return endsQuestion && !asksForMore(word) ? "1" : "0";
  }

  private static boolean asksForMore(Item word) {
    Item first = word.getUtterance().getRelation("Word").getHead();
    for (int i = 0; i < OPENING_WORDS && first != null; i++) {
      if (QUESTION_WORDS.contains(first.toString())) {
        return true;
      }
      first = first.getNext();
    }
    return false;
  }
}
