package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;

/** The parts of an address, a path or a file name, and the signs between them. */
final class Parts {

  private Parts() {}

  /** Says each part as a word of its own, and the signs but for hyphens and underscores. */
  static List<Said> say(Line line, int from, int to, WordReader words) {
    List<Said> said = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      String sign = i == to ? "" : sign(line.at(i));
      if (i == to || !sign.isEmpty()) {
        said.addAll(part(line, start, i, words));
        said.addAll(Said.phrase(sign, i));
        start = i + 1;
      }
    }
    return said;
  }

  /** One part; a lone letter is its name. */
  static List<Said> part(Line line, int from, int to, WordReader words) {
    return to - from == 1 && WordClass.isLetter(line.at(from))
        ? List.of(Letters.name(line.at(from), from))
        : words.say(line, from, to);
  }

  private static String sign(char c) {
    return switch (c) {
      case '.' -> "dot";
      case '/' -> "slash";
      case '\\' -> "backslash";
      case ':' -> "colon";
      case '~' -> "tilde";
      case '+' -> "plus";
      case '%' -> "percent";
      case '*' -> "star";
      default -> "";
    };
  }
}
