package com.kaizencast.narration;

import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.TableBlock;
import java.util.Locale;

/** Sentences for what is seen better than heard. */
final class Descriptions {

  private Descriptions() {}

  static String of(CodeBlock code) {
    int lines = code.lines().size();
    String language = code.language().strip();
    return "A code example"
        + (language.isEmpty() ? "" : " in " + name(language))
        + ", "
        + lines
        + (lines == 1 ? " line" : " lines")
        + ", is in the notes.";
  }

  static String of(TableBlock table) {
    int columns = table.header().size();
    return "A table with "
        + columns
        + (columns == 1 ? " column and " : " columns and ")
        + table.rows()
        + (table.rows() == 1 ? " row" : " rows")
        + " is in the notes.";
  }

  private static String name(String language) {
    return language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
  }
}
