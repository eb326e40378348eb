package com.kaizencast.narration;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.kaizencast.narration.words.Abbreviations;
import com.kaizencast.narration.words.Mode;
import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a passage end: ICU's rules, mended for abbreviations and initials. */
final class Sentences {

  private static final int LONGEST_ABBREVIATION = 12;
  private static final int LONGEST_NAME = 30;

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
    int stop = text.charAt(end - 1) == ' ' ? end - 1 : end;
    // Within a written word, or within code, a stop ends nothing.
    if (stop == end
        || stop == 0
        || passage.mode(stop - 1) != Mode.TEXT
        || UCharacter.isLowerCase(text.charAt(end))) {
      return false;
    }
    return text.charAt(stop - 1) != '.' || !isAbbreviated(text, stop, end);
  }

  private static boolean isAbbreviated(String text, int stop, int next) {
    int start = stop;
    while (start > 0 && stop - start < LONGEST_ABBREVIATION && text.charAt(start - 1) != ' ') {
      start--;
    }
    while (start < stop && !UCharacter.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    String last = text.substring(start, stop);
    String after = word(text, next);
    return Abbreviations.isWithinSentence(last, after)
        || (last.length() == 2 && isInitial(text, start, next, after));
  }

  /**
   * Whether a capital with a stop is the initial of a name: another name or initial stands before
   * it, or another initial after it, or it begins a sentence.
   */
  private static boolean isInitial(String text, int at, int next, String after) {
    if (!UCharacter.isUpperCase(text.charAt(at)) || text.charAt(at) == 'I') {
      return false;
    }
    boolean isBeforeInitial =
        after.length() == 1
            && UCharacter.isUpperCase(text.charAt(next))
            && text.startsWith(".", next + 1);
    if (isBeforeInitial) {
      return true;
    }
    int start = Math.max(0, at - 1);
    while (start > 0 && at - start < LONGEST_NAME && text.charAt(start - 1) != ' ') {
      start--;
    }
    String before = text.substring(start, at).strip();
    boolean beginsSentence = before.isEmpty() || before.matches(".*[.!?][\"')\\]]*");
    return beginsSentence
        ? !Abbreviations.startsSentence(after)
        : UCharacter.isUpperCase(before.charAt(0)) && !Abbreviations.isBeforeLetter(before);
  }

  private static String word(String text, int from) {
    int start = from;
    while (start < text.length()
        && start - from < 3
        && !UCharacter.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length()
        && end - start < LONGEST_NAME
        && UCharacter.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}
