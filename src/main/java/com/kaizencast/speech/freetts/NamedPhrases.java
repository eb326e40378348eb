package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.cart.CART;
import com.sun.speech.freetts.cart.Phraser;

/**
 * Breaks a sentence into phrases and names them as Flite does: {@code B}, and the last of several
 * {@code BB}. FreeTTS calls all of them {@code BB}. Tones and accents go by the name.
 */
final class NamedPhrases extends Phraser {

  NamedPhrases(CART tree) {
    super(tree);
  }

  @Override
  public void processUtterance(Utterance utterance) throws ProcessException {
    super.processUtterance(utterance);
    for (Item phrase = utterance.getRelation("Phrase").getHead();
        phrase != null;
        phrase = phrase.getNext()) {
      boolean isLastOfSeveral = phrase.getNext() == null && phrase.getPrevious() != null;
      phrase.getFeatures().setString("name", isLastOfSeveral ? "BB" : "B");
    }
  }
}
