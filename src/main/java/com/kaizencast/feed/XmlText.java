package com.kaizencast.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of text what XML 1.0 (section 2.2, production Char) forbids or discourages: control
 * characters, lone surrogates and noncharacters; remembers where it did.
 */
final class XmlText {

  private final List<String> warnings = new ArrayList<>();

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  /** The text without what XML can't hold. */
  String clean(String where, String text) {
    if (text.codePoints().allMatch(XmlText::isFit)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isFit).forEach(clean::appendCodePoint);
    warn(
        where
            + ": left out "
            + text.codePoints().filter(c -> !isFit(c)).count()
            + " characters that XML can't hold (control characters or halves of surrogate pairs)");
    return clean.toString();
  }

  /** The same on one line. */
  String line(String where, String text) {
    return clean(where, text.replaceAll("\\s+", " ")).strip();
  }

  private static boolean isFit(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0x7f)
        || (c >= 0xa0 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd && (c < 0xfdd0 || c > 0xfdef))
        || (c >= 0x10000 && (c & 0xfffe) != 0xfffe);
  }
}
