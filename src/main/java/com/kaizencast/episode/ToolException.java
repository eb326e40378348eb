package com.kaizencast.episode;

import org.jspecify.annotations.Nullable;

/** An outside tool or engine failed: names the tool and holds the end of what it said. */
public final class ToolException extends Exception {

  private final String tool;
  private final boolean isTransient;

  /**
   * @param tool for instance {@code ffmpeg}
   * @param isTransient whether another try may succeed (a crash, a time-out), as opposed to a tool
   *     that is missing
   */
  public ToolException(
      String tool, String message, boolean isTransient, @Nullable Throwable cause) {
    super(tool + ": " + message, cause);
    this.tool = tool;
    this.isTransient = isTransient;
  }

  public String tool() {
    return tool;
  }

  public boolean isTransient() {
    return isTransient;
  }
}
