package com.kaizencast.script;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** The identity of an episode in file names and addresses: {@code [a-z0-9]+(-[a-z0-9]+)*}. */
final class Slug {

  private static final int LONGEST = 100;

  /** Letters that do not come apart into an ASCII letter and a mark. */
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ħ', "h"));

  /** A slug as the host writes it. */
  static final Form<String> FORM =
      scalar -> {
        String slug = scalar.value();
        if (slug.length() > LONGEST) {
          throw new Form.Wrong("has " + slug.length() + " characters; shorten it to " + LONGEST);
        }
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
          String derived = derive(slug);
          throw new Form.Wrong(
              "is "
                  + Forms.quoted(slug)
                  + "; use lower-case letters a to z, digits and single hyphens"
                  + (derived.isEmpty() ? "" : ", like " + Forms.quoted(derived)));
        }
        return slug;
      };

  private Slug() {}

  /** The slug that a title or a file name gives, empty if it has no letter or digit for one. */
  static String derive(String text) {
    StringBuilder slug = new StringBuilder();
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int c : apart.codePoints().toArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.appendCodePoint(c);
      } else if (LETTERS.containsKey(c)) {
        slug.append(LETTERS.get(c));
      } else if (!isJoined(c) && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    return shortened(slug.toString());
  }

  /** Marks and apostrophes leave no gap. */
  private static boolean isJoined(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '’';
  }

  private static String shortened(String slug) {
    String whole = slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
    if (whole.length() <= LONGEST) {
      return whole;
    }
    int cut = whole.lastIndexOf('-', LONGEST);
    return whole.substring(0, cut > 0 ? cut : LONGEST);
  }
}
