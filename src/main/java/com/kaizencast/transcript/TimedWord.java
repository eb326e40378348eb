package com.kaizencast.transcript;

import java.util.List;

/**
 * A word that is heard, with those beside it that are only shown.
 *
 * @param shown as the author wrote it, at least one, none empty
 * @param startMs when it begins to sound, milliseconds from the start of the recording, cut
 * @param endMs when it has sounded, not before its start
 */
record TimedWord(List<String> shown, long startMs, long endMs) {
  TimedWord {
    shown = List.copyOf(shown);
  }

  String text() {
    return String.join(" ", shown);
  }
}
