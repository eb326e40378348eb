package com.kaizencast.transcript;

import java.util.List;

/**
 * What is shown at once: one line, or two of at most {@link Piece#LINE} units.
 *
 * @param endMs after the start, not after the start of the next cue
 * @param second index of the piece that begins the second line; the number of pieces if there is
 *     none
 */
record Cue(long startMs, long endMs, List<Piece> pieces, int second) {

  Cue {
    pieces = List.copyOf(pieces);
  }

  List<List<Piece>> lines() {
    return second == pieces.size()
        ? List.of(pieces)
        : List.of(pieces.subList(0, second), pieces.subList(second, pieces.size()));
  }
}
