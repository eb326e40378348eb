package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.en.PostLexicalAnalyzer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules for phones in their context, and one more: between two phones that the voice has never
 * recorded together (97 pairs that English hardly needs, such as the one in "hmm") goes a schwa.
 * FreeTTS would put some other diphone in their place and print so.
 */
final class DiphoneRules extends PostLexicalAnalyzer {

  private static final int INDEX_MAGIC = 0xFACADE;

  private final Set<String> recorded = new HashSet<>();

  /** Reads the index of a diphone database: a count, then name and offset of each diphone. */
  DiphoneRules(URL index) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(index.openStream()))) {
      if (in.readInt() != INDEX_MAGIC) {
        throw new IOException("not an index of diphones: " + index);
      }
      for (int left = in.readInt(); left > 0; left--) {
        recorded.add(in.readUTF());
        in.readInt();
      }
    }
  }

  @Override
  public void processUtterance(Utterance utterance) throws ProcessException {
    super.processUtterance(utterance);
    Item segment = utterance.getRelation("Segment").getHead();
    for (Item next = segment.getNext(); next != null; next = next.getNext()) {
      if (!recorded.contains(segment + "-" + next)) {
        insertSchwa(segment, next);
      }
      segment = next;
    }
  }

  private static void insertSchwa(Item before, Item after) {
    Item schwa = before.appendItem(null);
    schwa.getFeatures().setString("name", "ax");
    Item inSyllable = before.getItemAs("SylStructure");
    if (inSyllable != null) {
      inSyllable.appendItem(schwa);
    } else {
      after.getItemAs("SylStructure").prependItem(schwa);
    }
  }
}
