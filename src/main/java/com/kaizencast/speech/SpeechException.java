package com.kaizencast.speech;

import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import org.jspecify.annotations.Nullable;

/** A voice could not say a text, or not all of it. */
public final class SpeechException extends Exception {

  private final ScriptProblem problem;

  /**
   * @param position of the word or, failing that, the text that was to be said
   * @param message what is wrong and what to do about it, one line
   */
  public SpeechException(SourcePosition position, String message, @Nullable Throwable cause) {
    super(position + ": " + message, cause);
    this.problem = ScriptProblem.error(position, message);
  }

  public SpeechException(SourcePosition position, String message) {
    this(position, message, null);
  }

  /** What the host is told. */
  public ScriptProblem problem() {
    return problem;
  }
}
