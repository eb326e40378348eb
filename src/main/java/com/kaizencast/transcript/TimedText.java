package com.kaizencast.transcript;

import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.WordTiming;
import java.util.List;

/**
 * A text in a recording.
 *
 * @param startFrame frame of the recording at which its samples start
 * @param words when each of its spoken words sounds, in order, counted from the first of its
 *     samples
 */
public record TimedText(SpokenText text, long startFrame, List<WordTiming> words) {
  public TimedText {
    words = List.copyOf(words);
    if (words.size() != text.words().size()) {
      throw new IllegalArgumentException(
          words.size() + " timings for " + text.words().size() + " words at " + text.position());
    }
    long end = 0;
    for (int i = 0; i < words.size(); i++) {
      WordTiming timing = words.get(i);
      if (timing.word() != i || timing.startFrame() < end) {
        throw new IllegalArgumentException("timings out of order at " + text.position());
      }
      end = timing.endFrame();
    }
    if (startFrame < 0) {
      throw new IllegalArgumentException("starts before the recording: " + text.position());
    }
  }

  long endFrame() {
    return startFrame + words.get(words.size() - 1).endFrame();
  }
}
