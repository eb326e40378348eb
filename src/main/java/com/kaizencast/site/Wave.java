package com.kaizencast.site;

import com.kaizencast.episode.Chapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The outline of the sound as bars, drawn into a box that is stretched to the player's width. */
final class Wave {

  static final int WIDTH = 480;

  private static final int HEIGHT = 64;
  private static final int BARS = 160;
  private static final int LEAST = 2;

  private Wave() {}

  /** Path data of SVG; without swings all bars are low. */
  static String path(List<Integer> swings) {
    int highest = Math.max(1, swings.stream().mapToInt(Integer::intValue).max().orElse(1));
    StringBuilder path = new StringBuilder();
    int step = WIDTH / BARS;
    for (int bar = 0; bar < BARS; bar++) {
      int from = bar * swings.size() / BARS;
      int to = Math.max(from, (bar + 1) * swings.size() / BARS);
      int sum = swings.subList(from, to).stream().mapToInt(Integer::intValue).sum();
      int half = sum * (HEIGHT / 2 - LEAST) / (highest * Math.max(1, to - from));
      path.append('M').append(bar * step).append(' ').append(HEIGHT / 2 - half - LEAST);
      path.append("h2v").append(2 * (half + LEAST)).append("h-2z");
    }
    return path.toString();
  }

  /** Where chapters begin, across the box; the first, at the very start, is left out. */
  static List<String> marks(List<Chapter> chapters, Duration duration) {
    List<String> marks = new ArrayList<>();
    for (Chapter chapter : chapters) {
      long start = chapter.start().toMillis();
      if (start > 0 && start < duration.toMillis()) {
        marks.add(Long.toString(start * WIDTH / duration.toMillis()));
      }
    }
    return marks;
  }
}
