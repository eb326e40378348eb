package com.kaizencast.narration;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.PauseBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.narration.words.Said;
import com.kaizencast.narration.words.Token;
import com.kaizencast.narration.words.WordReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of one script, block by block. */
final class ScriptReading {

  /** A longer sentence is a long breath for the voice. */
  private static final int LONG_SENTENCE_WORDS = 60;

  /** An utterance is cut after so many words at the latest: engines take it whole. */
  private static final int MOST_WORDS = 250;

  private final WordReader reader;

  private final List<SpokenSection> sections = new ArrayList<>();
  private final List<ScriptProblem> problems;
  private final List<ScriptProblem> remarks = new ArrayList<>();
  private final List<ReadWord> words = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  private @Nullable Section section;
  private List<SpokenText> texts = new ArrayList<>();

  ScriptReading(WordReader reader, List<ScriptProblem> problems) {
    this.reader = reader;
    this.problems = new ArrayList<>(problems);
  }

  void startSection(Section next) {
    endSection();
    section = next;
  }

  void add(Block block) {
    if (block instanceof TextBlock text) {
      addText(text);
    } else if (block instanceof CodeBlock code) {
      describe(BlockRole.CODE, Descriptions.of(code), code.position());
    } else if (block instanceof TableBlock table) {
      describe(BlockRole.TABLE, Descriptions.of(table), table.position());
    } else if (block instanceof PauseBlock pause) {
      pauseAtLeast(pause.length());
    }
  }

  Narration finish() {
    endSection();
    return new Narration(sections, problems, remarks, words);
  }

  private void endSection() {
    if (section != null && !texts.isEmpty()) {
      pauseAtLeast(Pauses.SECTION);
      sections.add(new SpokenSection(section.title(), section.link(), texts));
    }
    texts = new ArrayList<>();
  }

  private void addText(TextBlock block) {
    switch (block.role()) {
      case TITLE -> {}
      case FOOTNOTE ->
          remarks.add(
              ScriptProblem.warning(
                  block.position(), "the footnote is not read; it is in the notes"));
      case HEADING -> {
        pauseAtLeast(Pauses.BEFORE_HEADING);
        addSentences(block, Pauses.AFTER_HEADING);
      }
      case LIST_ITEM -> {
        if (block.ordinal() > 0) {
          addNumber(block);
        }
        addSentences(block, Pauses.LIST_ITEM);
      }
      default -> addSentences(block, Pauses.PARAGRAPH);
    }
  }

  /** The number of a list item, a sentence of its own. */
  private void addNumber(TextBlock block) {
    String digits = String.valueOf(block.ordinal());
    Passage passage =
        PassageBuilder.of(List.of(new Span(SpanStyle.TEXT, digits + ".", null, block.position())));
    addUtterances(BlockRole.LIST_ITEM, passage, Pauses.LIST_NUMBER);
  }

  private void addSentences(TextBlock block, Duration pauseAfter) {
    Passage passage = PassageBuilder.of(block.spans());
    addUtterances(block.role(), passage, pauseAfter);
  }

  private void describe(BlockRole role, String sentence, SourcePosition position) {
    Span span = new Span(SpanStyle.TEXT, sentence, null, position);
    addUtterances(role, PassageBuilder.of(List.of(span)), Pauses.PARAGRAPH);
    remarks.add(ScriptProblem.warning(position, "described instead of read: " + sentence));
  }

  private void addUtterances(BlockRole role, Passage passage, Duration pauseAfter) {
    int before = texts.size();
    int start = 0;
    int firstWord = 0;
    int pause = 0;
    List<Integer> ends = Sentences.ends(passage);
    for (int i = 0; i < ends.size(); ) {
      int end = ends.get(i);
      Duration asked = Duration.ZERO;
      if (pause < passage.pauses().size() && passage.pauses().get(pause).at() <= end) {
        end = passage.pauses().get(pause).at();
        asked = Duration.ofMillis(passage.pauses().get(pause).millis());
        pause++;
      }
      if (end > start) {
        firstWord = addSentence(role, passage, start, end, firstWord);
        start = end;
      }
      pauseAtLeast(
          Pauses.longer(asked, start == end && ends.get(i) == end ? Pauses.SENTENCE : asked));
      if (end >= ends.get(i)) {
        i++;
      }
    }
    if (texts.size() > before) {
      addRestOfWritten(passage, firstWord);
      pauseAtLeast(pauseAfter);
    }
  }

  /** Reads one sentence; returns the first written word that is left for the next. */
  private int addSentence(BlockRole role, Passage passage, int start, int end, int firstWord) {
    List<Token> tokens = reader.read(passage.line(start, end));
    List<Said> all = new ArrayList<>();
    for (Token token : tokens) {
      all.addAll(token.said());
      note(passage, token);
    }
    if (all.isEmpty()) {
      return firstWord;
    }
    if (all.size() > LONG_SENTENCE_WORDS) {
      remarks.add(
          ScriptProblem.warning(
              passage.position(start),
              "a sentence of " + all.size() + " spoken words; shorter ones are easier to follow"));
    }
    int first = firstWord;
    for (int from = 0; from < all.size(); ) {
      int to = cut(all, from);
      boolean isLast = to == all.size();
      int lastWord = isLast ? passage.wordOf(end - 1) : passage.wordOf(all.get(to - 1).at());
      first = Math.min(first, lastWord);
      texts.add(utterance(role, passage, all.subList(from, to), first, lastWord, isLast));
      first = lastWord + 1;
      from = to;
    }
    return first;
  }

  /** Where an utterance that begins here ends: at a pause if it would be too long. */
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

  private static SpokenText utterance(
      BlockRole role, Passage passage, List<Said> said, int first, int last, boolean isEnd) {
    List<WrittenWord> written = passage.written().subList(first, last + 1);
    List<SpokenWord> spoken = new ArrayList<>();
    int index = 0;
    for (int i = 0; i < said.size(); i++) {
      Said word = said.get(i);
      int own = Math.min(Math.max(passage.wordOf(word.at()) - first, index), last - first);
      index = own;
      String mark = i < said.size() - 1 ? inner(word.mark()) : isEnd ? closing(word.mark()) : ",";
      spoken.add(new SpokenWord(word.text(), word.phones(), mark, index));
    }
    return new SpokenText(role, written.get(0).position(), written, spoken, Duration.ZERO);
  }

  private static String inner(String mark) {
    return mark.equals(".") || mark.equals("?") || mark.equals("!") ? "," : mark;
  }

  private static String closing(String mark) {
    return mark.equals("?") || mark.equals("!") ? mark : ".";
  }

  /** Words that are shown and not said belong to the text before them. */
  private void addRestOfWritten(Passage passage, int firstWord) {
    if (firstWord >= passage.written().size()) {
      return;
    }
    SpokenText last = texts.get(texts.size() - 1);
    List<WrittenWord> written = new ArrayList<>(last.written());
    written.addAll(passage.written().subList(firstWord, passage.written().size()));
    texts.set(
        texts.size() - 1,
        new SpokenText(last.role(), last.position(), written, last.words(), last.pauseAfter()));
  }

  private void note(Passage passage, Token token) {
    StringBuilder sound = new StringBuilder();
    for (Said word : token.said()) {
      sound.append(sound.length() == 0 ? "" : " ").append(word.text());
    }
    String text = passage.text().substring(token.start(), token.end());
    SourcePosition position = passage.position(token.start());
    words.add(new ReadWord(text, token.wordClass(), sound.toString(), position));
    String remark = token.remark();
    if (remark != null && (token.described() || said.add(remark.toLowerCase(Locale.ROOT)))) {
      problems.add(ScriptProblem.warning(position, remark));
    }
  }

  private void pauseAtLeast(Duration length) {
    if (texts.isEmpty()) {
      return;
    }
    SpokenText last = texts.get(texts.size() - 1);
    texts.set(
        texts.size() - 1,
        new SpokenText(
            last.role(),
            last.position(),
            last.written(),
            last.words(),
            Pauses.longer(last.pauseAfter(), length)));
  }
}
