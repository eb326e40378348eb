package com.kaizencast.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Times of words against the samples of a whole episode: where a sentence begins with a vowel, a
 * nasal or an approximant, or ends with a vowel or a nasal, its sound does so there. (Other
 * consonants begin or end with a silence of their own, or die away.) Looked for in the samples
 * alone, without what the voice says of them.
 */
class EpisodeTimingsTest {

  private static final int RATE = 16_000;
  private static final int WINDOW = RATE / 200;
  private static final Pattern LOUD_AT_ONCE = Pattern.compile("[aeiou][a-z]1?|[mnlrwy]");
  private static final Pattern LOUD_TO_THE_END = Pattern.compile("[aeiou][a-qs-z]1?|[mn]|ng");

  @ParameterizedTest
  @ValueSource(strings = {"rms", "kevin16"})
  void wordsSoundWhenTheyAreSaidTo(String name) throws Exception {
    FreeTtsSynthesizer voice = Voices.open(new VoiceSettings(name, null, null, null));
    short[] samples = new short[0];
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (SpokenText text : texts("2024-03-15-zero-downtime-migrations.md")) {
      Speech speech = voice.speak(text);
      short[] more = speech.audio().samples();
      int start = samples.length;
      int pause = (int) text.pauseAfter().toMillis() * RATE / 1000;
      samples = Arrays.copyOf(samples, start + more.length + pause);
      System.arraycopy(more, 0, samples, start, more.length);
      int last = speech.words().size() - 1;
      List<String> phones = voice.phones(text);
      if (LOUD_AT_ONCE.matcher(phones.get(0).split(" ")[0]).matches()) {
        starts.add(start + (int) speech.words().get(0).startFrame());
      }
      if (LOUD_TO_THE_END.matcher(phones.get(last).replaceAll(".* ", "")).matches()) {
        ends.add(start + (int) speech.words().get(last).endFrame());
      }
    }

    List<Double> errors = new ArrayList<>();
    for (int start : starts) {
      errors.add(millis(onset(samples, start) - start));
    }
    double driftOfStarts = drift(errors);
    for (int end : ends) {
      errors.add(millis(end(samples, end) - end));
    }
    assertThat(samples.length).isGreaterThan(3 * 60 * RATE);
    assertThat(errors).hasSizeGreaterThan(40);
    assertThat(mean(errors.stream().map(Math::abs).toList())).as(name).isLessThanOrEqualTo(15);
    assertThat(errors).as(name).allMatch(error -> Math.abs(error) <= 50);
    assertThat(driftOfStarts).as(name).isCloseTo(0, within(5.0));
  }

  /** Mean error of the last half less that of the first. */
  private static double drift(List<Double> errors) {
    int half = errors.size() / 2;
    return mean(errors.subList(half, errors.size())) - mean(errors.subList(0, half));
  }

  private static List<SpokenText> texts(String file) throws Exception {
    Path home = Path.of("");
    ScriptFile script = ScriptFile.read("scripts/" + file, home.resolve("scripts").resolve(file));
    return new Narrator(List.of())
        .narrate(ScriptReader.read(script, ShowReader.read(home))).sections().stream()
            .map(SpokenSection::texts)
            .flatMap(List::stream)
            .toList();
  }

  /** The middle of the first 5 ms from a tenth of a second before on that are not silent. */
  private static int onset(short[] samples, int near) {
    double floor = floor(samples, near, near + RATE / 8);
    int at = Math.max(0, near - RATE / 10);
    while (power(samples, at) < floor) {
      at++;
    }
    return at + WINDOW / 2;
  }

  /** The middle of the last 5 ms up to a tenth of a second after that are not silent. */
  private static int end(short[] samples, int near) {
    double floor = floor(samples, near - RATE / 8, near);
    int at = Math.min(samples.length, near + RATE / 10) - WINDOW;
    while (power(samples, at) < floor) {
      at--;
    }
    return at + WINDOW / 2;
  }

  /** 23 dB below the loudest 5 ms. */
  private static double floor(short[] samples, int from, int to) {
    double loudest = 0;
    for (int at = Math.max(0, from); at < to - WINDOW; at += WINDOW / 2) {
      loudest = Math.max(loudest, power(samples, at));
    }
    return loudest / 200;
  }

  private static double power(short[] samples, int from) {
    double sum = 0;
    for (int i = from; i < from + WINDOW; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / WINDOW;
  }

  private static double millis(double frames) {
    return frames * 1000 / RATE;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}
