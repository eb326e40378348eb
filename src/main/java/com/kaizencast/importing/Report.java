package com.kaizencast.importing;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param remarks on the source as a whole
 */
public record Report(List<Line> lines, List<String> remarks) {

  public Report {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
  }

  /** What became of a thing in the source. */
  public enum Outcome {
    /** A script was written. */
    SCRIPT,
    /** A published episode goes on as it is. */
    EPISODE,
    /** It is here already. */
    THERE,
    /** It is none of the show's episodes. */
    PASSED_OVER,
    /** It is one, and can't be taken over. */
    REFUSED
  }

  /**
   * One thing of the source.
   *
   * @param from where it is
   * @param file the script it became, or where it is already; may be empty
   * @param why it was taken for what it was taken for, or what is wrong with it
   */
  public record Line(Outcome outcome, String from, String title, String file, String why) {}

  public long count(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
