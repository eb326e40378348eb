package com.kaizencast.intelligibility;

import com.kaizencast.episode.PcmAudio;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter that is to be tried on a voice: lifts or lowers what lies above 2.5 kHz or below 300 Hz.
 * R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients", shelves of slope
 * 1, which have half of their gain at the corner.
 *
 * @param sign 1 for the treble, -1 for the bass
 */
record Shelf(String name, int sign, double cornerHz, double gainDb) {

  private static final Pattern FORM = Pattern.compile("(treble|bass):([+-]?[0-9.]+)");

  /**
   * Of a form like {@code bass:-6}, in dB.
   *
   * @throws IllegalArgumentException if it is of another
   */
  static Shelf of(String form) {
    Matcher parts = FORM.matcher(form);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no shelf: " + form + "; write it like bass:-6");
    }
    boolean isTreble = parts.group(1).equals("treble");
    return new Shelf(
        form, isTreble ? 1 : -1, isTreble ? 2500 : 300, Double.parseDouble(parts.group(2)));
  }

  PcmAudio applied(PcmAudio audio) {
    double a = Math.pow(10, gainDb / 40);
    double w = 2 * Math.PI * cornerHz / audio.sampleRateHz();
    double cos = Math.cos(w);
    double root = Math.sqrt(2 * a) * Math.sin(w);
    double b0 = a * (a + 1 + sign * (a - 1) * cos + root);
    double b1 = -2 * sign * a * (a - 1 + sign * (a + 1) * cos);
    double b2 = a * (a + 1 + sign * (a - 1) * cos - root);
    double a0 = a + 1 - sign * (a - 1) * cos + root;
    double a1 = 2 * sign * (a - 1 - sign * (a + 1) * cos);
    double a2 = a + 1 - sign * (a - 1) * cos - root;
    short[] filtered = new short[audio.frameCount()];
    double z1 = 0;
    double z2 = 0;
    for (int i = 0; i < filtered.length; i++) {
      double in = audio.samples()[i];
      double out = (b0 * in + z1) / a0;
      z1 = b1 * in - a1 * out + z2;
      z2 = b2 * in - a2 * out;
      filtered[i] = (short) Math.max(-32768, Math.min(32767, Math.round(out)));
    }
    return new PcmAudio(audio.sampleRateHz(), filtered);
  }
}
