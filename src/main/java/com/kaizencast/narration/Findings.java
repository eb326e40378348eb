package com.kaizencast.narration;

import com.ibm.icu.lang.UCharacter;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.narration.words.OtherScript;
import com.kaizencast.narration.words.Said;
import com.kaizencast.narration.words.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is found out about a script while it is read. */
final class Findings {

  /** More of them help nobody. */
  private static final int MOST_WARNINGS = 200;

  /** From so many letters on, text that the voice can't say may keep an episode out. */
  private static final int MANY_LETTERS = 20;

  private final List<ScriptProblem> problems;
  private final List<ScriptProblem> remarks = new ArrayList<>();
  private final List<ReadWord> words = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  private int warnings;
  private int letters;
  private int foreignLetters;
  private boolean isForeign;
  private @Nullable SourcePosition firstForeign;

  Findings(List<ScriptProblem> problems) {
    this.problems = new ArrayList<>(problems);
  }

  /** What the host may like to know before rendering. */
  void remark(SourcePosition position, String message) {
    if (remarks.size() < MOST_WARNINGS) {
      remarks.add(ScriptProblem.warning(position, message));
    }
  }

  /** The tokens of a sentence. */
  void add(Passage passage, List<Token> tokens) {
    for (Token token : tokens) {
      SourcePosition position = passage.position(token.start());
      String text = passage.text().substring(token.start(), token.end());
      String sound = token.said().stream().map(Said::text).collect(Collectors.joining(" "));
      words.add(new ReadWord(text, token.wordClass(), sound, position));
      // Whether letters that can't be said are too many is known at the end of the block.
      if (token.remark() != null && !isForeign(token)) {
        warn(position, token.remark());
      }
    }
  }

  private static boolean isForeign(Token token) {
    return token.wordClass().equals(OtherScript.NAME);
  }

  /** The same warning is said once. */
  private void warn(SourcePosition position, String message) {
    if (warnings <= MOST_WARNINGS && said.add(message)) {
      warnings++;
      problems.add(
          ScriptProblem.warning(
              position,
              warnings > MOST_WARNINGS
                  ? "there are more such words; see to these first"
                  : message));
    }
  }

  /** All tokens of a block, once its sentences are added. */
  void endBlock(Passage passage, List<Token> tokens) {
    int own = 0;
    List<Token> foreign = new ArrayList<>();
    int foreignOwn = 0;
    for (Token token : tokens) {
      int count = letters(passage.text(), token);
      own += count;
      if (isForeign(token)) {
        foreign.add(token);
        foreignOwn += count;
      }
    }
    letters += own;
    foreignLetters += foreignOwn;
    if (foreign.isEmpty()) {
      return;
    }
    SourcePosition first = passage.position(foreign.get(0).start());
    firstForeign = firstForeign == null ? first : firstForeign;
    if (foreignOwn >= MANY_LETTERS && foreignOwn * 5L >= own) {
      isForeign = true;
      problems.add(ScriptProblem.error(first, cannotBeSaid(foreignOwn)));
      return;
    }
    for (Token token : foreign) {
      warn(passage.position(token.start()), Objects.requireNonNull(token.remark()));
    }
  }

  private static int letters(String text, Token token) {
    int letters = 0;
    for (int i = token.start(); i < token.end(); i += Character.charCount(text.codePointAt(i))) {
      letters += UCharacter.isLetter(text.codePointAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static String cannotBeSaid(int letters) {
    return letters
        + " letters in a script that the voice can't say; translate them, write how they are said,"
        + " or mark them as not spoken";
  }

  List<ScriptProblem> problems() {
    if (!isForeign
        && firstForeign != null
        && foreignLetters >= MANY_LETTERS
        && foreignLetters * 20L >= letters) {
      isForeign = true;
      problems.add(ScriptProblem.error(firstForeign, cannotBeSaid(foreignLetters)));
    }
    return problems;
  }

  List<ScriptProblem> remarks() {
    return remarks;
  }

  List<ReadWord> words() {
    return words;
  }
}
