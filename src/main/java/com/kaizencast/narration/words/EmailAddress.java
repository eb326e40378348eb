package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mailbox at a domain. */
final class EmailAddress implements WordClass {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<local>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+)@"
              + "(?<domain>[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,8}+)");

  @Override
  public String name() {
    return "e-mail address";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    return line.startsHere(at) ? readAddress(line, at, words) : null;
  }

  /** An address that begins at the offset, whatever comes before it. */
  static @Nullable Reading readAddress(Line line, int at, WordReader words) {
    Matcher match = line.match(SHAPE, at);
    if (match == null) {
      return null;
    }
    List<Said> said = new ArrayList<>(Parts.say(line, at, match.end("local"), words));
    said.addAll(Said.phrase("at", match.end("local")));
    said.addAll(DomainName.say(line, match.start("domain"), match.end("domain"), words));
    return Reading.of(match.end(), said);
  }
}
