package com.kaizencast.script;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What the host may have meant. */
final class Suggestion {

  private Suggestion() {}

  /** {@code "; did you mean 'x'?"}, or nothing if no candidate is near. */
  static String phrase(String given, Collection<String> candidates) {
    return nearest(given, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /**
   * The first of the candidates that differs least, if it differs little: case, blanks, hyphens and
   * underscores count for nothing, every other letter for one.
   */
  static Optional<String> nearest(String given, Collection<String> candidates) {
    String key = normalise(given);
    // A number is no misspelled other number.
    if (key.codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    // A word that is far too long is like none of them, and the distance costs its length.
    if (key.length() > 80) {
      return Optional.empty();
    }
    String nearest = null;
    int least = Math.max(1, key.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(key, normalise(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String normalise(String text) {
    return text.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[\\s_-]", "");
  }

  /** Letters to insert, delete, replace or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
