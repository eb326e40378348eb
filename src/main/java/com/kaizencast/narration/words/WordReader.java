package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line word by word: the first class that knows what begins at a place reads it. Immutable
 * and thread-safe.
 */
public final class WordReader {

  private static final int ASCII = 0x80;

  /** Those that may begin with each ASCII character, and last with any other one; in order. */
  private final List<List<WordClass>> classes = new ArrayList<>();

  /** The first has the last word on how a word sounds that a class says. */
  private final List<Lexicon> lexicons = new ArrayList<>();

  /**
   * @param aboveBuiltIn lexicons that are asked before the built-in one, in this order
   */
  public WordReader(List<Lexicon> aboveBuiltIn) {
    lexicons.addAll(aboveBuiltIn);
    lexicons.add(Lexicon.builtIn());
    List<WordClass> all = WordClasses.inOrder(aboveBuiltIn);
    for (int c = 0; c < ASCII; c++) {
      char first = (char) c;
      classes.add(all.stream().filter(wordClass -> wordClass.mayStartWith(first)).toList());
    }
    classes.add(all);
  }

  /** The tokens of a line, blanks left out. */
  public List<Token> read(Line line) {
    List<Token> tokens = new ArrayList<>();
    int at = line.from();
    int lastSaid = -1;
    while (at < line.to()) {
      if (line.isBlank(at)) {
        at++;
        continue;
      }
      Token token = token(line, at);
      tokens.add(token);
      if (!token.mark().isEmpty() && lastSaid >= 0) {
        tokens.set(lastSaid, tokens.get(lastSaid).marked(token.mark()));
      }
      if (!token.said().isEmpty()) {
        lastSaid = tokens.size() - 1;
      }
      at = token.end();
    }
    return tokens;
  }

  private Token token(Line line, int at) {
    for (WordClass wordClass : classes.get(Math.min(line.at(at), ASCII))) {
      Reading reading = wordClass.read(line, at, this);
      if (reading != null) {
        return new Token(at, wordClass.name(), pronounced(ended(line, reading)));
      }
    }
    throw new IllegalStateException("nothing reads offset " + at + " of: " + line.text());
  }

  private Reading pronounced(Reading reading) {
    List<Said> said = new ArrayList<>(reading.said());
    for (Lexicon lexicon : lexicons) {
      said.replaceAll(lexicon::pronounced);
    }
    return reading.with(reading.end(), said);
  }

  /** With the possessive or contraction that follows it. */
  private static Reading ended(Line line, Reading reading) {
    int end = reading.end();
    if (line.at(end) != '\'' || reading.said().isEmpty()) {
      return reading;
    }
    List<Said> said = new ArrayList<>(reading.said());
    int last = said.size() - 1;
    if (line.at(end + 1) == 's' && !line.isWord(end + 2)) {
      said.set(last, said.get(last).inflected(false));
      return reading.with(end + 2, said);
    }
    String rest = contraction(line, end + 1);
    if (rest == null) {
      return reading;
    }
    said.addAll(Said.phrase(rest, end));
    return reading.with(end + (rest.equals("would") ? 2 : 3), said);
  }

  private static @Nullable String contraction(Line line, int at) {
    if (line.at(at) == 'd' && !line.isWord(at + 1)) {
      return "would";
    }
    if (line.isWord(at + 2)) {
      return null;
    }
    return line.has(at, "ll")
        ? "will"
        : line.has(at, "re") ? "are" : line.has(at, "ve") ? "have" : null;
  }

  /** What is said for a stretch of a line, read as a line of its own. */
  List<Said> say(Line line, int from, int to) {
    List<Said> said = new ArrayList<>();
    for (Token token : read(line.part(from, to))) {
      said.addAll(token.said());
    }
    return said;
  }
}
