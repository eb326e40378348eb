package com.kaizencast.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every voice must hold to. A voice's test extends it. */
public abstract class SpeechSynthesizerContract {

  private static final List<String> LINES =
      List.of(
          "Welcome to the show.",
          "We use certificates, keys and tokens: all of them expire!",
          "Is it worth it?",
          "A P I keys don't rotate themselves; people do.",
          "A",
          "Kubernetes[k_uw_b_er_n_eh1_t_iy_z] restarts what has stopped.");

  /** A new voice. */
  protected abstract SpeechSynthesizer open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "a",
        "Yes.",
        "We use certificates, keys and tokens: all of them expire!",
        "it's we're they'll developers' A's the hosts'",
        "Kubernetes[k_uw_b_er_n_eh1_t_iy_z] restarts what has stopped."
      })
  void timesEachWordOnceInOrderWithinTheAudio(String line) throws SpeechException {
    SpokenText text = SpokenTexts.of(line);

    Speech speech = open().speak(text);

    assertThat(speech.words()).extracting(WordTiming::word).isEqualTo(indexes(text));
    long end = 0;
    for (WordTiming timing : speech.words()) {
      assertThat(timing.startFrame()).isGreaterThanOrEqualTo(end);
      assertThat(timing.endFrame()).isGreaterThan(timing.startFrame());
      end = timing.endFrame();
    }
    assertThat(end).isLessThanOrEqualTo(speech.audio().frameCount());
  }

  @Test
  void isLouderInEachWordThanBeforeTheFirst() throws SpeechException {
    Speech speech = open().speak(SpokenTexts.of("Welcome, everybody, to another episode, again."));

    double before = power(speech, 0, speech.words().get(0).startFrame() / 2);
    for (WordTiming timing : speech.words()) {
      assertThat(power(speech, timing.startFrame(), timing.endFrame()))
          .isGreaterThan(10 * (before + 1));
    }
  }

  @Test
  void hasTheSampleRateItNames() throws SpeechException {
    SpeechSynthesizer voice = open();

    Speech speech = voice.speak(SpokenTexts.of("Welcome."));

    assertThat(speech.audio().sampleRateHz()).isEqualTo(voice.sampleRateHz());
  }

  @Test
  void passesTheCheckOfWhatItSaid() throws SpeechException {
    for (String line : LINES) {
      SpokenText text = SpokenTexts.of(line);

      new SpeechCheck(1).check(text, open().speak(text));
    }
  }

  @Test
  void saysTheSameWhateverItSaidBefore() throws SpeechException {
    SpeechSynthesizer used = open();
    for (String line : LINES) {
      used.speak(SpokenTexts.of(line));
    }
    for (String line : LINES) {
      assertSame(open().speak(SpokenTexts.of(line)), used.speak(SpokenTexts.of(line)));
    }
  }

  @Test
  void saysTheSameOnFourThreadsAsOnOne() throws Exception {
    SpeechSynthesizer voice = open();
    List<Speech> expected = new ArrayList<>();
    for (String line : LINES) {
      expected.add(voice.speak(SpokenTexts.of(line)));
    }
    Callable<List<Speech>> reading =
        () -> {
          SpeechSynthesizer own = open();
          List<Speech> said = new ArrayList<>();
          for (String line : LINES) {
            said.add(own.speak(SpokenTexts.of(line)));
          }
          return said;
        };

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<Speech>> said :
          threads.invokeAll(java.util.Collections.nCopies(8, reading))) {
        for (int i = 0; i < LINES.size(); i++) {
          assertSame(expected.get(i), said.get().get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSame(Speech expected, Speech actual) {
    assertThat(actual.audio().samples()).isEqualTo(expected.audio().samples());
    assertThat(actual.words()).isEqualTo(expected.words());
  }

  private static List<Integer> indexes(SpokenText text) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < text.words().size(); i++) {
      indexes.add(i);
    }
    return indexes;
  }

  private static double power(Speech speech, long from, long to) {
    double sum = 0;
    for (long i = from; i < to; i++) {
      double sample = speech.audio().samples()[(int) i];
      sum += sample * sample;
    }
    return sum / (to - from);
  }
}
