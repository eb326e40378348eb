package com.kaizencast.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line about a problem, its place in colour where that is wanted. */
final class Complaint {

  private static final Pattern HEAD =
      Pattern.compile("(?s)((?:[^:\\s]+:\\d+:\\d+: )?)(warning: )?(.*)");

  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private Complaint() {}

  /**
   * @param line as it stands in a file of the host, perhaps with control characters
   * @param colour see {@link Cli#isTerminal}
   */
  static String of(String line, boolean colour) {
    String printable = Printable.of(line);
    Matcher head = HEAD.matcher(printable);
    if (!colour || !head.matches()) {
      return printable;
    }
    boolean warning = head.group(2) != null;
    String place = head.group(1) + (warning ? head.group(2) : "");
    return place.isEmpty()
        ? RED + printable + PLAIN
        : (warning ? YELLOW : RED) + place + PLAIN + head.group(3);
  }
}
