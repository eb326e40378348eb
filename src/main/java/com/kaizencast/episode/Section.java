package com.kaizencast.episode;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a script that becomes a chapter.
 *
 * @param title plain text
 * @param link target of the heading's link, if it has one
 * @param blocks in reading order, the heading (if there is one) first
 */
public record Section(String title, @Nullable URI link, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
