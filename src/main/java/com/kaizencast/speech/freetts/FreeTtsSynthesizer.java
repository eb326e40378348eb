package com.kaizencast.speech.freetts;

import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WordTiming;
import com.kaizencast.speech.SpeechCheck;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpeechSynthesizer;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A voice of FreeTTS, rendered in the calling thread, in memory, whatever the default locale.
 *
 * <p>To stop it, interrupt the thread: it gives up, the interrupt still set, after the processor
 * that is running. Words are at most 60 letters long, sentences 1,000 words, so that no processor
 * runs for much more than a second; a processor that never ends cannot be stopped from outside.
 */
public final class FreeTtsSynthesizer implements SpeechSynthesizer {

  private final EnglishVoice voice;
  private final Pronunciation pronunciation;
  private final SpeechCheck check;

  FreeTtsSynthesizer(EnglishVoice voice) {
    this.voice = voice;
    this.pronunciation = new Pronunciation(voice.dictionary());
    this.check = new SpeechCheck(voice.getDurationStretch());
  }

  @Override
  public int sampleRateHz() {
    return voice.sampleRateHz();
  }

  @Override
  public Speech speak(SpokenText text) throws SpeechException {
    Utterance utterance = process(text);
    if (!(utterance.getObject(EnglishVoice.SAMPLES) instanceof short[] samples)) {
      throw new SpeechException(text.position(), "the voice made no sound");
    }
    PcmAudio audio = new PcmAudio(voice.sampleRateHz(), samples);
    return check.check(text, new Speech(audio, timings(utterance, samples.length)));
  }

  /**
   * The phones of each word of the text as the voice says them in its place, in the form that
   * {@link SpokenWord#phones} takes.
   */
  public List<String> phones(SpokenText text) throws SpeechException {
    List<String> phones = new ArrayList<>();
    for (Item token : siblings(process(text).getRelation("Token").getHead())) {
      StringJoiner joined = new StringJoiner(" ");
      for (Item segment : segments(token)) {
        joined.add(segment + (carriesStress(segment) ? "1" : ""));
      }
      phones.add(joined.toString());
    }
    return phones;
  }

  private boolean carriesStress(Item segment) {
    Item syllable = segment.getItemAs("SylStructure").getParent();
    return "1".equals(syllable.getFeatures().getString("stress"))
        && "+".equals(voice.getPhoneFeature(segment.toString(), "vc"));
  }

  /** Whether the voice has the word in its dictionary and need not guess. */
  public boolean knows(String word) {
    return pronunciation.knows(word);
  }

  Utterance process(SpokenText text) throws SpeechException {
    Utterance utterance = pronunciation.utterance(voice, text);
    try {
      stopIfInterrupted(text);
      for (Object processor : voice.getUtteranceProcessors()) {
        ((UtteranceProcessor) processor).processUtterance(utterance);
        stopIfInterrupted(text);
      }
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (ProcessException | RuntimeException | Error e) {
      // FreeTTS throws plain Errors, and its recursions overflow the stack.
      throw new SpeechException(text.position(), "the voice failed: " + e, e);
    }
    return utterance;
  }

  private static void stopIfInterrupted(SpokenText text) throws SpeechException {
    if (Thread.currentThread().isInterrupted()) {
      throw new SpeechException(text.position(), "the voice was stopped");
    }
  }

  private List<WordTiming> timings(Utterance utterance, int frameCount) {
    List<WordTiming> timings = new ArrayList<>();
    for (Item token : siblings(utterance.getRelation("Token").getHead())) {
      List<Item> segments = segments(token);
      Item before = segments.get(0).getPrevious();
      long start = before == null ? 0 : endFrame(before);
      long end = endFrame(segments.get(segments.size() - 1));
      timings.add(
          new WordTiming(timings.size(), Math.min(start, frameCount), Math.min(end, frameCount)));
    }
    return timings;
  }

  private long endFrame(Item segment) {
    return Math.round((double) segment.getFeatures().getFloat("end") * voice.sampleRateHz());
  }

  private static List<Item> segments(Item token) {
    List<Item> segments = new ArrayList<>();
    for (Item word : siblings(token.getDaughter())) {
      for (Item syllable : siblings(word.getItemAs("SylStructure").getDaughter())) {
        for (Item segment : siblings(syllable.getDaughter())) {
          segments.add(segment.getItemAs("Segment"));
        }
      }
    }
    return segments;
  }

  private static List<Item> siblings(@Nullable Item first) {
    List<Item> items = new ArrayList<>();
    for (Item item = first; item != null; item = item.getNext()) {
      items.add(item);
    }
    return items;
  }
}
