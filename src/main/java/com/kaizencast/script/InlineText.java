package com.kaizencast.script;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The inline content of a block as spans.
 *
 * <p>Each character of a span stands in the file where the span's position and its index say; at an
 * escape, a character reference and a line end a new span begins. Only the text of an image and of
 * a control that says something else is one span whatever it is made of. A line break within the
 * block is a span of its own, a blank.
 */
final class InlineText {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});");
  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final SourceText source;
  private final int base;
  private final Problems problems;
  private final Parser references = Parser.builder().build();
  private final Map<String, String> resolved = new HashMap<>();

  private List<Span> spans = new ArrayList<>();
  private @Nullable TableCell cell;
  private boolean inControl;
  private int end;

  /**
   * @param base offset of the parsed text in the file
   */
  InlineText(SourceText source, int base, Problems problems) {
    this.source = source;
    this.base = base;
    this.problems = problems;
  }

  /** The spans of a block's children. */
  List<Span> spans(Node block) {
    cell = block instanceof TableCell of ? of : null;
    return within(block, SpanStyle.TEXT, null);
  }

  private List<Span> within(Node parent, SpanStyle style, @Nullable String value) {
    List<Span> outer = spans;
    List<Span> inner = new ArrayList<>();
    spans = inner;
    children(parent, style, value);
    spans = outer;
    return inner;
  }

  private void children(Node parent, SpanStyle style, @Nullable String value) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node, style, value);
    }
  }

  private void inline(Node node, SpanStyle style, @Nullable String value) {
    if (node instanceof Text text) {
      text(aligned(text.getLiteral(), written(node)), style, value);
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      spans.add(new Span(style, " ", value, source.position(end)));
    } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      children(node, style == SpanStyle.TEXT ? SpanStyle.EMPHASIS : style, value);
    } else if (node instanceof Code code) {
      emit(code(code), SpanStyle.CODE, null);
    } else if (node instanceof Link link) {
      link(link, style, value);
    } else if (node instanceof Image image) {
      image(image);
    } else if (node instanceof HtmlInline html) {
      html(html, style, value);
    } else if (node instanceof Strikethrough) {
      problems.warning(position(node), "struck-out text is shown and not read");
      within(node, SpanStyle.UNSPOKEN, null).stream()
          .filter(span -> span.style() != SpanStyle.UNSHOWN && span.style() != SpanStyle.PAUSE)
          .forEach(span -> spans.add(restyled(span, SpanStyle.UNSPOKEN)));
    } else if (node instanceof FootnoteReference reference) {
      String label = SourceText.oneLine(reference.getLabel());
      spans.add(new Span(SpanStyle.FOOTNOTE, label, null, position(node)));
    } else {
      children(node, style, value);
    }
    end = Math.max(end, endOf(node));
  }

  /** Text with the addresses in it, unless it is that of a link. */
  private void text(Written written, SpanStyle style, @Nullable String value) {
    if (style == SpanStyle.LINK || style == SpanStyle.URL || inControl) {
      emit(written, style, value);
      return;
    }
    for (BareLinks.Stretch stretch : BareLinks.in(written.text)) {
      Written part = written.part(stretch.start(), stretch.end());
      if (stretch.isLink() && style != SpanStyle.UNSPOKEN) {
        emit(part, SpanStyle.URL, SourceText.clean(stretch.target()));
      } else {
        emit(part, style, value);
      }
    }
  }

  private void link(Link link, SpanStyle style, @Nullable String value) {
    if (Control.is(link)) {
      inControl = true;
      control(link);
      inControl = false;
      return;
    }
    String misspelled = Control.misspelled(link);
    if (misspelled != null) {
      problems.error(position(link), misspelled);
    }
    String target = SourceText.clean(link.getDestination());
    String text =
        link.getFirstChild() instanceof Text only && only.getNext() == null
            ? only.getLiteral()
            : "";
    if (isItself(target, text)) {
      children(link, SpanStyle.URL, target);
    } else if (target.isEmpty()) {
      children(link, style, value);
    } else {
      children(link, SpanStyle.LINK, target);
    }
  }

  private static boolean isItself(String target, String text) {
    return !text.isEmpty()
        && target.endsWith(text)
        && target.substring(0, target.length() - text.length()).matches("|mailto:|https?://");
  }

  private void control(Link link) {
    List<Span> inner = within(link, SpanStyle.TEXT, null);
    String shown = Piece.shownText(inner);
    Control control;
    try {
      control = Control.read(link, shown);
    } catch (Form.Wrong e) {
      String name = link.getDestination().substring(0, link.getDestination().indexOf(':'));
      problems.error(position(link), "'" + name + "' " + e.getMessage());
      return;
    }
    switch (control.style()) {
      case SAY ->
          spans.add(new Span(SpanStyle.SAY, shown, control.argument(), inner.get(0).position()));
      case UNSHOWN ->
          spans.add(
              new Span(
                  SpanStyle.UNSHOWN,
                  String.valueOf(control.argument()),
                  null,
                  source.position(quoted(link))));
      case PAUSE -> spans.add(new Span(SpanStyle.PAUSE, "", control.argument(), position(link)));
      default -> inner.forEach(span -> spans.add(restyled(span, control.style())));
    }
  }

  private static Span restyled(Span span, SpanStyle style) {
    return new Span(style, span.text(), null, span.position());
  }

  /** Where the quoted words of {@code [](say: "…")} begin; a reference has them elsewhere. */
  private int quoted(Link link) {
    int start = startOf(link);
    String written = source.text().substring(start, endOf(link));
    Matcher quote = Pattern.compile("\\(\\s*say:\\s*[\"'(]?").matcher(written);
    return quote.find() ? start + quote.end() : start;
  }

  private void image(Image image) {
    List<Span> inner = within(image, SpanStyle.TEXT, null);
    spans.add(
        new Span(
            SpanStyle.IMAGE,
            Piece.shownText(inner),
            SourceText.clean(image.getDestination()),
            inner.isEmpty() ? position(image) : inner.get(0).position()));
  }

  private void html(HtmlInline html, SpanStyle style, @Nullable String value) {
    String tag = html.getLiteral();
    if (tag.matches("(?i)<br\\s*/?>")) {
      spans.add(new Span(style, " ", value, position(html)));
    } else if (!tag.startsWith("<!--") && !tag.startsWith("</")) {
      problems.warning(
          position(html), "the HTML tag " + Forms.quoted(tag) + " is not read; use Markdown");
    }
  }

  /** Characters and the offset in the file of each. */
  private static final class Written {
    final String text;
    final int[] at;

    Written(String text, int[] at) {
      this.text = text;
      this.at = at;
    }

    Written part(int start, int end) {
      return new Written(text.substring(start, end), Arrays.copyOfRange(at, start, end));
    }
  }

  /** What stands in the file where a node is; a blank for each line end within. */
  private Written written(Node node) {
    StringBuilder text = new StringBuilder();
    List<int[]> stretches = new ArrayList<>();
    for (SourceSpan span : node.getSourceSpans()) {
      int from = inFile(span.getInputIndex());
      int to = inFile(span.getInputIndex() + span.getLength());
      if (!text.isEmpty() && !follows(stretches, from)) {
        text.append(' ');
        int last = stretches.get(stretches.size() - 1)[1];
        stretches.add(new int[] {last, last + 1});
      }
      text.append(source.text(), from, to);
      stretches.add(new int[] {from, to});
    }
    int[] at = new int[text.length()];
    int i = 0;
    for (int[] stretch : stretches) {
      for (int offset = stretch[0]; offset < stretch[1]; offset++) {
        at[i++] = offset;
      }
    }
    return new Written(text.toString(), at);
  }

  private static boolean follows(List<int[]> stretches, int from) {
    return stretches.get(stretches.size() - 1)[1] == from;
  }

  /** The text of a node against what stands in the file: escapes and references resolved. */
  private Written aligned(String literal, Written written) {
    if (literal.equals(written.text)) {
      return written;
    }
    int[] at = new int[literal.length()];
    Matcher reference = REFERENCE.matcher(written.text);
    int i = 0;
    int j = 0;
    while (i < literal.length()) {
      if (j >= written.at.length) {
        // The text ends before the node does: keep it all, at the last place that is known.
        at[i] = i == 0 ? end : at[i - 1] + 1;
        i++;
        continue;
      }
      char c = written.text.charAt(j);
      if (c == '\\' && isEscape(written.text, j, literal.charAt(i))) {
        j++;
      } else if (c == '&' && reference.region(j, written.at.length).lookingAt()) {
        String character = resolved.computeIfAbsent(reference.group(), this::resolve);
        if (literal.startsWith(character, i)) {
          for (int k = 0; k < character.length(); k++) {
            at[i++] = written.at[j] + k;
          }
          j = reference.end();
          continue;
        }
      } else if (c != literal.charAt(i)) {
        j++;
        continue;
      }
      at[i++] = written.at[j++];
    }
    return new Written(literal, at);
  }

  private static boolean isEscape(String written, int backslash, char then) {
    return backslash + 1 < written.length()
        && written.charAt(backslash + 1) == then
        && ESCAPABLE.indexOf(then) >= 0;
  }

  /** A character reference by the tables of the Markdown library. */
  private String resolve(String reference) {
    Node paragraph = references.parse("x" + reference + "x").getFirstChild();
    Node text = paragraph == null ? null : paragraph.getFirstChild();
    String literal = text instanceof Text only ? only.getLiteral() : "xx";
    return literal.substring(1, literal.length() - 1);
  }

  /** Code without its backticks and the blanks that only set these apart. */
  private Written code(Code code) {
    Written written = written(code);
    String literal = code.getLiteral();
    int ticks = 0;
    while (ticks < written.text.length() && written.text.charAt(ticks) == '`') {
      ticks++;
    }
    int from = ticks;
    int to = written.text.length() - ticks;
    if (to - from == literal.length() + 2) {
      from++;
      to--;
    }
    return aligned(literal, written.part(from, Math.max(from, to)));
  }

  /** Adds spans of characters that stand side by side in the file. */
  private void emit(Written written, SpanStyle style, @Nullable String value) {
    StringBuilder run = new StringBuilder();
    int start = 0;
    for (int i = 0; i < written.text.length(); i++) {
      char c = written.text.charAt(i);
      if (SourceText.isDropped(c) || isLoneSurrogate(written.text, i)) {
        continue;
      }
      boolean follows = written.at[i] == start + run.length() && !source.startsLine(written.at[i]);
      if (!run.isEmpty() && !follows) {
        flush(run, start, style, value);
      }
      if (run.isEmpty()) {
        start = written.at[i];
      }
      run.append(c);
    }
    flush(run, start, style, value);
  }

  private void flush(StringBuilder run, int start, SpanStyle style, @Nullable String value) {
    if (run.isEmpty()) {
      return;
    }
    if (style == SpanStyle.TEXT || style == SpanStyle.EMPHASIS) {
      Matcher broken = Control.BROKEN.matcher(run);
      if (broken.find() && !source.text().startsWith("\\", start + broken.start() - 1)) {
        problems.error(
            source.position(start + broken.start()),
            "this would be read aloud as it stands; put a blank before the quotes, [shown](say:"
                + " \"what is said\"), and close the bracket");
      }
      int comment = run.indexOf("<!--");
      if (comment >= 0 && !source.text().startsWith("\\", start + comment - 1)) {
        problems.error(
            source.position(start + comment),
            "the comment that begins here would be read aloud; close it with --> before the"
                + " paragraph ends");
      }
    }
    spans.add(new Span(style, run.toString(), value, source.position(start)));
    end = start + run.length();
    run.setLength(0);
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    return Character.isSurrogate(c) && !paired;
  }

  private int startOf(Node node) {
    List<SourceSpan> of = node.getSourceSpans();
    return of.isEmpty() ? end : inFile(of.get(0).getInputIndex());
  }

  private int endOf(Node node) {
    List<SourceSpan> of = node.getSourceSpans();
    if (of.isEmpty()) {
      return end;
    }
    SourceSpan last = of.get(of.size() - 1);
    return inFile(last.getInputIndex() + last.getLength());
  }

  private SourcePosition position(Node node) {
    return source.position(startOf(node));
  }

  /**
   * The library counts {@code \|} in a cell of a table as one character, since it takes the
   * backslash out before it looks at the text.
   */
  private int inFile(int index) {
    if (cell == null) {
      return base + index;
    }
    int offset = base + cell.getSourceSpans().get(0).getInputIndex();
    for (int left = base + index - offset; left > 0; left--) {
      offset += source.text().startsWith("\\|", offset) ? 2 : 1;
    }
    return offset;
  }
}
