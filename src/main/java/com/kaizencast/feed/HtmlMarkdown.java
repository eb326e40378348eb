package com.kaizencast.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of an HTML page as Markdown that says the same when it is read out. */
public final class HtmlMarkdown {

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "form",
          "button",
          "input",
          "video",
          "audio",
          "object",
          "embed",
          "svg",
          "noscript",
          "template",
          "head",
          "nav",
          "select",
          "textarea");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "figure",
          "figcaption",
          "blockquote",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "pre",
          "hr",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "body",
          "details",
          "summary",
          "center",
          "address");

  private static final int DEEPEST = 100;

  /** What would be markup in running text. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<]|~~|&(?=#?\\w+;)");

  private static final Pattern SPECIAL_START =
      Pattern.compile("^(#{1,6}(?= )|>|[-+](?= )|=+$|-+$|\\d{1,9}(?=[.)] ))");

  /** What a blog adds to each post in its feed. */
  private static final Pattern ADDED =
      Pattern.compile("(?i)the post .* (appeared first on|first appeared on) .*\\.?");

  private final List<String> blocks = new ArrayList<>();

  private HtmlMarkdown() {}

  /**
   * Converts a fragment or a page.
   *
   * @param base what relative links are relative to; empty if that is not known
   */
  public static String of(String html, String base) {
    HtmlMarkdown markdown = new HtmlMarkdown();
    markdown.children(Jsoup.parse(html, base).body(), 0);
    return String.join("\n\n", markdown.blocks) + "\n";
  }

  /** The text of it alone, on one line. */
  public static String plain(String html) {
    return Jsoup.parse(html).text().strip();
  }

  private void children(Element parent, int depth) {
    StringBuilder inline = new StringBuilder();
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && isBlock(element) && depth < DEEPEST) {
        paragraph(inline);
        block(element, depth + 1);
      } else {
        inline.append(inline(child, depth + 1));
      }
    }
    paragraph(inline);
  }

  private static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName())
        || (!DROPPED.contains(element.normalName())
            && element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName())));
  }

  private void paragraph(StringBuilder inline) {
    String text =
        inline
            .toString()
            .lines()
            .map(line -> line.replaceAll("[ \\t]+", " ").strip())
            .map(line -> SPECIAL_START.matcher(line).replaceFirst("\\\\$1"))
            .collect(Collectors.joining("\n"))
            .replaceAll("\n{2,}", "\n")
            .strip();
    // A number is escaped behind it: "1\. May".
    text = text.replaceAll("(?m)^\\\\(\\d+)", "$1\\\\");
    if (!text.isEmpty() && !ADDED.matcher(text).matches()) {
      blocks.add(text);
    }
    inline.setLength(0);
  }

  private void block(Element element, int depth) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0', depth);
      case "ul", "ol" -> list(element, name.equals("ol"), depth);
      case "blockquote" -> blocks.add(prefixed(within(element, depth), "> ", "> "));
      case "pre" -> blocks.add("```\n" + element.wholeText().stripTrailing() + "\n```");
      case "hr" -> blocks.add("***");
      case "table" -> table(element, depth);
      default -> children(element, depth);
    }
  }

  private void heading(Element element, int level, int depth) {
    String text = oneLine(element, depth);
    if (!text.isEmpty()) {
      blocks.add((level <= 2 ? "## " : "### ") + text);
    }
  }

  private void list(Element list, boolean ordered, int depth) {
    List<String> items = new ArrayList<>();
    int number = 1;
    for (Element item : list.children()) {
      String text = within(item, depth);
      if (!text.isBlank()) {
        String marker = ordered ? number++ + ". " : "- ";
        items.add(prefixed(text, marker, " ".repeat(marker.length())));
      }
    }
    if (!items.isEmpty()) {
      blocks.add(String.join("\n", items));
    }
  }

  private void table(Element table, int depth) {
    List<String> lines = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells =
          row.select("> td, > th").stream()
              .map(cell -> oneLine(cell, depth).replace("|", "\\|"))
              .toList();
      if (!cells.isEmpty()) {
        lines.add("| " + String.join(" | ", cells) + " |");
        if (lines.size() == 1) {
          lines.add("|" + "---|".repeat(cells.size()));
        }
      }
    }
    if (!lines.isEmpty()) {
      blocks.add(String.join("\n", lines));
    }
  }

  private static String within(Element element, int depth) {
    HtmlMarkdown inner = new HtmlMarkdown();
    inner.children(element, depth);
    return String.join("\n\n", inner.blocks);
  }

  private static String prefixed(String text, String first, String others) {
    List<String> lines = text.lines().toList();
    StringBuilder prefixed = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? first : others) + lines.get(i);
      prefixed.append(i == 0 ? "" : "\n").append(line.stripTrailing());
    }
    return prefixed.toString();
  }

  private static String oneLine(Element element, int depth) {
    StringBuilder text = new StringBuilder();
    element.childNodes().forEach(child -> text.append(inline(child, depth + 1)));
    return text.toString().replace("\\\n", " ").replaceAll("\\s+", " ").strip();
  }

  private static String inline(Node node, int depth) {
    if (node instanceof TextNode text) {
      return SPECIAL.matcher(text.getWholeText().replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
    if (!(node instanceof Element element) || DROPPED.contains(element.normalName())) {
      return "";
    }
    if (depth > DEEPEST) {
      return element.text();
    }
    StringBuilder within = new StringBuilder();
    element.childNodes().forEach(child -> within.append(inline(child, depth + 1)));
    String text = within.toString();
    return switch (element.normalName()) {
      case "br" -> "\\\n";
      case "em", "i", "cite" -> around(text, "*");
      case "strong", "b" -> around(text, "**");
      case "del", "s", "strike" -> around(text, "~~");
      case "code", "kbd", "samp", "tt" -> code(element.text());
      case "img" -> image(element);
      case "a" -> link(element, text);
      default -> text;
    };
  }

  /** Markup holds only if it touches the words. */
  private static String around(String text, String mark) {
    String words = text.strip();
    if (words.isEmpty()) {
      return text;
    }
    String before = text.substring(0, text.indexOf(words));
    return before + mark + words + mark + text.substring(before.length() + words.length());
  }

  private static String code(String text) {
    if (text.isBlank()) {
      return text;
    }
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String image(Element image) {
    String source = image.absUrl("src");
    String alt = image.attr("alt").replaceAll("[\\[\\]\\s]+", " ").strip();
    return source.isEmpty() || alt.isEmpty() ? "" : "![" + alt + "](" + target(source) + ")";
  }

  private static String link(Element link, String text) {
    String target = link.absUrl("href");
    boolean web = target.toLowerCase(Locale.ROOT).matches("(?s)(https?|mailto):[^<>\\s]+");
    return !web || text.isBlank() ? text : "[" + text.strip() + "](" + target(target) + ")";
  }

  private static String target(String url) {
    return url.matches("[^()\\s]+") ? url : "<" + url.replace(" ", "%20") + ">";
  }
}
