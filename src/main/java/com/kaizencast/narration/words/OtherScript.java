package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters that an English voice can't say: described. */
final class OtherScript implements WordClass {

  static final String NAME = "other script";

  private static final Map<Integer, String> LANGUAGES =
      Map.of(
          UScript.HAN, "Chinese",
          UScript.HIRAGANA, "Japanese",
          UScript.KATAKANA, "Japanese",
          UScript.HANGUL, "Korean");

  private static final Set<String> NAMELESS = Set.of("Common", "Inherited", "Unknown");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!isOther(line, at)) {
      return null;
    }
    int end = at;
    int letters = 0;
    String language = language(line.text().codePointAt(at));
    while (end < line.to() && goesOn(line, end)) {
      int c = line.text().codePointAt(end);
      if (Character.isLetterOrDigit(c)) {
        letters++;
        // Han letters are Japanese where they stand among kana.
        language = language(c).equals("Japanese") ? "Japanese" : language;
      }
      end += Character.charCount(c);
    }
    end = Math.min(end, line.to());
    return Reading.phrase(end, language + " text", at)
        .describedAs(
            letters
                + " letters of "
                + language
                + " text can't be said by this voice and are announced as '"
                + language
                + " text'; write how they are said");
  }

  private static boolean goesOn(Line line, int at) {
    // Spaces between words of the other script belong to it.
    return isOther(line, at)
        || isMark(line.text().codePointAt(at))
        || (line.at(at) == ' ' && at + 1 < line.to() && isOther(line, at + 1));
  }

  private static boolean isOther(Line line, int at) {
    int c = line.text().codePointAt(at);
    return c >= 0x80
        && Character.isLetterOrDigit(c)
        && !(c <= 0xFFFF && Latin.isFoldable((char) c));
  }

  private static boolean isMark(int c) {
    return c >= 0x80
        && (UCharacter.hasBinaryProperty(c, UProperty.GRAPHEME_EXTEND)
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private static String language(int c) {
    int script = UScript.getScript(c);
    String name = LANGUAGES.get(script);
    if (name == null) {
      name = UScript.getName(script);
    }
    String known = name.replace('_', ' ');
    return NAMELESS.contains(known) ? "foreign" : known;
  }
}
