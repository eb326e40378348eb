package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters that an English voice can't say: described. */
public final class OtherScript implements WordClass {

  public static final String NAME = "other script";

  private static final Map<Integer, String> LANGUAGES =
      Map.of(
          UScript.HAN, "Chinese",
          UScript.HIRAGANA, "Japanese",
          UScript.KATAKANA, "Japanese",
          UScript.HANGUL, "Korean");

  private static final Set<String> NAMELESS = Set.of("Common", "Inherited", "Unknown", "Latin");

  OtherScript() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean mayStartWith(char c) {
    return false;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!isOther(line, at)) {
      return null;
    }
    int end = at;
    int letters = 0;
    String language = language(line.codePoint(at));
    while (end < line.to() && goesOn(line, end)) {
      int c = line.codePoint(end);
      if (UCharacter.isLetterOrDigit(c)) {
        letters++;
        // Han letters are Japanese where they stand among kana.
        language = language(c).equals("Japanese") ? "Japanese" : language;
      }
      end += Character.charCount(c);
    }
    return Reading.phrase(end, language + " text", at)
        .remarked(
            letters
                + (letters == 1 ? " letter" : " letters")
                + " that the voice can't say: '"
                + language
                + " text' is said instead; write how it is said, or leave it out");
  }

  private static boolean goesOn(Line line, int at) {
    // Spaces between words of the other script belong to it.
    return isOther(line, at)
        || isMark(line.codePoint(at))
        || (line.isBlank(at) && at + 1 < line.to() && isOther(line, at + 1));
  }

  private static boolean isOther(Line line, int at) {
    int c = line.codePoint(at);
    return c >= 0x80
        && UCharacter.isLetterOrDigit(c)
        && !(c <= 0xFFFF && Latin.isFoldable((char) c));
  }

  private static boolean isMark(int c) {
    int type = UCharacter.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static String language(int c) {
    int script = UScript.getScript(c);
    String name = LANGUAGES.get(script);
    if (name == null) {
      name = UScript.getName(script).replace('_', ' ');
    }
    return NAMELESS.contains(name) ? "foreign" : name;
  }
}
