package com.kaizencast.episode;

/**
 * A place in a file of the host.
 *
 * @param file path as shown to the host, relative to the home folder where possible
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record SourcePosition(String file, int line, int column) {

  public SourcePosition {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
  }

  /** The place {@code units} UTF-16 units further on in the same line. */
  public SourcePosition plusColumns(int units) {
    return new SourcePosition(file, line, column + units);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
