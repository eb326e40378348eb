package com.kaizencast.narration;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.TableBlock;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.narration.words.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sentences for what is seen better than heard. */
final class Descriptions {

  private static final Map<String, String> LANGUAGES = Table.read("languages", 2).asMap();

  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private Descriptions() {}

  /** The sentence for a block of code or a table as running text, at the place of the block. */
  static Passage passage(Block block) {
    return PassageBuilder.of(
        List.of(new Span(SpanStyle.TEXT, sentence(block), null, block.position())));
  }

  static String sentence(Block block) {
    if (block instanceof CodeBlock code) {
      return of(code);
    }
    if (block instanceof TableBlock table) {
      return of(table);
    }
    throw new IllegalArgumentException("not described: " + block);
  }

  private static String of(CodeBlock code) {
    String language = language(code.language());
    return "A code example"
        + (language.isEmpty() ? "" : " in " + language)
        + ", "
        + counted(code.lines().size(), "line")
        + ", is in the notes.";
  }

  private static String of(TableBlock table) {
    List<String> columns =
        table.header().stream()
            .map(spans -> spans.stream().map(Span::text).collect(Collectors.joining()).strip())
            .filter(name -> !name.isEmpty())
            .toList();
    String rows = counted(table.rows(), "row");
    if (columns.isEmpty()) {
      return "A table with " + rows + " is in the notes.";
    }
    return "A table with "
        + rows
        + " is in the notes, its "
        + (columns.size() == 1 ? "column: " : "columns: ")
        + String.join(", ", columns)
        + ".";
  }

  private static String counted(int number, String one) {
    return (number < SMALL.size() ? SMALL.get(number) : Integer.toString(number))
        + " "
        + (number == 1 ? one : one + "s");
  }

  /** The name of a language that a block of code is marked with; empty if it says nothing. */
  private static String language(String marked) {
    String word = marked.strip().split("[\\s,{]", 2)[0].toLowerCase(Locale.ROOT);
    String known = LANGUAGES.get(word);
    if (known != null) {
      return known;
    }
    return word.matches("[a-z]{2,20}")
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : "";
  }
}
