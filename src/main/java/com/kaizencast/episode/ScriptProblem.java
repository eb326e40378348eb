package com.kaizencast.episode;

/**
 * Something the host should know about a file: an error keeps the episode out of the feed, a
 * warning does not.
 *
 * @param message what is wrong and what to do about it, one line
 */
public record ScriptProblem(Severity severity, SourcePosition position, String message) {

  /** How bad a problem is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static ScriptProblem error(SourcePosition position, String message) {
    return new ScriptProblem(Severity.ERROR, position, message);
  }

  public static ScriptProblem warning(SourcePosition position, String message) {
    return new ScriptProblem(Severity.WARNING, position, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: message}, a warning marked as such. */
  @Override
  public String toString() {
    return position + ": " + (isError() ? "" : "warning: ") + message;
  }
}
