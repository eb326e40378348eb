package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a port, after the word or after the name of a host. */
final class Port implements WordClass {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{2,5}(?!\\.\\d|,\\d)" + NumberShape.END);
  private static final Pattern AFTER_HOST = Pattern.compile(":(?<port>\\d{2,5})" + NumberShape.END);

  @Override
  public String name() {
    return "port";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || c == ':';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (line.at(at) == ':') {
      Matcher match = line.isLetter(at - 1) ? line.match(AFTER_HOST, at) : null;
      return match == null || !line.wordBefore(at).equals("localhost")
          ? null
          : Reading.phrase(match.end(), "port " + Numbers.code(match.group("port")), at);
    }
    String before = line.wordBefore(at).toLowerCase(Locale.ROOT);
    if (!line.startsHere(at) || !(before.equals("port") || before.equals("ports"))) {
      return null;
    }
    Matcher match = line.match(NUMBER, at);
    return match == null ? null : Reading.phrase(match.end(), Numbers.code(match.group()), at);
  }
}
