package com.kaizencast.episode;

/**
 * When a word sounds: frames from {@code startFrame} up to, not including, {@code endFrame}.
 *
 * @param word index into the words of the {@link SpokenText}
 */
public record WordTiming(int word, long startFrame, long endFrame) {
  public WordTiming {
    if (startFrame < 0 || endFrame < startFrame) {
      throw new IllegalArgumentException("not a stretch of time: " + startFrame + "–" + endFrame);
    }
  }
}
