package com.kaizencast.speech.freetts;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.ToolException;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.clustergen.VoiceModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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

  /** The voices that come with the program. */
  public static List<String> names() {
    return List.of(VoiceFolder.BUILT_IN, Kevin16.NAME);
  }

  /** All voices: those that come with the program and those of the folder. */
  public static List<String> names(VoiceFolder folder) throws IOException {
    List<String> names = new ArrayList<>(names());
    folder.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }

  /** What the samples of a text depend on beside the text; goes into digests. */
  public static String identity(VoiceSettings settings) {
    return settings + ", " + ENGINE + ", revision " + REVISION;
  }

  /**
   * Likewise, of a voice that may come from the folder.
   *
   * @throws ToolException if its file is damaged
   */
  public static String identity(VoiceSettings settings, VoiceFolder folder)
      throws ToolException, IOException {
    return names().contains(settings.name())
        ? identity(settings)
        : identity(settings) + ", " + folder.open(settings.name()).sha256();
  }

  /**
   * A voice for the use of one thread; any number may be open. The first takes half a second and 22
   * MB, each more a few milliseconds and 0.6 MB.
   *
   * @throws IllegalArgumentException if no such voice comes with the program, or a setting is out
   *     of its range: 50 to 400 words a minute, pitch 50 to 300 Hz, range 0 to 100 Hz
   */
  public static FreeTtsSynthesizer open(VoiceSettings settings) {
    return switch (settings.name()) {
      case Kevin16.NAME -> open(settings, Kevin16::new);
      case VoiceFolder.BUILT_IN -> open(settings, VoiceFolder.builtIn());
      default ->
          throw new IllegalArgumentException(
              "no voice '" + settings.name() + "'; there is " + names());
    };
  }

  /**
   * Likewise, a voice that may come from the folder.
   *
   * @throws IllegalArgumentException if there is no such voice, or a setting is out of its range
   * @throws ToolException if its file is damaged
   */
  public static FreeTtsSynthesizer open(VoiceSettings settings, VoiceFolder folder)
      throws ToolException, IOException {
    return names().contains(settings.name())
        ? open(settings)
        : open(settings, folder.open(settings.name()));
  }

  private static FreeTtsSynthesizer open(VoiceSettings settings, VoiceModel model) {
    return open(settings, () -> new ClustergenVoice(settings.name(), model));
  }

  private static FreeTtsSynthesizer open(VoiceSettings settings, Supplier<EnglishVoice> make) {
    // FreeTTS fills tables that belong to all voices while it loads one.
    synchronized (Voices.class) {
      EnglishVoice voice = make.get();
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
