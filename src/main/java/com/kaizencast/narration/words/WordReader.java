package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a line word by word: the first class that knows what begins at a place reads it. Immutable
 * and thread-safe.
 */
public final class WordReader {

  private static final int DEEPEST = 8;

  /** In the order in which they are asked. */
  private final List<WordClass> classes;

  private final int depth;

  /**
   * @param lexicons the first has the last word
   */
  public WordReader(List<Lexicon> lexicons) {
    this(WordClasses.inOrder(lexicons), 0);
  }

  private WordReader(List<WordClass> classes, int depth) {
    this.classes = classes;
    this.depth = depth;
  }

  /** The tokens of a line, without gaps. */
  public List<Token> read(Line line) {
    List<Token> tokens = new ArrayList<>();
    int at = line.from();
    int lastSaid = -1;
    while (at < line.to()) {
      if (line.at(at) == ' ') {
        at++;
        continue;
      }
      WordClass wordClass = null;
      Reading reading = null;
      for (WordClass candidate : classes) {
        reading = candidate.read(line, at, this);
        if (reading != null) {
          wordClass = candidate;
          break;
        }
      }
      if (reading == null || wordClass == null || reading.end() <= at) {
        throw new IllegalStateException("nothing reads offset " + at + " of: " + line.text());
      }
      if (!reading.markBefore().isEmpty() && lastSaid >= 0) {
        tokens.set(lastSaid, tokens.get(lastSaid).marked(reading.markBefore()));
      }
      tokens.add(
          new Token(
              at,
              reading.end(),
              wordClass.name(),
              reading.said(),
              reading.remark(),
              reading.described()));
      if (!reading.said().isEmpty()) {
        lastSaid = tokens.size() - 1;
      }
      at = reading.end();
    }
    return tokens;
  }

  /** What is said for a stretch of a line, read as a line of its own. */
  List<Said> say(Line line, int from, int to) {
    if (depth == DEEPEST) {
      return List.of();
    }
    List<Said> said = new ArrayList<>();
    for (Token token : new WordReader(classes, depth + 1).read(line.part(from, to))) {
      said.addAll(token.said());
    }
    return said;
  }
}
