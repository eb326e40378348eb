package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture sign: its name, once however often it is repeated. */
final class Emoji implements WordClass {

  private static final int JOINER = 0x200D;
  private static final int VARIATION = 0xFE0F;
  private static final int FIRST_FLAG = 0x1F1E6;
  private static final int LAST_FLAG = 0x1F1FF;

  private static final Map<String, String> NAMES = Table.read("emoji", 2).asMap();

  @Override
  public String name() {
    return "emoji";
  }

  @Override
  public boolean mayStartWith(char c) {
    return false;
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    int first = line.codePoint(at);
    if (!isPicture(first)) {
      return null;
    }
    int end = sequenceEnd(line, at);
    String sequence = line.slice(at, end);
    int repeated = end;
    while (line.has(repeated, sequence)) {
      repeated += sequence.length();
    }
    String name = name(sequence, first);
    return Reading.phrase(repeated, name + ",", at)
        .afterPause()
        .remarked("the emoji " + sequence + " is read as '" + name + "'");
  }

  private static boolean isPicture(int c) {
    return c > 0x2000
        && (UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
            || UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC));
  }

  private static boolean isFlagLetter(int c) {
    return c >= FIRST_FLAG && c <= LAST_FLAG;
  }

  /** After the picture, its colour and all that is joined to it. */
  private static int sequenceEnd(Line line, int at) {
    int first = line.codePoint(at);
    int end = at + Character.charCount(first);
    if (isFlagLetter(first)) {
      boolean isPair = end < line.to() && isFlagLetter(line.codePoint(end));
      return isPair ? end + 2 : end;
    }
    while (end < line.to()) {
      int c = line.codePoint(end);
      boolean isJoined = c == JOINER && end + 1 < line.to() && isPicture(line.codePoint(end + 1));
      if (isJoined) {
        end += 1 + Character.charCount(line.codePoint(end + 1));
      } else if (c == VARIATION || c == JOINER || isModifier(c)) {
        end += Character.charCount(c);
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isModifier(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)
        || (c >= 0xE0020 && c <= 0xE007F);
  }

  private static String name(String sequence, int first) {
    String known = NAMES.get(sequence.replace("\uFE0F", ""));
    if (known == null) {
      known = NAMES.get(Character.toString(first));
    }
    if (known != null) {
      return known;
    }
    if (isFlagLetter(first)) {
      return flag(sequence);
    }
    String name = UCharacter.getName(first);
    return name == null ? "picture" : letters(name.toLowerCase(Locale.ROOT));
  }

  /** By the two letters of the country that a flag is made of. */
  private static String flag(String sequence) {
    if (sequence.codePointCount(0, sequence.length()) != 2) {
      return "flag";
    }
    StringBuilder code = new StringBuilder();
    sequence.codePoints().forEach(c -> code.append((char) ('A' + c - FIRST_FLAG)));
    String country = new ULocale("", code.toString()).getDisplayCountry(ULocale.ENGLISH);
    return country.contentEquals(code) ? "flag" : "flag of " + letters(Latin.fold(country));
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      letters.append(WordClass.isLetter(name.charAt(i)) ? name.charAt(i) : ' ');
    }
    String words = letters.toString().strip();
    return words.isEmpty() ? "picture" : words;
  }
}
