package com.kaizencast.script;

import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text as a web page renders it: the title on the first line, paragraphs divided by blank
 * lines, and the items of lists, numbered or with a bullet, each from a line of its own.
 */
final class PlainTextBody {

  private static final Pattern NUMBERED = Pattern.compile("[ \\t]*([0-9]{1,9})[.)][ \\t]+(?=\\S)");
  private static final Pattern BULLET = Pattern.compile("[ \\t]*[•◦▪‣⁃*–-][ \\t]+(?=\\S)");

  private final SourceText source;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private String openList = "";

  private final List<Integer> lines = new ArrayList<>();

  private PlainTextBody(SourceText source) {
    this.source = source;
  }

  static Body read(SourceText source) {
    return new PlainTextBody(source).read();
  }

  private Body read() {
    int line = 0;
    while (line < source.lineCount() && source.line(line).isBlank()) {
      line++;
    }
    String title = line < source.lineCount() ? SourceText.oneLine(source.line(line)) : null;
    for (line++; line < source.lineCount(); line++) {
      String text = source.line(line);
      if (text.isBlank()) {
        finishBlock();
      } else {
        if (startsItem(text)) {
          finishBlock();
        }
        lines.add(line);
      }
    }
    finishBlock();
    closeList();
    return new Body(title, pieces, html.toString());
  }

  /** Within a paragraph only the number 1 starts a list, so that a wrapped year does not. */
  private boolean startsItem(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.lookingAt()) {
      boolean inParagraph = !lines.isEmpty() && !isItem(source.line(lines.get(0)));
      return !inParagraph || Integer.parseInt(numbered.group(1)) == 1;
    }
    return BULLET.matcher(text).lookingAt();
  }

  private static boolean isItem(String text) {
    return NUMBERED.matcher(text).lookingAt() || BULLET.matcher(text).lookingAt();
  }

  private void finishBlock() {
    if (lines.isEmpty()) {
      return;
    }
    String first = source.line(lines.get(0));
    Matcher numbered = NUMBERED.matcher(first);
    Matcher bullet = BULLET.matcher(first);
    int ordinal = 0;
    int marker = 0;
    BlockRole role = BlockRole.PARAGRAPH;
    if (numbered.lookingAt()) {
      ordinal = Integer.parseInt(numbered.group(1));
      marker = numbered.end();
      role = BlockRole.LIST_ITEM;
    } else if (bullet.lookingAt()) {
      marker = bullet.end();
      role = BlockRole.LIST_ITEM;
    }
    List<Span> spans = spans(marker);
    boolean item = role == BlockRole.LIST_ITEM;
    int start = source.lineStart(lines.get(0)) + indent(first);
    pieces.add(
        new Piece(
            new TextBlock(role, item ? 1 : 0, ordinal, spans, source.position(start)),
            item ? Piece.Place.ITEM : Piece.Place.OTHER));
    write(item, ordinal, Piece.shownText(spans));
    lines.clear();
  }

  private List<Span> spans(int marker) {
    List<Span> spans = new ArrayList<>();
    int end = 0;
    for (int line : lines) {
      String text = source.line(line).stripTrailing();
      int from = line == lines.get(0) ? Math.max(marker, indent(text)) : indent(text);
      if (!spans.isEmpty()) {
        spans.add(new Span(SpanStyle.TEXT, " ", null, source.position(end)));
      }
      addRuns(text, from, source.lineStart(line), spans);
      end = source.lineStart(line) + text.length();
    }
    return spans;
  }

  /** A span ends where a control character is left out, so that columns stay right. */
  private void addRuns(String text, int from, int lineStart, List<Span> spans) {
    int start = from;
    for (int i = from; i <= text.length(); i++) {
      if (i == text.length() || SourceText.isDropped(text.charAt(i))) {
        for (BareLinks.Stretch stretch : BareLinks.in(text.substring(start, i))) {
          int begin = start + stretch.start();
          spans.add(
              new Span(
                  stretch.isLink() ? SpanStyle.URL : SpanStyle.TEXT,
                  text.substring(begin, start + stretch.end()),
                  stretch.isLink() ? stretch.target() : null,
                  source.position(lineStart + begin)));
        }
        start = i + 1;
      }
    }
  }

  private static int indent(String text) {
    return text.length() - text.stripLeading().length();
  }

  private void write(boolean item, int ordinal, String text) {
    String list = !item ? "" : ordinal > 0 ? "ol" : "ul";
    // A list that starts over at 1 is another list.
    if (!list.equals(openList) || ordinal == 1) {
      closeList();
      if (item) {
        html.append(
                list.equals("ol") && ordinal != 1
                    ? "<ol start=\"" + ordinal + "\">"
                    : "<" + list + ">")
            .append('\n');
      }
      openList = list;
    }
    String element = item ? "li" : "p";
    html.append('<').append(element).append('>').append(linked(text));
    html.append("</").append(element).append(">\n");
  }

  private void closeList() {
    if (!openList.isEmpty()) {
      html.append("</").append(openList).append(">\n");
      openList = "";
    }
  }

  private static String linked(String text) {
    StringBuilder linked = new StringBuilder();
    for (BareLinks.Stretch stretch : BareLinks.in(text)) {
      String part = escaped(text.substring(stretch.start(), stretch.end()));
      linked.append(
          stretch.isLink()
              ? "<a href=\"" + escaped(stretch.target()) + "\">" + part + "</a>"
              : part);
    }
    return linked.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
