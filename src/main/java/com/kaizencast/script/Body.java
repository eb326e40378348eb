package com.kaizencast.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script without its front matter.
 *
 * @param title the title that the text itself gives, if it does
 * @param notesHtml as a reader sees it
 */
record Body(@Nullable String title, List<Piece> pieces, String notesHtml) {
  Body {
    pieces = List.copyOf(pieces);
  }
}
