package com.kaizencast.intelligibility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fewest words to be replaced, left out or put in to make what was heard of what was said.
 * Words that differ in their blanks alone ("c i c d" and "cicd", "tool kit" and "toolkit") are
 * equal.
 *
 * @param said how many words were said
 * @param slips what was heard otherwise, in order
 */
record WordErrors(int said, List<Slip> slips) {

  /**
   * One error.
   *
   * @param said the word that was said; empty if there was none
   * @param heard what was heard in its place; empty if nothing was
   */
  record Slip(String said, String heard) {}

  /** So many words may be written as one. */
  private static final int MOST_JOINED = 6;

  /** The last step on the best way to a cell: words taken from either side, and their cost. */
  private record Step(int said, int heard, int cost) {}

  WordErrors {
    slips = List.copyOf(slips);
  }

  static WordErrors of(List<String> said, List<String> heard) {
    int[][] costs = new int[said.size() + 1][heard.size() + 1];
    Step[][] steps = new Step[said.size() + 1][heard.size() + 1];
    for (int i = 0; i <= said.size(); i++) {
      for (int j = 0; j <= heard.size(); j++) {
        Step best = null;
        for (Step step : steps(said, i, heard, j)) {
          int cost = costs[i - step.said][j - step.heard] + step.cost;
          if (best == null || cost < costs[i][j]) {
            best = step;
            costs[i][j] = cost;
          }
        }
        steps[i][j] = best;
      }
    }
    return new WordErrors(said.size(), slips(said, heard, steps));
  }

  private static List<Step> steps(List<String> said, int i, List<String> heard, int j) {
    List<Step> steps = new ArrayList<>();
    if (i > 0 && j > 0) {
      steps.add(new Step(1, 1, said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1));
      for (int count = 2; count <= MOST_JOINED; count++) {
        if (count <= j && isJoined(said.get(i - 1), heard.subList(j - count, j))) {
          steps.add(new Step(1, count, 0));
        }
        if (count <= i && isJoined(heard.get(j - 1), said.subList(i - count, i))) {
          steps.add(new Step(count, 1, 0));
        }
      }
    }
    if (i > 0) {
      steps.add(new Step(1, 0, 1));
    }
    if (j > 0) {
      steps.add(new Step(0, 1, 1));
    }
    return steps;
  }

  private static boolean isJoined(String word, List<String> parts) {
    int at = 0;
    for (String part : parts) {
      if (!word.startsWith(part, at)) {
        return false;
      }
      at += part.length();
    }
    return at == word.length();
  }

  private static List<Slip> slips(List<String> said, List<String> heard, Step[][] steps) {
    List<Slip> slips = new ArrayList<>();
    int i = said.size();
    int j = heard.size();
    while (i > 0 || j > 0) {
      Step step = steps[i][j];
      if (step.cost > 0) {
        slips.add(
            new Slip(
                step.said == 0 ? "" : said.get(i - 1), step.heard == 0 ? "" : heard.get(j - 1)));
      }
      i -= step.said;
      j -= step.heard;
    }
    Collections.reverse(slips);
    return slips;
  }

  /** Errors in a hundred words. */
  double percent() {
    return 100.0 * slips.size() / said;
  }

  /** Both, as if one text. */
  WordErrors and(WordErrors other) {
    List<Slip> both = new ArrayList<>(slips);
    both.addAll(other.slips);
    return new WordErrors(said + other.said, both);
  }
}
