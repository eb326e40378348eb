package com.kaizencast.speech.clustergen;

import com.kaizencast.speech.clustergen.Feature.Count;
import com.kaizencast.speech.clustergen.Feature.Measure;
import com.kaizencast.speech.clustergen.Feature.Text;
import com.kaizencast.speech.clustergen.Feature.Value;
import java.util.function.IntPredicate;

/**
 * The features by their names. What they count, quirks included, is what the voices were trained
 * with: see the table test.
 */
final class Features {

  /** Syllables are counted no further. */
  private static final int MOST = 19;

  /** Words are counted no further. */
  private static final int MOST_WORDS = 24;

  private Features() {}

  /**
   * @throws IllegalArgumentException if the item has no such feature
   */
  static Value named(View view, String name) {
    return switch (view.unit()) {
      case FRAME -> frame(name);
      case STATE -> state(view, name);
      case SEGMENT -> segment(name);
      case SYLLABLE -> syllable(name);
      case WORD -> word(name);
      case PHRASE -> phrase(name);
      case NONE -> (Count) (u, item) -> 0;
    };
  }

  private static Value frame(String name) {
    return switch (name) {
      case "lisp_cg_state_pos" -> (Text) Features::statePosition;
      case "lisp_cg_state_index" -> (Count) (u, f) -> f - firstOfState(u, f);
      case "lisp_cg_state_rindex" -> (Count) (u, f) -> endOfState(u, f) - 1 - f;
      case "lisp_cg_state_place" ->
          (Measure) (u, f) -> place(f - firstOfState(u, f), endOfState(u, f) - 1 - f);
      case "lisp_cg_phone_index" -> (Count) (u, f) -> f - firstOfPhone(u, f);
      case "lisp_cg_phone_rindex" -> (Count) (u, f) -> endOfPhone(u, f) - 1 - f;
      case "lisp_cg_phone_place" ->
          (Measure) (u, f) -> place(f - firstOfPhone(u, f), endOfPhone(u, f) - 1 - f);
      case "lisp_cg_position_in_phrasep" -> (Measure) Features::positionInPhrases;
      default -> throw unknown("frame", name);
    };
  }

  private static Value state(View view, String name) {
    return switch (name) {
      case "name" -> (Text) (u, s) -> u.states[s].name();
      // seen from its segment, the first state counts from the start of the sentence
      case "lisp_cg_duration" ->
          view == View.STATE_OF_SEGMENT
              ? (Measure)
                  (u, s) ->
                      s == u.firstState[u.segmentOfState[s]]
                          ? u.stateEnd[s]
                          : u.stateEnd[s] - u.stateStart(s)
              : (Measure) (u, s) -> u.stateEnd[s] - u.stateStart(s);
      default -> throw unknown("state", name);
    };
  }

  private static Value segment(String name) {
    return switch (name) {
      case "name" -> (Text) (u, s) -> u.sentence.phones[s];
      case "ph_vc" -> (Text) (u, s) -> phone(u, s).vc();
      case "ph_vlng" -> (Text) (u, s) -> phone(u, s).vlng();
      case "ph_vheight" -> (Text) (u, s) -> phone(u, s).vheight();
      case "ph_vfront" -> (Text) (u, s) -> phone(u, s).vfront();
      case "ph_vrnd" -> (Text) (u, s) -> phone(u, s).vrnd();
      case "ph_ctype" -> (Text) (u, s) -> phone(u, s).ctype();
      case "ph_cplace" -> (Text) (u, s) -> phone(u, s).cplace();
      case "ph_cvox" -> (Text) (u, s) -> phone(u, s).cvox();
      // in flite an integer, which is equal to no string: tells only that there is a segment
      case "lisp_is_pau" -> (Text) (u, s) -> "";
      case "pos_in_syl" -> (Count) (u, s) -> isPause(u, s) ? 0 : s - firstOfSyllable(u, s);
      case "syl_final" -> (Count) (u, s) -> isPause(u, s) || s == endOfSyllable(u, s) - 1 ? 1 : 0;
      case "seg_onsetcoda" -> (Text) (u, s) -> isOnset(u, s) ? "onset" : "coda";
      case "lisp_onset_stop" -> (Count) (u, s) -> inOnset(u, s, "s");
      case "lisp_onset_fric" -> (Count) (u, s) -> inOnset(u, s, "f");
      case "lisp_onset_nasal" -> (Count) (u, s) -> inOnset(u, s, "n");
      case "lisp_onset_glide" -> (Count) (u, s) -> inOnset(u, s, "lr");
      case "lisp_coda_stop" -> (Count) (u, s) -> inCoda(u, s, "s");
      case "lisp_coda_fric" -> (Count) (u, s) -> inCoda(u, s, "f");
      case "lisp_coda_nasal" -> (Count) (u, s) -> inCoda(u, s, "n");
      case "lisp_coda_glide" -> (Count) (u, s) -> inCoda(u, s, "lr");
      case "lisp_cg_content_words_in_phrase" -> (Count) Features::otherContentWords;
      default -> throw unknown("segment", name);
    };
  }

  private static Value syllable(String name) {
    return switch (name) {
      case "stress" -> (Count) (u, s) -> u.sentence.stressed[s] ? 1 : 0;
      case "accented" -> (Count) (u, s) -> u.sentence.accented[s] ? 1 : 0;
      case "syl_break" -> (Count) (u, s) -> breakAfter(u, s, hasFullBreak(u, s));
      case "lisp_cg_break" ->
          (Count) (u, s) -> breakAfter(u, s, s == u.sentence.wordOfSyllable.length - 1);
      case "position_type" -> (Text) Features::positionInWord;
      case "pos_in_word" ->
          (Count) (u, s) -> s - u.sentence.firstSyllable[u.sentence.wordOfSyllable[s]];
      case "syl_in" -> (Count) (u, s) -> most(firstOfPhrase(u, s), s, i -> true);
      case "syl_out" -> (Count) (u, s) -> most(s + 1, endOfPhrase(u, s), i -> true);
      // the first syllable of the phrase is not counted
      case "ssyl_in" ->
          (Count) (u, s) -> most(firstOfPhrase(u, s) + 1, s, i -> u.sentence.stressed[i]);
      case "ssyl_out" ->
          (Count) (u, s) -> most(s + 1, endOfPhrase(u, s), i -> u.sentence.stressed[i]);
      case "asyl_in" -> (Count) (u, s) -> most(firstOfPhrase(u, s), s, i -> u.sentence.accented[i]);
      case "asyl_out" ->
          (Count) (u, s) -> most(s + 1, endOfPhrase(u, s), i -> u.sentence.accented[i]);
      case "last_accent" -> (Count) Features::lastAccent;
      case "next_accent" -> (Count) Features::nextAccent;
      case "syl_onsetsize" -> (Count) (u, s) -> firstVowel(u, s) - u.sentence.firstSegment[s];
      case "syl_codasize" -> (Count) (u, s) -> u.sentence.endSegment[s] - lastVowel(u, s);
      case "syl_numphones" ->
          (Count) (u, s) -> u.sentence.endSegment[s] - u.sentence.firstSegment[s];
      case "syl_vowel" -> (Text) Features::vowel;
      case "syllable_duration" ->
          (Measure)
              (u, s) ->
                  u.segmentEnd(u.sentence.endSegment[s] - 1)
                      - u.segmentStart(u.sentence.firstSegment[s]);
      case "lisp_cg_syl_ratio" -> (Measure) Features::syllableRatio;
      default -> throw unknown("syllable", name);
    };
  }

  private static Value word(String name) {
    return switch (name) {
      case "gpos" -> (Text) (u, w) -> u.sentence.partsOfSpeech[w];
      case "word_numsyls" ->
          (Count) (u, w) -> u.sentence.endSyllable[w] - u.sentence.firstSyllable[w];
      case "pos_in_phrase" ->
          (Count)
              (u, w) -> Math.min(MOST_WORDS, w - u.sentence.firstWord[u.sentence.phraseOfWord[w]]);
      default -> throw unknown("word", name);
    };
  }

  private static Value phrase(String name) {
    return switch (name) {
      case "lisp_cg_find_phrase_number" -> (Count) (u, p) -> p;
      case "lisp_cg_phrase_ratio" ->
          (Measure) (u, p) -> (float) (p + 1) / u.sentence.phraseNames.length;
      case "lisp_cg_syls_in_phrase" -> (Count) Features::syllables;
      default -> throw unknown("phrase", name);
    };
  }

  private static IllegalArgumentException unknown(String unit, String name) {
    return new IllegalArgumentException("unknown feature '" + name + "' of a " + unit);
  }

  // frames

  private static int firstOfState(Utterance u, int frame) {
    return u.firstFrame[u.stateOfFrame[frame]];
  }

  private static int endOfState(Utterance u, int frame) {
    return u.endFrame[u.stateOfFrame[frame]];
  }

  private static int segmentOf(Utterance u, int frame) {
    return u.segmentOfState[u.stateOfFrame[frame]];
  }

  private static int firstOfPhone(Utterance u, int frame) {
    return u.firstFrame[u.firstState[segmentOf(u, frame)]];
  }

  private static int endOfPhone(Utterance u, int frame) {
    return u.endFrame[u.endState[segmentOf(u, frame)] - 1];
  }

  /** 0 for the first, 1 for the last of several. */
  private static float place(int before, int after) {
    return before + after == 0 ? 0 : (float) before / (before + after);
  }

  private static String statePosition(Utterance u, int frame) {
    if (frame == firstOfState(u, frame)) {
      return "b";
    }
    return frame == endOfState(u, frame) - 1 ? "e" : "m";
  }

  /** Number of the phrase plus the part of it that has passed; -1 in a pause. */
  private static float positionInPhrases(Utterance u, int frame) {
    Sentence sentence = u.sentence;
    int segment = segmentOf(u, frame);
    if (isPause(u, segment)) {
      return -1;
    }
    int syllable = sentence.syllableOfSegment[segment];
    int phrase = sentence.phraseOfWord[sentence.wordOfSyllable[syllable]];
    float start = u.segmentStart(sentence.firstSegment[firstOf(u, phrase)]);
    float end = u.segmentEnd(sentence.endSegment[endOf(u, phrase) - 1] - 1);
    double now = frame * (Math.round(u.frameSeconds * 1e6) / 1e6);
    return (float) (phrase + (now - start) / (end - start));
  }

  // segments

  private static Phone phone(Utterance u, int segment) {
    return Phone.of(u.sentence.phones[segment]);
  }

  private static boolean isPause(Utterance u, int segment) {
    return u.sentence.syllableOfSegment[segment] < 0;
  }

  private static int firstOfSyllable(Utterance u, int segment) {
    return u.sentence.firstSegment[u.sentence.syllableOfSegment[segment]];
  }

  private static int endOfSyllable(Utterance u, int segment) {
    return u.sentence.endSegment[u.sentence.syllableOfSegment[segment]];
  }

  private static boolean isOnset(Utterance u, int segment) {
    return !isPause(u, segment) && segment < lastVowel(u, u.sentence.syllableOfSegment[segment]);
  }

  /** Whether a consonant of one of these types begins the segment's syllable. */
  private static int inOnset(Utterance u, int segment, String types) {
    if (isPause(u, segment)) {
      return 0;
    }
    int syllable = u.sentence.syllableOfSegment[segment];
    return anyOf(u, u.sentence.firstSegment[syllable], firstVowel(u, syllable), types);
  }

  /** Whether a consonant of one of these types ends the segment's syllable. */
  private static int inCoda(Utterance u, int segment, String types) {
    if (isPause(u, segment)) {
      return 0;
    }
    int syllable = u.sentence.syllableOfSegment[segment];
    return anyOf(u, lastVowel(u, syllable) + 1, u.sentence.endSegment[syllable], types);
  }

  private static int anyOf(Utterance u, int from, int to, String types) {
    for (int i = from; i < to; i++) {
      if (types.contains(phone(u, i).ctype())) {
        return 1;
      }
    }
    return 0;
  }

  private static int otherContentWords(Utterance u, int segment) {
    Sentence sentence = u.sentence;
    if (isPause(u, segment)) {
      return 0;
    }
    int word = sentence.wordOfSyllable[sentence.syllableOfSegment[segment]];
    int phrase = sentence.phraseOfWord[word];
    IntPredicate isContent = i -> sentence.partsOfSpeech[i].equals("content");
    return Math.min(MOST_WORDS, count(sentence.firstWord[phrase], word, isContent))
        + Math.min(MOST_WORDS, count(word + 1, sentence.endWord[phrase], isContent));
  }

  // syllables

  /** One past the syllable's last segment if it has no vowel. */
  private static int firstVowel(Utterance u, int syllable) {
    int segment = u.sentence.firstSegment[syllable];
    while (segment < u.sentence.endSegment[syllable] && !phone(u, segment).isVowel()) {
      segment++;
    }
    return segment;
  }

  /** One before the syllable's first segment if it has no vowel. */
  private static int lastVowel(Utterance u, int syllable) {
    int segment = u.sentence.endSegment[syllable] - 1;
    while (segment >= u.sentence.firstSegment[syllable] && !phone(u, segment).isVowel()) {
      segment--;
    }
    return segment;
  }

  private static String vowel(Utterance u, int syllable) {
    int segment = firstVowel(u, syllable);
    return segment < u.sentence.endSegment[syllable] ? u.sentence.phones[segment] : "novowel";
  }

  private static String positionInWord(Utterance u, int syllable) {
    int word = u.sentence.wordOfSyllable[syllable];
    boolean first = syllable == u.sentence.firstSyllable[word];
    boolean last = syllable == u.sentence.endSyllable[word] - 1;
    if (first && last) {
      return "single";
    }
    return first ? "initial" : last ? "final" : "mid";
  }

  /** 0 within a word, 1 after a word, 3 after a phrase or, if the break is a full one, 4. */
  private static int breakAfter(Utterance u, int syllable, boolean isFull) {
    Sentence sentence = u.sentence;
    int word = sentence.wordOfSyllable[syllable];
    if (syllable < sentence.endSyllable[word] - 1) {
      return 0;
    }
    if (word < sentence.endWord[sentence.phraseOfWord[word]] - 1) {
      return 1;
    }
    return isFull ? 4 : 3;
  }

  private static boolean hasFullBreak(Utterance u, int syllable) {
    Sentence sentence = u.sentence;
    int phrase = sentence.phraseOfWord[sentence.wordOfSyllable[syllable]];
    return sentence.phraseNames[phrase].equals("BB");
  }

  /** How far into its phrase the syllable is; 1 for the last. */
  private static float syllableRatio(Utterance u, int syllable) {
    float upToThis = 1 + Math.min(MOST, syllable - firstOfPhrase(u, syllable));
    return upToThis / (upToThis + Math.min(MOST, endOfPhrase(u, syllable) - 1 - syllable));
  }

  /** Syllables since the last accent; counted from before the sentence if there was none. */
  private static int lastAccent(Utterance u, int syllable) {
    int i = syllable;
    while (i >= 0 && !u.sentence.accented[i]) {
      i--;
    }
    return Math.min(MOST, syllable - i);
  }

  /** Syllables between this one and the next accent, or the end of the sentence. */
  private static int nextAccent(Utterance u, int syllable) {
    int i = syllable + 1;
    while (i < u.sentence.accented.length && !u.sentence.accented[i]) {
      i++;
    }
    return Math.min(MOST, i - syllable - 1);
  }

  private static int most(int from, int to, IntPredicate counted) {
    return Math.min(MOST, count(from, to, counted));
  }

  private static int count(int from, int to, IntPredicate counted) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (counted.test(i)) {
        count++;
      }
    }
    return count;
  }

  private static int firstOfPhrase(Utterance u, int syllable) {
    return firstOf(u, u.sentence.phraseOfWord[u.sentence.wordOfSyllable[syllable]]);
  }

  private static int endOfPhrase(Utterance u, int syllable) {
    return endOf(u, u.sentence.phraseOfWord[u.sentence.wordOfSyllable[syllable]]);
  }

  // phrases

  private static int syllables(Utterance u, int phrase) {
    return Math.min(MOST + 1, endOf(u, phrase) - firstOf(u, phrase));
  }

  /** The phrase's first syllable. */
  private static int firstOf(Utterance u, int phrase) {
    for (int w = u.sentence.firstWord[phrase]; w < u.sentence.endWord[phrase]; w++) {
      if (u.sentence.endSyllable[w] > 0) {
        return u.sentence.firstSyllable[w];
      }
    }
    return 0;
  }

  /** One past the phrase's last syllable. */
  private static int endOf(Utterance u, int phrase) {
    for (int w = u.sentence.endWord[phrase] - 1; w >= u.sentence.firstWord[phrase]; w--) {
      if (u.sentence.endSyllable[w] > 0) {
        return u.sentence.endSyllable[w];
      }
    }
    return 0;
  }
}
