package com.kaizencast.script;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.CodeBlock;
import com.kaizencast.episode.Block.PauseBlock;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown to blocks: CommonMark with tables, strikethrough, footnotes and bare addresses. */
final class MarkdownBody {

  /** More than a listener can follow; it also bounds how deep the walks below go. */
  private static final int DEEPEST = 32;

  /** Most opening brackets in one paragraph: the library's time grows with their square. */
  private static final int MOST_BRACKETS = 1000;

  private static final Duration THEMATIC_BREAK = Duration.ofSeconds(1);

  /** In one order, since the order decides who sees the text first. */
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), FootnotesExtension.create());

  private final SourceText source;
  private final int base;
  private final Problems problems;
  private final InlineText inline;
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable String title;

  private MarkdownBody(SourceText source, int base, @Nullable String title, Problems problems) {
    this.source = source;
    this.base = base;
    this.title = title;
    this.problems = problems;
    this.inline = new InlineText(source, base, problems);
  }

  /**
   * Reads the text behind the front matter.
   *
   * @param title that of the front matter, if it has one
   */
  static Body read(SourceText source, int start, @Nullable String title, Problems problems) {
    return new MarkdownBody(source, start, title, problems).read();
  }

  private Body read() {
    String markdown = source.text().substring(base);
    if (hasTooManyBrackets(markdown)) {
      return new Body(title, List.of(), "");
    }
    // The library takes what is nested deeper for text; see to it that this shows.
    Node document =
        Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST + 8)
            .maxInlineNesting(DEEPEST + 8)
            .build()
            .parse(markdown);
    if (isTooDeep(document)) {
      return new Body(title, List.of(), "");
    }
    titleHeading(document);
    blocks(document, new Context(BlockRole.PARAGRAPH, 0));
    return new Body(title, pieces, notes(document));
  }

  private boolean hasTooManyBrackets(String markdown) {
    int brackets = 0;
    boolean blank = true;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if (c == '\n' || c == '\r') {
        brackets = blank ? 0 : brackets;
        blank = true;
      } else if (c != ' ' && c != '\t') {
        blank = false;
      }
      if (c == '[' && ++brackets > MOST_BRACKETS) {
        problems.error(
            source.position(base + i),
            "more than " + MOST_BRACKETS + " '[' in one paragraph; divide it by blank lines");
        return true;
      }
    }
    return false;
  }

  private boolean isTooDeep(Node document) {
    int depth = 0;
    for (Node node = document; node != null; ) {
      if (depth > DEEPEST) {
        problems.error(position(node), "nested more than " + DEEPEST + " deep; make it simpler");
        return true;
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return false;
  }

  /** Takes out the heading of the first level that is the episode's title. */
  private void titleHeading(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        String text = Piece.shownText(new InlineText(source, base, new Problems()).spans(node));
        if (text.isEmpty()) {
          continue;
        }
        if (title == null || isSame(text, title)) {
          title = title == null ? text : title;
          inline.spans(heading);
          heading.unlink();
        } else {
          problems.warning(
              position(heading),
              "the title is "
                  + Forms.quoted(title)
                  + " by the front matter, so this heading is read as a chapter's; write '##'");
        }
        return;
      }
    }
  }

  private static boolean isSame(String heading, String title) {
    return heading.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT));
  }

  /**
   * Where blocks stand.
   *
   * @param role of a paragraph
   * @param depth number of lists around
   */
  private record Context(BlockRole role, int depth) {}

  private void blocks(Node parent, Context context) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, context);
    }
  }

  private void block(Node node, Context context) {
    if (node instanceof Paragraph) {
      text(context.role(), 0, 0, node, position(node), context);
    } else if (node instanceof Heading heading) {
      text(BlockRole.HEADING, Math.max(2, heading.getLevel()), 0, node, position(node), context);
    } else if (node instanceof ListBlock list) {
      list(list, context);
    } else if (node instanceof BlockQuote) {
      blocks(node, new Context(BlockRole.QUOTE, context.depth()));
    } else if (node instanceof FencedCodeBlock code) {
      code(code.getInfo(), code.getLiteral(), node, context);
    } else if (node instanceof IndentedCodeBlock code) {
      code("", code.getLiteral(), node, context);
    } else if (node instanceof ThematicBreak) {
      add(new PauseBlock(THEMATIC_BREAK, position(node)), context);
    } else if (node instanceof TableBlock table) {
      table(table, context);
    } else if (node instanceof FootnoteDefinition) {
      blocks(node, new Context(BlockRole.FOOTNOTE, context.depth()));
    } else if (node instanceof HtmlBlock html) {
      html(html);
    }
  }

  private void add(Block block, Context context) {
    pieces.add(new Piece(block, context.depth() > 0 ? Piece.Place.ITEM : Piece.Place.OTHER));
  }

  private void text(
      BlockRole role, int level, int ordinal, Node node, SourcePosition at, Context context) {
    List<Span> spans = inline.spans(node);
    boolean blank =
        spans.stream().allMatch(span -> span.text().isBlank() && span.style() == SpanStyle.TEXT);
    if (blank && ordinal == 0) {
      return;
    }
    if (ordinal == 0 && role != BlockRole.HEADING && isPause(spans)) {
      for (Span span : spans) {
        if (span.style() == SpanStyle.PAUSE) {
          Duration length = Duration.ofMillis(Long.parseLong(String.valueOf(span.value())));
          add(new PauseBlock(length, span.position()), context);
        }
      }
      return;
    }
    TextBlock block = new TextBlock(role, level, ordinal, spans, at);
    boolean opens =
        role == BlockRole.HEADING
            && level <= 3
            && node.getParent() instanceof Document
            && !Piece.shownText(spans).isEmpty();
    if (opens) {
      pieces.add(new Piece(block, Piece.Place.OPENING));
    } else {
      add(block, context);
    }
  }

  private static boolean isPause(List<Span> spans) {
    return spans.stream()
        .allMatch(span -> span.style() == SpanStyle.PAUSE || span.text().isBlank());
  }

  private void list(ListBlock list, Context outer) {
    int ordinal = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    int depth = outer.depth() + 1;
    if (list instanceof OrderedList && ordinal == 0) {
      problems.warning(position(list), "the number 0 is not said; begin the list with 1");
    }
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Context inner = new Context(outer.role(), depth);
      BlockRole role =
          outer.role() == BlockRole.FOOTNOTE ? BlockRole.FOOTNOTE : BlockRole.LIST_ITEM;
      Node first = item.getFirstChild();
      if (first instanceof Paragraph) {
        text(role, depth, ordinal, first, position(item), inner);
        first = first.getNext();
      } else if (ordinal > 0) {
        // The number is said even where the item begins with code or another list.
        add(new TextBlock(role, depth, ordinal, List.of(), position(item)), inner);
      }
      for (; first != null; first = first.getNext()) {
        block(first, inner);
      }
      ordinal += list instanceof BulletList ? 0 : 1;
    }
  }

  private void code(@Nullable String info, String literal, Node node, Context context) {
    String language = SourceText.oneLine(info == null ? "" : info).split(" ", 2)[0];
    List<String> lines = Arrays.stream(literal.split("\n", -1)).map(SourceText::clean).toList();
    int count = lines.size();
    while (count > 0 && lines.get(count - 1).isBlank()) {
      count--;
    }
    add(new CodeBlock(language, lines.subList(0, count), position(node)), context);
  }

  private void table(TableBlock table, Context context) {
    List<List<Span>> header = new ArrayList<>();
    int rows = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableHead) {
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            header.add(inline.spans(cell));
          }
        } else if (part instanceof TableBody) {
          rows++;
        }
      }
    }
    add(new Block.TableBlock(header, rows, position(table)), context);
  }

  private void html(HtmlBlock html) {
    String literal = html.getLiteral();
    int open = literal.lastIndexOf("<!--");
    String rest = withoutComments(literal);
    if (open >= 0 && literal.indexOf("-->", open) < 0) {
      problems.error(position(html), "the comment that begins here has no end; close it with -->");
    } else if (literal.stripLeading().startsWith("<!--") && !rest.isBlank()) {
      problems.error(
          position(html),
          "what follows this comment on its line would not be read; give the comment lines of its"
              + " own");
    } else if (!rest.isBlank()) {
      problems.warning(
          position(html),
          "HTML is shown in the notes and not read; write it as Markdown, or as a comment");
    }
  }

  private static String withoutComments(String html) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (int open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--", from)) {
      int close = html.indexOf("-->", open + 4);
      if (close < 0) {
        break;
      }
      rest.append(html, from, open);
      from = close + 3;
    }
    return rest.append(html, from, html.length()).toString();
  }

  /** The text as HTML; takes out of the tree what a reader does not see. */
  private static String notes(Node document) {
    document.accept(new Seen());
    String html = HtmlRenderer.builder().extensions(EXTENSIONS).build().render(document);
    return SourceText.clean(html);
  }

  /** Removes comments and controls from a tree, and makes bare addresses links. */
  private static final class Seen extends AbstractVisitor {

    @Override
    public void visit(HtmlBlock html) {
      String rest = withoutComments(html.getLiteral());
      if (rest.isBlank()) {
        html.unlink();
      } else {
        html.setLiteral(rest);
      }
    }

    @Override
    public void visit(HtmlInline html) {
      if (html.getLiteral().startsWith("<!--")) {
        html.unlink();
      }
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (Control.is(link)) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
          link.insertBefore(child);
        }
        link.unlink();
      }
    }

    @Override
    public void visit(Text text) {
      boolean inLink = false;
      for (Node node = text.getParent(); node != null && !inLink; node = node.getParent()) {
        inLink = node instanceof Link;
      }
      List<BareLinks.Stretch> stretches = BareLinks.in(text.getLiteral());
      if (inLink || stretches.stream().noneMatch(BareLinks.Stretch::isLink)) {
        return;
      }
      for (BareLinks.Stretch stretch : stretches) {
        Node part = new Text(text.getLiteral().substring(stretch.start(), stretch.end()));
        if (stretch.isLink()) {
          Link link = new Link(stretch.target(), null);
          link.appendChild(part);
          part = link;
        }
        text.insertBefore(part);
      }
      text.unlink();
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      if (isEmpty(paragraph)) {
        paragraph.unlink();
      }
    }

    private static boolean isEmpty(Paragraph paragraph) {
      for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
        boolean blank =
            node instanceof SoftLineBreak
                || node instanceof HardLineBreak
                || (node instanceof Text text && text.getLiteral().isBlank());
        if (!blank) {
          return false;
        }
      }
      return true;
    }
  }

  private SourcePosition position(Node node) {
    int offset = base;
    if (!node.getSourceSpans().isEmpty()) {
      offset += node.getSourceSpans().get(0).getInputIndex();
    }
    // An item's place in the library begins at the margin, not at its marker.
    while (offset < source.text().length() - 1 && isBlank(source.text().charAt(offset))) {
      offset++;
    }
    return source.position(offset);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
