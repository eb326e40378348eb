package com.kaizencast.script;

import com.kaizencast.episode.Show.VoiceSettings;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the voice speaks: the key {@code voice} of a show or of an episode. */
final class VoiceFields {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private VoiceFields() {}

  /**
   * Reads the key; null if it is absent.
   *
   * @param usual whose rate, pitch and range hold where none are given and the voice is the same
   * @param voices names of the voices there are; empty: any name will do
   */
  static @Nullable VoiceSettings read(
      Fields fields, VoiceSettings usual, Collection<String> voices) {
    Fields voice = fields.mapping("voice");
    if (voice == null) {
      return null;
    }
    String name = voice.optional("name", name(voices), usual.name());
    VoiceSettings own =
        name.equals(usual.name()) ? usual : new VoiceSettings(name, null, null, null);
    VoiceSettings read =
        new VoiceSettings(
            name,
            number(
                voice,
                "rate",
                Forms.decimal(50, 400, "from 50 to 400 words a minute"),
                own.rateWpm()),
            number(voice, "pitch", Forms.decimal(50, 300, "from 50 to 300 Hz"), own.pitchHz()),
            number(voice, "range", Forms.decimal(0, 100, "from 0 to 100 Hz"), own.rangeHz()));
    voice.finish();
    return read;
  }

  private static @Nullable Double number(
      Fields voice, String key, Form<Double> form, @Nullable Double usual) {
    Double given = voice.optional(key, form);
    return given == null ? usual : given;
  }

  private static Form<String> name(Collection<String> voices) {
    return scalar -> {
      String name = Forms.matching(NAME, "no name of a voice, like rms").read(scalar);
      if (!voices.isEmpty() && !voices.contains(name)) {
        String suggestion = Suggestion.phrase(name, voices);
        throw new Form.Wrong(
            "is "
                + Forms.quoted(name)
                + ", which is no voice here"
                + (suggestion.isEmpty()
                    ? "; there is "
                        + String.join(", ", voices)
                        + ", and 'kaizencast voice add' adds more"
                    : suggestion));
      }
      return name;
    };
  }
}
