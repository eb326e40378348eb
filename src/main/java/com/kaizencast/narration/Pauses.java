package com.kaizencast.narration;

import com.kaizencast.episode.SpokenText;
import java.time.Duration;
import java.util.List;

/**
 * Silence after a text, on top of the tenth or fifth of a second that a voice renders itself at the
 * end of an utterance.
 */
final class Pauses {

  static final Duration SENTENCE = Duration.ofMillis(150);
  static final Duration LIST_ITEM = Duration.ofMillis(350);
  static final Duration PARAGRAPH = Duration.ofMillis(450);
  static final Duration AFTER_HEADING = Duration.ofMillis(400);
  static final Duration BEFORE_HEADING = Duration.ofMillis(700);
  static final Duration SECTION = Duration.ofMillis(700);

  private Pauses() {}

  /** Makes the pause after the last text at least this long; before the first there is none. */
  static void afterLast(List<SpokenText> texts, Duration length) {
    if (texts.isEmpty()) {
      return;
    }
    SpokenText last = texts.get(texts.size() - 1);
    if (last.pauseAfter().compareTo(length) < 0) {
      texts.set(
          texts.size() - 1,
          new SpokenText(
              last.role(),
              last.position(),
              last.written(),
              last.words(),
              length,
              last.startsParagraph()));
    }
  }
}
