package com.kaizencast.narration;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.kaizencast.narration.words.Mode;
import com.kaizencast.narration.words.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the sentences of a passage begin: ICU's rules, mended for abbreviations and initials. */
final class Sentences {

  /** Shortened words after which a sentence goes on. */
  private static final Set<String> INSIDE = new HashSet<>();

  static {
    for (List<String> row : Table.read("abbreviations", 3).rows()) {
      if (row.get(2).equals("no")) {
        INSIDE.add(row.get(0));
      }
    }
  }

  private static final int LONGEST_ABBREVIATION = 12;

  private Sentences() {}

  /** The offsets after each sentence, the last one the length of the text. */
  static List<Integer> ends(Passage passage) {
    String text = passage.text();
    BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
    iterator.setText(text);
    List<Integer> ends = new ArrayList<>();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end == text.length() || isEnd(passage, end)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private static boolean isEnd(Passage passage, int end) {
    String text = passage.text();
    int stop = end;
    while (stop > 0 && text.charAt(stop - 1) == ' ') {
      stop--;
    }
    // Within a written word, or within code, a stop ends nothing.
    if (stop == end
        || stop == 0
        || passage.mode(stop - 1) != Mode.TEXT
        || Character.isLowerCase(text.charAt(end))) {
      return false;
    }
    if (text.charAt(stop - 1) != '.') {
      return true;
    }
    int start = stop;
    while (start > 0 && stop - start < LONGEST_ABBREVIATION && text.charAt(start - 1) != ' ') {
      start--;
    }
    while (start < stop && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    String last = text.substring(start, stop);
    boolean isInitial =
        last.length() == 2
            && Character.isUpperCase(last.charAt(0))
            && last.charAt(0) != 'I'
            && start > 1
            && isCapitalised(text, start - 1);
    return !INSIDE.contains(last) && !isInitial;
  }

  /** Whether the word before a blank begins with a capital, as in a name before an initial. */
  private static boolean isCapitalised(String text, int blank) {
    int start = blank;
    while (start > 0 && blank - start < 30 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return Character.isUpperCase(text.charAt(start)) && !text.startsWith("Plan ", start);
  }
}
