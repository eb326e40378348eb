package com.kaizencast.cli;

import java.util.regex.Pattern;

/** Text from a host's file on its way to a terminal: control characters can't act there. */
final class Printable {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  private Printable() {}

  static String of(String text) {
    return CONTROLS.matcher(text).replaceAll("\uFFFD");
  }
}
