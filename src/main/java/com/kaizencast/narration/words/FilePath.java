package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of folders, with a root or a file at its end. */
final class FilePath implements WordClass {

  private static final String SEGMENT = "[\\p{L}\\p{N}_@.*+-]{1,100}";
  private static final Pattern ROOTED =
      Pattern.compile(
          "(?:~|\\.{1,2})?/(?:"
              + SEGMENT
              + "/){0,30}(?:"
              + SEGMENT
              + ")?(?<![.,])|"
              + "[A-Za-z]:\\\\(?:"
              + SEGMENT
              + "\\\\){0,30}(?:"
              + SEGMENT
              + ")?(?<![.,])");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_@.*-]{1,100}+/){1,30}+[\\p{L}\\p{N}_*-]{0,100}"
              + "\\.(?<extension>[A-Za-z0-9]{1,10})(?![\\p{L}\\p{N}_/])");
  private static final Pattern IN_CODE =
      Pattern.compile("(?:" + SEGMENT + "/){1,30}(?:" + SEGMENT + ")?(?<![.,])");

  @Override
  public String name() {
    return "file path";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isLetter(c) || WordClass.isDigit(c) || "~./@_*".indexOf(c) >= 0;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.isBlank(at - 1) && "\"'(=:[".indexOf(line.at(at - 1)) < 0) {
      return null;
    }
    Matcher match = line.match(ROOTED, at);
    if (match != null && match.end() - at < 2) {
      match = null;
    }
    if (match == null) {
      match = line.match(RELATIVE, at);
      if (match != null && !FileName.isExtension(match.group("extension"))) {
        match = null;
      }
    }
    if (match == null && line.isCode(at)) {
      match = line.match(IN_CODE, at);
    }
    if (match == null || line.isWord(match.end())) {
      return null;
    }
    return Reading.of(match.end(), FileName.say(line, at, match.end(), words));
  }
}
