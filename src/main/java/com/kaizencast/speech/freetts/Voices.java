package com.kaizencast.speech.freetts;

import com.kaizencast.episode.Show.VoiceSettings;
import java.util.List;
import java.util.Set;

/** The voices that run on FreeTTS. */
public final class Voices {

  /** The phones of English as its voices know them: ARPAbet in lower case, without stress. */
  public static final Set<String> PHONES =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "b", "ch", "d", "dh", "eh", "er", "ey", "f",
          "g", "hh", "ih", "iy", "jh", "k", "l", "m", "n", "ng", "ow", "oy", "p", "r", "s", "sh",
          "t", "th", "uh", "uw", "v", "w", "y", "z", "zh");

  private static final String ENGINE = "freetts-1.2.2";

  /** Counts up whenever this package makes other samples of the same text. */
  private static final int REVISION = 2;

  private Voices() {}

  public static List<String> names() {
    return List.of(Kevin16.NAME);
  }

  /** What the samples of a text depend on beside the text; goes into digests. */
  public static String identity(VoiceSettings settings) {
    return settings + ", " + ENGINE + ", revision " + REVISION;
  }

  /**
   * A voice for the use of one thread; any number may be open. The first takes a third of a second
   * and 22 MB, each more a few milliseconds and 0.6 MB.
   *
   * @throws IllegalArgumentException if there is no such voice, or a setting is out of its range:
   *     50 to 400 words a minute, pitch 50 to 300 Hz, range 0 to 100 Hz
   */
  public static FreeTtsSynthesizer open(VoiceSettings settings) {
    if (!names().contains(settings.name())) {
      throw new IllegalArgumentException("no voice '" + settings.name() + "'; there is " + names());
    }
    // FreeTTS fills tables that belong to all voices while it loads one.
    synchronized (Voices.class) {
      EnglishVoice voice = new Kevin16();
      voice.allocate();
      Double rateWpm = settings.rateWpm();
      Double pitchHz = settings.pitchHz();
      Double rangeHz = settings.rangeHz();
      if (rateWpm != null) {
        voice.setRate(inRange("rate", rateWpm, 50, 400));
      }
      if (pitchHz != null) {
        voice.setPitch(inRange("pitch", pitchHz, 50, 300));
      }
      if (rangeHz != null) {
        voice.setPitchRange(inRange("range", rangeHz, 0, 100));
      }
      return new FreeTtsSynthesizer(voice);
    }
  }

  private static float inRange(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "the voice's " + name + " must lie between " + low + " and " + high + ": " + value);
    }
    return (float) value;
  }
}
