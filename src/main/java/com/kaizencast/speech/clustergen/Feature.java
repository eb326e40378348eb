package com.kaizencast.speech.clustergen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a tree asks about an item: a path of moves to another item, then one of its features. Paths
 * are those of the heterogeneous relation graphs of Festival and FreeTTS, for instance {@code
 * R:SylStructure.parent.R:Syllable.p.stress}. Where a move leads nowhere every feature is {@code
 * 0}.
 */
final class Feature {

  /** The value of a feature, by its kind. */
  sealed interface Value {}

  /** A word: can only be equal. */
  non-sealed interface Text extends Value {
    String of(Utterance utterance, int item);
  }

  /** A whole number: can be equal or less. */
  non-sealed interface Count extends Value {
    int of(Utterance utterance, int item);
  }

  /** A number with a fraction: can only be less. */
  non-sealed interface Measure extends Value {
    float of(Utterance utterance, int item);
  }

  /** From one item to another of the utterance; -1: there is none. */
  private interface Move {
    int from(Utterance utterance, int item);
  }

  private record Step(Move move, View view) {}

  private static final int MAX_MOVES = 32;
  private static final String[] DIGITS =
      IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);

  private final Move[] moves;
  private final Value value;

  private Feature(List<Move> moves, Value value) {
    this.moves = moves.toArray(Move[]::new);
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException if the path is none that is known here
   */
  static Feature of(String path, View start) {
    String[] parts = path.split("\\.", MAX_MOVES + 2);
    if (parts.length > MAX_MOVES + 1) {
      throw new IllegalArgumentException("more than " + MAX_MOVES + " moves");
    }
    List<Move> moves = new ArrayList<>();
    View view = start;
    for (int i = 0; i < parts.length - 1; i++) {
      Step step = step(view, parts[i]);
      moves.add(step.move);
      view = step.view;
    }
    return new Feature(moves, Features.named(view, parts[parts.length - 1]));
  }

  boolean canBeEqual() {
    return !(value instanceof Measure);
  }

  boolean canBeLess() {
    return !(value instanceof Text);
  }

  String text(Utterance utterance, int item) {
    int there = follow(utterance, item);
    if (there < 0) {
      return "0";
    }
    if (value instanceof Text text) {
      return text.of(utterance, there);
    }
    int number = ((Count) value).of(utterance, there);
    return number >= 0 && number < DIGITS.length ? DIGITS[number] : Integer.toString(number);
  }

  float number(Utterance utterance, int item) {
    int there = follow(utterance, item);
    if (there < 0) {
      return 0;
    }
    return value instanceof Measure measure
        ? measure.of(utterance, there)
        : ((Count) value).of(utterance, there);
  }

  private int follow(Utterance utterance, int item) {
    int there = item;
    for (int i = 0; i < moves.length && there >= 0; i++) {
      there = moves[i].from(utterance, there);
    }
    return there;
  }

  private static Step step(View view, String move) {
    if (view == View.NOWHERE) {
      return new Step((utterance, item) -> -1, View.NOWHERE);
    }
    if (move.startsWith("R:")) {
      return see(view, move.substring(2));
    }
    return switch (move) {
      case "n" -> new Step((u, item) -> next(u, view, item, 1), view);
      case "nn" -> new Step((u, item) -> next(u, view, item, 2), view);
      case "p" -> new Step((u, item) -> next(u, view, item, -1), view);
      case "pp" -> new Step((u, item) -> next(u, view, item, -2), view);
      case "parent" -> parent(view);
      default -> throw new IllegalArgumentException("unknown move '" + move + "'");
    };
  }

  /** The same item in another relation. */
  private static Step see(View view, String relation) {
    View seen =
        switch (view.unit()) {
          case FRAME ->
              switch (relation) {
                case "mcep" -> View.FRAME;
                case "mcep_link" -> View.FRAME_OF_STATE;
                default -> View.NOWHERE;
              };
          case STATE ->
              switch (relation) {
                case "HMMstate" -> View.STATE;
                case "segstate" -> View.STATE_OF_SEGMENT;
                default -> View.NOWHERE;
              };
          case SEGMENT ->
              switch (relation) {
                case "Segment", "segstate" -> View.SEGMENT;
                case "SylStructure" -> View.SEGMENT_OF_SYLLABLE;
                default -> View.NOWHERE;
              };
          case SYLLABLE ->
              switch (relation) {
                case "Syllable" -> View.SYLLABLE;
                case "SylStructure" -> View.SYLLABLE_OF_WORD;
                default -> View.NOWHERE;
              };
          case WORD ->
              switch (relation) {
                case "Word", "SylStructure" -> View.WORD;
                case "Phrase" -> View.WORD_OF_PHRASE;
                default -> View.NOWHERE;
              };
          default -> relation.equals("Phrase") ? View.PHRASE : View.NOWHERE;
        };
    return new Step((u, item) -> item, seen);
  }

  private static Step parent(View view) {
    return switch (view) {
      case FRAME_OF_STATE -> new Step((u, frame) -> u.stateOfFrame[frame], View.STATE);
      case STATE_OF_SEGMENT -> new Step((u, state) -> u.segmentOfState[state], View.SEGMENT);
      case SEGMENT_OF_SYLLABLE ->
          new Step((u, segment) -> u.sentence.syllableOfSegment[segment], View.SYLLABLE_OF_WORD);
      case SYLLABLE_OF_WORD ->
          new Step((u, syllable) -> u.sentence.wordOfSyllable[syllable], View.WORD);
      case WORD_OF_PHRASE -> new Step((u, word) -> u.sentence.phraseOfWord[word], View.PHRASE);
      default -> throw new IllegalArgumentException("no parent of " + view);
    };
  }

  /** The item {@code by} further on in the relation that it is seen in. */
  private static int next(Utterance u, View view, int item, int by) {
    int there = item + by;
    Sentence sentence = u.sentence;
    int first = 0;
    int end;
    switch (view) {
      case FRAME -> end = u.frames();
      case FRAME_OF_STATE -> {
        first = u.firstFrame[u.stateOfFrame[item]];
        end = u.endFrame[u.stateOfFrame[item]];
      }
      case STATE -> end = u.states.length;
      case STATE_OF_SEGMENT -> {
        first = u.firstState[u.segmentOfState[item]];
        end = u.endState[u.segmentOfState[item]];
      }
      case SEGMENT -> end = sentence.phones.length;
      case SEGMENT_OF_SYLLABLE -> {
        int syllable = sentence.syllableOfSegment[item];
        if (syllable < 0) {
          return -1;
        }
        first = sentence.firstSegment[syllable];
        end = sentence.endSegment[syllable];
      }
      case SYLLABLE -> end = sentence.wordOfSyllable.length;
      case SYLLABLE_OF_WORD -> {
        first = sentence.firstSyllable[sentence.wordOfSyllable[item]];
        end = sentence.endSyllable[sentence.wordOfSyllable[item]];
      }
      case WORD -> end = sentence.partsOfSpeech.length;
      case WORD_OF_PHRASE -> {
        first = sentence.firstWord[sentence.phraseOfWord[item]];
        end = sentence.endWord[sentence.phraseOfWord[item]];
      }
      case PHRASE -> end = sentence.phraseNames.length;
      default -> throw new IllegalStateException("no neighbours in " + view);
    }
    return there >= first && there < end ? there : -1;
  }
}
