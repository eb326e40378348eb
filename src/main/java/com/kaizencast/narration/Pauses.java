package com.kaizencast.narration;

import java.time.Duration;

/**
 * Silence after a text, on top of the tenth or fifth of a second that a voice renders itself at the
 * end of an utterance.
 */
final class Pauses {

  static final Duration SENTENCE = Duration.ofMillis(150);
  static final Duration LIST_NUMBER = Duration.ofMillis(50);
  static final Duration LIST_ITEM = Duration.ofMillis(350);
  static final Duration PARAGRAPH = Duration.ofMillis(450);
  static final Duration BEFORE_HEADING = Duration.ofMillis(700);
  static final Duration AFTER_HEADING = Duration.ofMillis(400);
  static final Duration SECTION = Duration.ofMillis(700);

  private Pauses() {}

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
