package com.kaizencast.speech.clustergen;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said, as a front end has worked it out: phrases of words of syllables of phones,
 * and pauses between them.
 */
public final class Sentence {

  final String[] phraseNames;
  final int[] phraseOfWord;
  final String[] partsOfSpeech;
  final int[] wordOfSyllable;
  final boolean[] stressed;
  final boolean[] accented;
  final int[] syllableOfSegment;
  final String[] phones;

  /** First word of each phrase, first syllable of each word, first segment of each syllable. */
  final int[] firstWord;

  final int[] firstSyllable;
  final int[] firstSegment;

  /** One past the last; 0 where there is none. */
  final int[] endWord;

  final int[] endSyllable;
  final int[] endSegment;

  private Sentence(Builder builder) {
    phraseNames = builder.phraseNames.toArray(String[]::new);
    partsOfSpeech = builder.partsOfSpeech.toArray(String[]::new);
    phones = builder.phones.toArray(String[]::new);
    phraseOfWord = ints(builder.phraseOfWord);
    wordOfSyllable = ints(builder.wordOfSyllable);
    syllableOfSegment = ints(builder.syllableOfSegment);
    stressed = new boolean[wordOfSyllable.length];
    accented = new boolean[wordOfSyllable.length];
    for (int i = 0; i < stressed.length; i++) {
      stressed[i] = builder.stressed.get(i);
      accented[i] = builder.accented.get(i);
    }
    firstWord = new int[phraseNames.length];
    endWord = new int[phraseNames.length];
    spans(phraseOfWord, firstWord, endWord);
    firstSyllable = new int[partsOfSpeech.length];
    endSyllable = new int[partsOfSpeech.length];
    spans(wordOfSyllable, firstSyllable, endSyllable);
    firstSegment = new int[wordOfSyllable.length];
    endSegment = new int[wordOfSyllable.length];
    spans(syllableOfSegment, firstSegment, endSegment);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void spans(int[] parents, int[] first, int[] end) {
    for (int i = 0; i < parents.length; i++) {
      int parent = parents[i];
      if (parent >= 0) {
        if (end[parent] == 0) {
          first[parent] = i;
        }
        end[parent] = i + 1;
      }
    }
  }

  /** Number of segments, pauses included. */
  public int segments() {
    return phones.length;
  }

  /** The phone of each segment in order. */
  public List<String> phones() {
    return List.of(phones);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Takes a sentence part by part, in order: a phrase, its words, their syllables and phones. */
  public static final class Builder {

    private final List<String> phraseNames = new ArrayList<>();
    private final List<Integer> phraseOfWord = new ArrayList<>();
    private final List<String> partsOfSpeech = new ArrayList<>();
    private final List<Integer> wordOfSyllable = new ArrayList<>();
    private final List<Boolean> stressed = new ArrayList<>();
    private final List<Boolean> accented = new ArrayList<>();
    private final List<Integer> syllableOfSegment = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();

    private Builder() {}

    /** Starts a phrase: {@code B}, or {@code BB} where the break after it is a full one. */
    public Builder phrase(String name) {
      phraseNames.add(name);
      return this;
    }

    /**
     * Starts a word of the phrase.
     *
     * @param partOfSpeech a class of function words ({@code in to det md cc wp pps aux}) or {@code
     *     content}
     */
    public Builder word(String partOfSpeech) {
      require(!phraseNames.isEmpty(), "a word needs a phrase");
      phraseOfWord.add(phraseNames.size() - 1);
      partsOfSpeech.add(partOfSpeech);
      return this;
    }

    /** Starts a syllable of the word. */
    public Builder syllable(boolean isStressed, boolean isAccented) {
      require(!partsOfSpeech.isEmpty(), "a syllable needs a word");
      wordOfSyllable.add(partsOfSpeech.size() - 1);
      stressed.add(isStressed);
      accented.add(isAccented);
      return this;
    }

    /** A phone of the syllable. */
    public Builder phone(String phone) {
      require(!wordOfSyllable.isEmpty(), "a phone needs a syllable");
      syllableOfSegment.add(wordOfSyllable.size() - 1);
      phones.add(phone);
      return this;
    }

    /** A phone of no word: {@code pau}. */
    public Builder pause(String phone) {
      syllableOfSegment.add(-1);
      phones.add(phone);
      return this;
    }

    /**
     * The sentence as it stands.
     *
     * @throws IllegalStateException if a syllable has no phone
     */
    public Sentence build() {
      Sentence sentence = new Sentence(this);
      for (int end : sentence.endSegment) {
        require(end > 0, "a syllable needs a phone");
      }
      return sentence;
    }

    private static void require(boolean condition, String message) {
      if (!condition) {
        throw new IllegalStateException(message);
      }
    }
  }
}
