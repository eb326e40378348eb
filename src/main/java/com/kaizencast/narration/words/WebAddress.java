package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL: the name of its site; the notes have it in full. */
final class WebAddress implements WordClass {

  // What ends a sentence after an address is none of it.
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?i:(?:https?|ftp|wss?)://(?:[^\\s/@:]{1,64}(?::[^\\s/@]{0,64})?@)?)"
              + "(?<host>[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,8})"
              + "(?::(?<port>\\d{1,5}))?"
              + "(?:/(?:[^\\s\"<>]{0,2000}[^\\s\"<>.,;:!?)\\]'])?"
              + "|[?#][^\\s\"<>]{0,2000}[^\\s\"<>.,;:!?)\\]'])?");
  private static final Pattern MAILTO = Pattern.compile("(?i)mailto:");

  @Override
  public String name() {
    return "web address";
  }

  @Override
  public boolean mayStartWith(char c) {
    return "hHfFwWmM".indexOf(c) >= 0;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher mailto = line.match(MAILTO, at);
    if (mailto != null) {
      return EmailAddress.readAddress(line, mailto.end(), words);
    }
    Matcher match = line.match(SHAPE, at);
    if (match == null) {
      return null;
    }
    int start = match.start("host");
    int end = match.end("host");
    if (line.has(start, "www.") && end - start > 4) {
      start += 4;
    }
    List<Said> said = new ArrayList<>(DomainName.say(line, start, end, words));
    String port = match.group("port");
    if (port != null) {
      said.addAll(Said.phrase("port " + Numbers.code(port), match.start("port")));
    }
    return Reading.of(match.end(), said);
  }
}
