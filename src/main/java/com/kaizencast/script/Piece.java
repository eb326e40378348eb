package com.kaizencast.script;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block with its place among the others.
 *
 * @param place whether it opens a section, belongs to a list item, or neither
 */
record Piece(Block block, Place place) {

  /** Where a block stands. */
  enum Place {
    /** A heading that opens a section. */
    OPENING,
    /** Within an item of a list, or the item itself. */
    ITEM,
    OTHER
  }

  /** The text as a reader sees it, on one line; empty for what is no text. */
  String shownText() {
    return block instanceof TextBlock text ? shownText(text.spans()) : "";
  }

  /** Spans as a reader sees them, on one line. */
  static String shownText(List<Span> spans) {
    return SourceText.oneLine(
        spans.stream()
            .filter(span -> isShown(span.style()))
            .map(Span::text)
            .collect(Collectors.joining()));
  }

  private static boolean isShown(SpanStyle style) {
    return style != SpanStyle.UNSHOWN && style != SpanStyle.PAUSE && style != SpanStyle.FOOTNOTE;
  }
}
