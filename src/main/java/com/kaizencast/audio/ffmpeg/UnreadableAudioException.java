package com.kaizencast.audio.ffmpeg;

/** A file that is no audio, or audio that is damaged. */
public final class UnreadableAudioException extends Exception {

  /**
   * @param said by the tool, may be empty
   */
  UnreadableAudioException(String said) {
    super(said.isEmpty() ? "it holds no sound" : reason(said));
  }

  /** The last line without the name of the file in front. */
  private static String reason(String said) {
    String last = said.lines().reduce("", (before, line) -> line);
    return last.substring(last.lastIndexOf(": ") < 0 ? 0 : last.lastIndexOf(": ") + 2);
  }
}
