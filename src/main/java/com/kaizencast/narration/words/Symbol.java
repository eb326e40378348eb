package com.kaizencast.narration.words;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sign that is said. */
final class Symbol implements WordClass {

  private static final Map<String, String> SYMBOLS = Table.read("symbols", 2).asMap();

  @Override
  public String name() {
    return "symbol";
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    String said = SYMBOLS.get(String.valueOf(line.at(at)));
    return said == null ? null : Reading.phrase(at + 1, said, at);
  }
}
