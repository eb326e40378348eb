package com.kaizencast.speech.freetts;

import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.speech.SpeechException;
import com.sun.speech.freetts.FeatureSet;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.Voice;
import java.util.List;
import java.util.Locale;

/**
 * Makes of a text what the engine's processors start from: a token for each spoken word, in order,
 * with its word (two for "it's" and the like) and its phones.
 */
final class Pronunciation {

  /** Longer than any word; the engine's time grows faster than the length. */
  private static final int MAX_LETTERS = 60;

  /** About seven minutes. */
  private static final int MAX_WORDS = 1_000;

  /**
   * A phrase this long without punctuation is broken for breath; also, the engine looks back to its
   * start from each syllable.
   */
  private static final int MAX_PHRASE_WORDS = 40;

  /** Endings that FreeTTS's rules for the sound of "'s" expect as words of their own. */
  private static final List<String> ENDINGS = List.of("'s", "'ll", "'ve", "'d");

  private final SharedLexicon lexicon;

  Pronunciation(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether the word, in any case, is said from the dictionary and not by guesswork. */
  boolean knows(String word) {
    String name = name(word);
    return lexicon.holds(name) || lexicon.holds(stem(name));
  }

  Utterance utterance(Voice voice, SpokenText text) throws SpeechException {
    if (text.words().size() > MAX_WORDS) {
      throw new SpeechException(
          text.position(),
          "a sentence of " + text.words().size() + " words cannot be said; break it up");
    }
    Utterance utterance = new Utterance(voice);
    Relation tokens = utterance.createRelation("Token");
    Relation words = utterance.createRelation("Word");
    int phraseWords = 0;
    for (int i = 0; i < text.words().size(); i++) {
      SpokenWord word = text.words().get(i);
      if (word.text().length() > MAX_LETTERS) {
        throw problem(
            text, i, "a word of " + word.text().length() + " letters cannot be said; break it up");
      }
      Item token = tokens.appendItem();
      FeatureSet features = token.getFeatures();
      features.setString("name", word.text());
      features.setString("punc", word.punctuation());
      phraseWords = word.punctuation().isEmpty() ? phraseWords + 1 : 0;
      if (phraseWords == MAX_PHRASE_WORDS) {
        features.setString("break", "1");
        phraseWords = 0;
      }
      String name = name(word.text());
      String stem = word.phones() == null ? stem(name) : name;
      String[] phones = phones(text, i, stem);
      addWord(token, words, stem);
      if (stem.length() < name.length()) {
        addWord(token, words, name.substring(stem.length()));
      } else {
        features.setObject("phones", phones);
      }
    }
    return utterance;
  }

  private static void addWord(Item token, Relation words, String name) {
    Item word = token.createDaughter();
    word.getFeatures().setString("name", name);
    words.appendItem(word);
  }

  /** The word as the dictionary has it; the letter A is "_a", the article "a". */
  private static String name(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceFirst("'$", "");
    return text.equals("A") || text.startsWith("A'") ? "_" + name : name;
  }

  private String stem(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && !lexicon.holds(name)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private String[] phones(SpokenText text, int index, String name) throws SpeechException {
    SpokenWord word = text.words().get(index);
    String given = word.phones();
    if (given != null) {
      String[] phones = given.strip().split(" +");
      for (String phone : phones) {
        if (!Voices.PHONES.contains(
            phone.endsWith("1") ? phone.substring(0, phone.length() - 1) : phone)) {
          throw problem(
              text,
              index,
              "'" + phone + "' is no phone; use ARPAbet in lower case, stress as suffix 1");
        }
      }
      return phones;
    }
    String[] phones = lexicon.getPhones(name, Homographs.partOfSpeech(text.words(), index), true);
    if (phones.length == 0) {
      throw problem(
          text, index, "no sound is known for '" + word.text() + "'; add it to the lexicon");
    }
    return phones;
  }

  private static SpeechException problem(SpokenText text, int index, String message) {
    int written = text.words().get(index).written();
    return new SpeechException(text.written().get(written).position(), message);
  }
}
