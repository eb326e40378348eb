package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.episode.SpokenText;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.UtteranceProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With engines that fail in all the ways seen, and some more. */
class FreeTtsSynthesizerTest {

  private static final SpokenText TEXT = SpokenTexts.of("Keys expire.");

  /** English up to the phones; then only what the test says. */
  private static final class Faulty extends EnglishVoice {
    private final UtteranceProcessor fault;

    Faulty(UtteranceProcessor fault) {
      super("faulty", SharedLexicon.named("cmulex"));
      this.fault = fault;
    }

    @Override
    int sampleRateHz() {
      return 16_000;
    }

    @Override
    List<UtteranceProcessor> backEnd() {
      return List.of(fault);
    }
  }

  private static FreeTtsSynthesizer with(UtteranceProcessor fault) {
    Faulty voice = new Faulty(fault);
    synchronized (Voices.class) {
      voice.allocate();
    }
    return new FreeTtsSynthesizer(voice);
  }

  private static UtteranceProcessor making(short[] samples) {
    return utterance -> utterance.setObject(EnglishVoice.SAMPLES, samples);
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void letsASoundEnginePass() throws SpeechException {
    short[] samples = new short[20_000];
    Arrays.fill(samples, (short) 1_000);

    assertThat(with(making(samples)).speak(TEXT).audio().samples()).isSameAs(samples);
  }

  @Test
  void reportsAStackThatOverflows() {
    assertFails(
        utterance -> {
          throw new StackOverflowError();
        },
        "script.md:1:1: the voice failed: java.lang.StackOverflowError");
  }

  @Test
  void reportsAnExceptionOfTheEngine() {
    assertFails(
        utterance -> {
          throw new ProcessException("no such diphone");
        },
        "no such diphone");
    assertFails(
        utterance -> {
          throw new NullPointerException("phones");
        },
        "phones");
  }

  @Test
  void reportsAnErrorOfTheEngine() {
    assertFails(
        utterance -> {
          throw new Error("Bad path compiled");
        },
        "Bad path compiled");
  }

  @Test
  void letsAnErrorOfTheMachinePass() {
    FreeTtsSynthesizer voice =
        with(
            utterance -> {
              throw new OutOfMemoryError("test");
            });

    assertThatThrownBy(() -> voice.speak(TEXT)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void reportsAnEngineThatMakesNothing() {
    assertFails(utterance -> {}, "script.md:1:1: the voice made no sound");
    assertFails(making(new short[0]), "script.md:1:1: the voice made no sound");
  }

  @Test
  void reportsAnEngineThatFallsSilent() {
    short[] samples = new short[20_000];
    Arrays.fill(samples, 0, 9_000, (short) 1_000);

    assertFails(making(new short[20_000]), "script.md:1:1: 'Keys' is silent");
    assertFails(making(samples), "script.md:1:6: 'expire' is silent");
  }

  @Test
  void reportsAnEngineThatStopsEarly() {
    short[] samples = new short[9_500];
    Arrays.fill(samples, (short) 1_000);

    assertFails(making(samples), "script.md:1:6: 'expire' is cut short");
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    FreeTtsSynthesizer voice =
        with(
            utterance -> {
              stuck.countDown();
              try {
                Thread.sleep(Long.MAX_VALUE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    FutureTask<Boolean> speaking =
        new FutureTask<>(
            () -> {
              try {
                voice.speak(TEXT);
                return false;
              } catch (SpeechException e) {
                assertThat(e).hasMessage("script.md:1:1: the voice was stopped");
                return Thread.currentThread().isInterrupted();
              }
            });
    Thread thread = new Thread(speaking);
    thread.start();
    stuck.await();

    thread.interrupt();

    assertThat(get(speaking)).as("still marked as interrupted").isTrue();
  }

  @Test
  void saysNothingOnAnInterruptedThread() {
    FreeTtsSynthesizer voice = with(making(new short[20_000]));

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> voice.speak(TEXT)).hasMessage("script.md:1:1: the voice was stopped");
  }

  private static boolean get(FutureTask<Boolean> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static void assertFails(UtteranceProcessor fault, String message) {
    FreeTtsSynthesizer voice = with(fault);

    assertThatThrownBy(() -> voice.speak(TEXT))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(message);
  }
}
