package com.kaizencast.episode;

import java.time.Duration;
import java.util.List;

/** A block of a script, in reading order. */
public sealed interface Block {

  SourcePosition position();

  /**
   * Running text.
   *
   * @param level of a heading (2 to 6), nesting depth of a list item (1 is outermost), else 0
   * @param ordinal number of an item in an ordered list, 0 for everything else
   * @param spans empty only for a numbered item that begins with another block
   * @param position of its first character, the marker of a heading or an item included
   */
  record TextBlock(
      BlockRole role, int level, int ordinal, List<Span> spans, SourcePosition position)
      implements Block {
    public TextBlock {
      spans = List.copyOf(spans);
    }
  }

  /**
   * A fenced or indented block of code.
   *
   * @param language from the info string, may be empty
   */
  record CodeBlock(String language, List<String> lines, SourcePosition position) implements Block {
    public CodeBlock {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A table.
   *
   * @param header one list of spans for each column
   * @param rows number of rows below the header
   */
  record TableBlock(List<List<Span>> header, int rows, SourcePosition position) implements Block {
    public TableBlock {
      header = header.stream().map(List::copyOf).toList();
    }
  }

  /** A silence of its own, from a thematic break or asked for by the host. */
  record PauseBlock(Duration length, SourcePosition position) implements Block {}
}
