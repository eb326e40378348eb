package com.kaizencast.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Divides sentences into cues. A cue ends with its sentence, or else where a phrase ends, or else
 * where two cues of like length result; a sentence that would be gone in less than a second is
 * shown with the next or the last one of its paragraph if both have room in one cue. Takes time in
 * proportion to the number of words.
 */
final class CueSheet {

  /** Only a single word that takes longer is shown for longer. */
  static final long LONGEST_MS = 7_000;

  /** A cue is shown for so long if the next one leaves it the time. */
  static final long SHORTEST_MS = 1_000;

  /** Likewise for each character: 20 in a second. */
  static final long CHARACTER_MS = 50;

  /** A shorter time without a cue looks like a flicker. */
  private static final long GAP_MS = 500;

  private final List<Cue> cues = new ArrayList<>();

  /** The cue that waits for the start of the next one. */
  private List<Piece> pending = List.of();

  private CueSheet() {}

  /**
   * @param totalMs length of the recording
   */
  static List<Cue> of(List<Sentence> sentences, long totalMs) {
    CueSheet sheet = new CueSheet();
    List<Piece> group = new ArrayList<>();
    boolean groupIsNumber = false;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      long next = i + 1 < sentences.size() ? sentences.get(i + 1).startMs() : totalMs;
      List<Piece> pieces = Piece.of(sentence.words(), next);
      if (!group.isEmpty()
          && !sentence.startsParagraph()
          && (groupIsNumber || isBestShared(group, sentence, pieces, next))) {
        group.addAll(pieces);
        groupIsNumber = false;
        continue;
      }
      sheet.add(group, sentence.startMs());
      group = new ArrayList<>(pieces);
      groupIsNumber = sentence.isListNumber();
    }
    sheet.add(group, totalMs);
    sheet.flush(totalMs);
    return sheet.cues;
  }

  /** Whether one of the two would be gone too soon, and nothing is told before a pause. */
  private static boolean isBestShared(
      List<Piece> group, Sentence sentence, List<Piece> pieces, long nextMs) {
    long start = sentence.startMs();
    return (start - group.get(0).startMs() < SHORTEST_MS || nextMs - start < SHORTEST_MS)
        && start - group.get(group.size() - 1).endMs() < GAP_MS
        && fitsOneCue(group, pieces);
  }

  private static boolean fitsOneCue(List<Piece> group, List<Piece> pieces) {
    if (group.size() + pieces.size() > 2 * Piece.LINE) {
      return false;
    }
    List<Piece> both = new ArrayList<>(group);
    both.addAll(pieces);
    return new Row(both).fitsOneCue(0, both.size());
  }

  /** Divides a group at the breaks of least cost, found from the front to the back. */
  private void add(List<Piece> group, long nextMs) {
    int count = group.size();
    Row row = new Row(group);
    long[] cost = new long[count + 1];
    int[] from = new int[count + 1];
    Arrays.fill(cost, Long.MAX_VALUE);
    cost[0] = 0;
    for (int i = 0; i < count; i++) {
      int most = row.lineEnd(row.lineEnd(i));
      for (int j = i + 1; j <= most && row.isInTime(i, j); j++) {
        long shown = (j < count ? group.get(j).startMs() : nextMs) - group.get(i).startMs();
        long sum = cost[i] + row.cost(i, j) + haste(shown);
        if (sum < cost[j]) {
          cost[j] = sum;
          from[j] = i;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int end = count; end > 0; end = from[end]) {
      ends.add(end);
    }
    Collections.reverse(ends);
    int start = 0;
    for (int end : ends) {
      List<Piece> next = group.subList(start, end);
      flush(next.get(0).startMs());
      pending = next;
      start = end;
    }
  }

  private static long haste(long shownMs) {
    return Math.max(0, SHORTEST_MS - shownMs) / 10;
  }

  private void flush(long nextMs) {
    if (pending.isEmpty()) {
      return;
    }
    long start = pending.get(0).startMs();
    if (!cues.isEmpty()) {
      start = Math.max(start, cues.get(cues.size() - 1).endMs());
    }
    long spoken = pending.get(pending.size() - 1).endMs();
    long readable = start + Math.max(SHORTEST_MS, CHARACTER_MS * Piece.text(pending).length());
    long longest = Math.max(spoken, start + LONGEST_MS);
    long end = Math.min(Math.max(spoken, readable), longest);
    if (nextMs < end + GAP_MS) {
      end = Math.min(nextMs, longest);
    }
    end = Math.max(end, start + 1);
    cues.add(new Cue(start, end, pending, new Row(pending).secondLine()));
    pending = List.of();
  }

  /** Pieces side by side and where each stands. */
  private static final class Row {

    private final List<Piece> pieces;
    private final int[] starts;
    private final int[] ends;

    Row(List<Piece> pieces) {
      this.pieces = pieces;
      this.starts = new int[pieces.size()];
      this.ends = new int[pieces.size()];
      int at = 0;
      for (int i = 0; i < pieces.size(); i++) {
        at += pieces.get(i).isGlued() || i == 0 ? 0 : 1;
        starts[i] = at;
        at += pieces.get(i).text().length();
        ends[i] = at;
      }
    }

    int width(int from, int to) {
      return ends[to - 1] - starts[from];
    }

    /** How many pieces have room on a line that begins with this one; an index. */
    int lineEnd(int from) {
      int to = from;
      while (to < pieces.size() && width(from, to + 1) <= Piece.LINE) {
        to++;
      }
      return to;
    }

    boolean isInTime(int from, int to) {
      return to == from + 1
          || pieces.get(to - 1).endMs() - pieces.get(from).startMs() <= LONGEST_MS;
    }

    boolean fitsOneCue(int from, int to) {
      return lineEnd(lineEnd(from)) >= to && isInTime(from, to);
    }

    /**
     * Few cues before good breaks before like lengths: the squares of the lengths sum up to least
     * where they are alike.
     */
    long cost(int from, int to) {
      int width = width(from, to);
      int broken = to < pieces.size() ? pieces.get(to).breakBefore(pieces.get(to - 1)) : 0;
      return 100 + (long) width * width / 64 + broken;
    }

    /** Where the second line begins. */
    int secondLine() {
      int count = pieces.size();
      int best = lineEnd(0);
      if (best == count) {
        return count;
      }
      int least = Integer.MAX_VALUE;
      for (int i = best; i > 0 && width(i, count) <= Piece.LINE; i--) {
        int cost =
            Math.abs(width(0, i) - width(i, count))
                + pieces.get(i).breakBefore(pieces.get(i - 1)) / 4;
        if (cost < least) {
          least = cost;
          best = i;
        }
      }
      return best;
    }
  }
}
