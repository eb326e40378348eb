package com.kaizencast.artwork;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words broken into lines so that they fill a box with the largest letters.
 *
 * @param size of an em
 */
record TextBlock(Lettering lettering, List<String> lines, double size) {

  /** Distance of base lines in ems. */
  static final double LEADING = 1.08;

  private static final int MAX_LINES = 7;

  /** Letters of a word that still fill a line well. */
  private static final int LONGEST_WORD = 14;

  /** Halvings after which a line's width is found to a fraction of a pixel. */
  private static final int BISECTIONS = 24;

  TextBlock {
    lines = List.copyOf(lines);
  }

  /**
   * The text in a box.
   *
   * @param smallest size of an em below which words are left out at the end
   */
  static TextBlock fitting(
      Lettering lettering, String text, double width, double height, double smallest) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
    TextBlock best = best(lettering, words, width, height);
    if (best.size < smallest) {
      words = broken(words);
      best = best(lettering, words, width, height);
    }
    while (best.size < smallest && shorten(words)) {
      best = best(lettering, words, width, height);
    }
    return best;
  }

  /** The words, those that are too long for a line in parts of equal length. */
  private static List<String> broken(List<String> words) {
    List<String> parts = new ArrayList<>();
    for (String word : words) {
      int[] letters = word.codePoints().toArray();
      int count = (letters.length + LONGEST_WORD - 1) / LONGEST_WORD;
      for (int i = 0; i < count; i++) {
        int from = letters.length * i / count;
        int to = letters.length * (i + 1) / count;
        parts.add(new String(letters, from, to - from) + (i < count - 1 ? "-" : ""));
      }
    }
    return parts;
  }

  /** Leaves out the last word, or, where there is but one, its last letter. */
  private static boolean shorten(List<String> words) {
    int last = words.size() - 1;
    String end = words.get(last);
    if (last > 0) {
      words.remove(last);
      end = words.get(last - 1);
    } else {
      int letters = end.endsWith("…") ? end.length() - 1 : end.length();
      if (letters <= 1) {
        return false;
      }
      end = end.substring(0, end.offsetByCodePoints(letters, -1));
    }
    words.set(words.size() - 1, end.replaceAll("[\\p{Punct}…]+$", "") + "…");
    return true;
  }

  private static TextBlock best(
      Lettering lettering, List<String> words, double width, double height) {
    TextBlock best = new TextBlock(lettering, List.of(), 0);
    for (int count = 1; count <= Math.min(MAX_LINES, words.size()); count++) {
      List<String> lines = evenly(lettering, words, count);
      double widest = lines.stream().mapToDouble(lettering::width).max().orElse(1);
      double size = Math.min(width / widest, height / (LEADING * lines.size()));
      if (size > best.size * 1.02) {
        best = new TextBlock(lettering, lines, size);
      }
    }
    return best;
  }

  /** The words on at most so many lines, the widest of them as narrow as can be. */
  private static List<String> evenly(Lettering lettering, List<String> words, int count) {
    double low = words.stream().mapToDouble(lettering::width).max().orElse(0);
    double high = lettering.width(String.join(" ", words));
    if (wrapped(lettering, words, low).size() <= count) {
      return wrapped(lettering, words, low);
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double limit = (low + high) / 2;
      if (wrapped(lettering, words, limit).size() <= count) {
        high = limit;
      } else {
        low = limit;
      }
    }
    return wrapped(lettering, words, high);
  }

  private static List<String> wrapped(Lettering lettering, List<String> words, double limit) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && lettering.width(longer) > limit) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
