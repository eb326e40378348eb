package com.kaizencast.transcript;

import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.episode.WrittenWord;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown of a {@link TimedText}, or the part of it that is shown in the silence before it.
 *
 * @param words at least one
 */
record Sentence(BlockRole role, boolean startsParagraph, List<TimedWord> words) {

  Sentence {
    words = List.copyOf(words);
  }

  /** Those of the texts of which something is shown. */
  static List<Sentence> of(List<TimedText> texts, int sampleRateHz) {
    List<Sentence> sentences = new ArrayList<>();
    boolean startsParagraph = true;
    long free = 0;
    for (TimedText text : texts) {
      if (text.startFrame() < free) {
        throw new IllegalArgumentException("starts too early: " + text.text().position());
      }
      startsParagraph |= text.text().startsParagraph();
      List<TimedWord> words = words(text, free, sampleRateHz);
      long sounds = ms(text.startFrame() + text.words().get(0).startFrame(), sampleRateHz);
      if (words.size() > 1 && words.get(0).startMs() < sounds) {
        sentences.add(new Sentence(text.text().role(), startsParagraph, words.subList(0, 1)));
        words = words.subList(1, words.size());
        startsParagraph = false;
      }
      if (!words.isEmpty()) {
        sentences.add(new Sentence(text.text().role(), startsParagraph, words));
        startsParagraph = false;
      }
      free = text.endFrame();
    }
    return sentences;
  }

  private static List<TimedWord> words(TimedText text, long freeFrame, int sampleRateHz) {
    List<WrittenWord> written = text.text().written();
    List<TimedWord> words = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    long free = ms(freeFrame, sampleRateHz);
    int next = 0;
    for (int spoken = 0; spoken < text.words().size(); ) {
      int index = text.text().words().get(spoken).written();
      WordTiming first = text.words().get(spoken);
      WordTiming last = first;
      while (spoken < text.words().size() && text.text().words().get(spoken).written() == index) {
        last = text.words().get(spoken);
        spoken++;
      }
      long start = ms(text.startFrame() + first.startFrame(), sampleRateHz);
      long end = ms(text.startFrame() + last.endFrame(), sampleRateHz);
      int until =
          spoken < text.words().size() ? text.text().words().get(spoken).written() : written.size();
      show(shown, written.subList(next, index));
      if (words.isEmpty() && String.join(" ", shown).length() > Piece.LINE && free < start) {
        // Too much to be shown with the word that it precedes; there is a silence for it.
        words.add(new TimedWord(shown, free, start));
        shown.clear();
      }
      show(shown, written.subList(index, until));
      if (!shown.isEmpty()) {
        words.add(new TimedWord(shown, start, end));
        shown.clear();
      }
      next = until;
    }
    return words;
  }

  private static void show(List<String> shown, List<WrittenWord> written) {
    for (WrittenWord word : written) {
      for (String part : ShownText.clean(word.text()).split(" ")) {
        if (ShownText.isVisible(part)) {
          shown.add(part);
        }
      }
    }
  }

  /**
   * Cut like the times of the chapters are wherever they are written, so that a chapter and its
   * first word never part.
   */
  private static long ms(long frame, int sampleRateHz) {
    return frame * 1000 / sampleRateHz;
  }

  long startMs() {
    return words.get(0).startMs();
  }

  /** Whether it is the number of a list item. */
  boolean isListNumber() {
    return role == BlockRole.LIST_ITEM
        && words.size() == 1
        && words.get(0).text().chars().noneMatch(Character::isLetter);
  }
}
