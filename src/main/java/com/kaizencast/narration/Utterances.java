package com.kaizencast.narration;

import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.narration.words.Said;
import com.kaizencast.narration.words.Token;
import com.kaizencast.narration.words.WordReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the utterances of one passage: a sentence is one, and so is what stands before a pause. */
final class Utterances {

  /** A longer sentence is a long breath for the voice and for the ear. */
  private static final int LONG_SENTENCE_WORDS = 60;

  /** An utterance is cut after so many words at the latest: a voice takes it whole. */
  private static final int MOST_WORDS = 250;

  private final BlockRole role;
  private final Passage passage;
  private final WordReader reader;
  private final Findings findings;

  private final List<SpokenText> texts = new ArrayList<>();
  private final List<Token> allTokens = new ArrayList<>();

  /** Written words before this one have an utterance. */
  private int nextWritten;

  private Utterances(BlockRole role, Passage passage, WordReader reader, Findings findings) {
    this.role = role;
    this.passage = passage;
    this.reader = reader;
    this.findings = findings;
  }

  /** The utterances of a passage, none if there is nothing to say. */
  static List<SpokenText> of(
      BlockRole role, Passage passage, WordReader reader, Findings findings) {
    Utterances utterances = new Utterances(role, passage, reader, findings);
    utterances.readSentences();
    return utterances.texts;
  }

  private void readSentences() {
    int start = 0;
    int pause = 0;
    for (int end : Sentences.ends(passage)) {
      while (pause < passage.pauses().size() && passage.pauses().get(pause).at() < end) {
        int at = passage.pauses().get(pause).at();
        addSentence(start, at, Duration.ofMillis(passage.pauses().get(pause).millis()));
        start = at;
        pause++;
      }
      addSentence(start, end, Pauses.SENTENCE);
      start = end;
    }
    for (; pause < passage.pauses().size(); pause++) {
      pauseAtLeast(Duration.ofMillis(passage.pauses().get(pause).millis()));
    }
    addRestOfWritten();
    findings.endBlock(passage, allTokens);
  }

  private void addSentence(int start, int end, Duration pauseAfter) {
    if (start == end) {
      pauseAtLeast(pauseAfter);
      return;
    }
    List<Token> tokens = reader.read(passage.line(start, end));
    findings.add(passage, tokens);
    allTokens.addAll(tokens);
    List<Said> said = new ArrayList<>();
    for (Token token : tokens) {
      said.addAll(token.said());
    }
    if (said.isEmpty()) {
      return;
    }
    int last = lastWritten(start, end);
    int length = last - passage.wordOf(start) + 1;
    if (length > LONG_SENTENCE_WORDS) {
      findings.remark(
          passage.position(start),
          "a sentence of " + length + " words; shorter ones are easier to follow");
    }
    for (int from = 0; from < said.size(); ) {
      int to = cut(said, from);
      addUtterance(said.subList(from, to), to == said.size() ? last : 0, to == said.size());
      from = to;
    }
    pauseAtLeast(pauseAfter);
  }

  /** The written word of the last character that is not a blank. */
  private int lastWritten(int start, int end) {
    int last = end - 1;
    while (last > start && passage.text().charAt(last) == ' ') {
      last--;
    }
    return passage.wordOf(last);
  }

  /** Where an utterance that begins here ends: at a mark if it would be too long. */
  private static int cut(List<Said> said, int from) {
    if (said.size() - from <= MOST_WORDS) {
      return said.size();
    }
    for (int i = from + MOST_WORDS; i > from + MOST_WORDS / 2; i--) {
      if (!said.get(i - 1).mark().isEmpty()) {
        return i;
      }
    }
    return from + MOST_WORDS;
  }

  private void addUtterance(List<Said> said, int lastOfSentence, boolean isEnd) {
    int first = Math.min(nextWritten, passage.wordOf(said.get(0).at()));
    int last = Math.max(lastOfSentence, passage.wordOf(said.get(said.size() - 1).at()));
    first = Math.min(first, last);
    List<WrittenWord> written = passage.written().subList(first, last + 1);
    List<SpokenWord> words = new ArrayList<>();
    int index = 0;
    for (int i = 0; i < said.size(); i++) {
      Said word = said.get(i);
      index = Math.min(Math.max(passage.wordOf(word.at()) - first, index), last - first);
      boolean isLast = i == said.size() - 1;
      String mark = !isLast ? inner(word.mark()) : isEnd ? closing(word.mark()) : ",";
      words.add(new SpokenWord(word.text(), word.phones(), mark, index));
    }
    texts.add(
        new SpokenText(
            role, written.get(0).position(), written, words, Duration.ZERO, texts.isEmpty()));
    nextWritten = Math.max(nextWritten, last + 1);
  }

  /** Within an utterance nothing may look like its end. */
  private static String inner(String mark) {
    return mark.equals(".") || mark.equals("?") || mark.equals("!") ? "," : mark;
  }

  private static String closing(String mark) {
    return mark.equals("?") || mark.equals("!") ? mark : ".";
  }

  /** Words that are shown and not said belong to the utterance before them. */
  private void addRestOfWritten() {
    if (texts.isEmpty() || nextWritten >= passage.written().size()) {
      return;
    }
    SpokenText last = texts.get(texts.size() - 1);
    List<WrittenWord> written = new ArrayList<>(last.written());
    written.addAll(passage.written().subList(nextWritten, passage.written().size()));
    texts.set(
        texts.size() - 1,
        new SpokenText(
            last.role(),
            last.position(),
            written,
            last.words(),
            last.pauseAfter(),
            last.startsParagraph()));
  }

  private void pauseAtLeast(Duration length) {
    Pauses.afterLast(texts, length);
  }
}
