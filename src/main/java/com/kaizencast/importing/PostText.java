package com.kaizencast.importing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown of a blog post without what only its generator knows: shortcodes of Hugo, Liquid
 * tags of Jekyll, admonitions and attributes of MkDocs, imports and components of MDX. Code stays
 * as it is. What points within the blog gets the blog's address, or is text alone.
 */
final class PostText {

  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*");

  private static final String SHORTCODE = "\\{\\{[<%]\\s*";
  private static final String SHORTCODE_END = "\\s*/?[>%]\\}\\}";

  /** Tags around code, which become a fence; between them is code. */
  private static final Pattern CODE_TAG =
      Pattern.compile(
          "(?s)(?:"
              + SHORTCODE
              + "highlight\\b[^}]*\\}\\}|\\{%-?\\s*highlight\\b[^}]*%\\})(.*?)(?:"
              + SHORTCODE
              + "/\\s*highlight"
              + SHORTCODE_END
              + "|\\{%-?\\s*endhighlight\\s*-?%\\})");

  private static final Pattern COMMENT =
      Pattern.compile("(?s)\\{%-?\\s*comment\\b.*?\\bendcomment\\s*-?%\\}|\\{\\{/\\*.*?\\*/\\}\\}");

  /** A link whose target the generator works out. */
  private static final Pattern GENERATED_LINK =
      Pattern.compile("(!?)\\[([^\\]]*)\\]\\(\\s*(\\{\\{[<%].*?[>%]\\}\\}|\\{%.*?%\\})[^)]*\\)");

  private static final Pattern FIGURE =
      Pattern.compile(SHORTCODE + "(?:figure|img|image)\\b(.*?)" + SHORTCODE_END);

  private static final Pattern SITE = Pattern.compile("\\{\\{-?\\s*site\\.(base)?url\\s*-?\\}\\}");
  private static final Pattern TAG =
      Pattern.compile("(?s)\\{\\{[<%].{0,4000}?[>%]\\}\\}|\\{%.{0,4000}?%\\}|\\{\\{[^{}]*\\}\\}");

  /** Attributes of kramdown and of Python-Markdown's attr_list. */
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "\\{:[^{}\\n"
              + "]*\\}|(?<=\\S)[ \\t]?\\{ ?[.#][^{}\\n"
              + "]*\\}|(?<=\\))\\{[^{}\\n"
              + "]*=[^{}\\n"
              + "]*\\}");

  private static final Pattern ICON =
      Pattern.compile(":(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:");
  private static final Pattern LINE_OF_TOOLS =
      Pattern.compile("(?i)^\\s*(?:\\[TOC\\]|\\[\\[_?TOC_?\\]\\]|[*-] TOC|-{1,2}8<-{1,2}.*)\\s*$");
  private static final Pattern MDX =
      Pattern.compile(
          "^(?:import\\s+(?:[\\w{*].*\\s+from\\s+)?['\"].*|export\\s+(?:const|default|let|function)\\b.*)$");
  private static final Pattern COMPONENT =
      Pattern.compile("</?[A-Z][A-Za-z0-9.]*(?:\\s[^<>]*)?/?>");

  private static final Pattern ADMONITION =
      Pattern.compile("^( *)(?:!!!|\\?\\?\\?\\+?|===\\+?)[ ]*([\\w -]*?)[ ]*(?:\"(.*)\")?\\s*$");

  private static final Pattern TARGET =
      Pattern.compile(
          "(!?)\\[([^\\[\\]]*+)\\]\\(\\s*<?([^()\\s<>]*)>?((?:\\s+\"[^\"]*\")?)\\s*\\)");

  private final @Nullable URI site;

  /**
   * @param site what the blog is published under; null if that is not known
   */
  PostText(@Nullable URI site) {
    this.site = site;
  }

  String of(String markdown, boolean mdx) {
    String text = COMMENT.matcher(markdown).replaceAll("");
    text =
        CODE_TAG
            .matcher(text)
            .replaceAll(code -> quoted("\n```\n" + code.group(1).strip() + "\n```\n"));
    StringBuilder clean = new StringBuilder();
    List<String> run = new ArrayList<>();
    String fence = "";
    for (String line : text.lines().toList()) {
      Matcher mark = FENCE.matcher(line);
      if (fence.isEmpty() && mark.matches()) {
        flush(run, clean, mdx);
        fence = mark.group(1);
        clean.append(line).append('\n');
      } else if (!fence.isEmpty()) {
        clean.append(line).append('\n');
        if (line.strip().startsWith(fence)
            && line.strip().replace(fence.substring(0, 1), "").isEmpty()) {
          fence = "";
        }
      } else {
        run.add(line);
      }
    }
    flush(run, clean, mdx);
    return clean.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  private void flush(List<String> run, StringBuilder clean, boolean mdx) {
    if (!run.isEmpty()) {
      clean.append(prose(admonitions(run, mdx)));
      run.clear();
    }
  }

  /** Blocks with a head and an indented body become the head in bold and plain paragraphs. */
  private static String admonitions(List<String> lines, boolean mdx) {
    StringBuilder text = new StringBuilder();
    int indent = -1;
    for (String line : lines) {
      if (LINE_OF_TOOLS.matcher(line).matches() || (mdx && MDX.matcher(line).matches())) {
        continue;
      }
      Matcher head = ADMONITION.matcher(line);
      if (head.matches() && !(head.group(2).isEmpty() && head.group(3) == null)) {
        indent = head.group(1).length() + 4;
        String title = head.group(3) != null ? head.group(3) : head.group(2);
        text.append('\n').append(title.isBlank() ? "" : "**" + capital(title) + "**\n\n");
        continue;
      }
      boolean within = indent >= 0 && (line.isBlank() || line.startsWith(" ".repeat(indent)));
      if (!within) {
        indent = -1;
      }
      text.append(within && !line.isBlank() ? line.substring(indent) : line).append('\n');
    }
    return text.toString();
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private String prose(String text) {
    String clean = SITE.matcher(text).replaceAll(quoted(site == null ? "" : root(site)));
    clean = FIGURE.matcher(clean).replaceAll(figure -> quoted(figure(figure.group(1))));
    clean = GENERATED_LINK.matcher(clean).replaceAll(link -> quoted(link.group(2)));
    clean = TAG.matcher(clean).replaceAll("");
    clean = ATTRIBUTES.matcher(clean).replaceAll("");
    clean = ICON.matcher(clean).replaceAll("");
    clean = COMPONENT.matcher(clean).replaceAll("").replaceAll("(?m)(?<=\\S) $", "");
    return TARGET.matcher(clean).replaceAll(link -> quoted(located(link)));
  }

  private static String figure(String attributes) {
    String source = attribute(attributes, "src");
    String alt = attribute(attributes, "alt");
    String shown = alt.isEmpty() ? attribute(attributes, "caption") : alt;
    return source.isEmpty() ? shown : "![" + shown + "](" + source.replace(" ", "%20") + ")";
  }

  private static String attribute(String attributes, String name) {
    Matcher value = Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(attributes);
    return value.find() ? value.group(1) : "";
  }

  private String located(MatchResult link) {
    String target = link.group(3);
    if (target.matches("(?i)(https?:|mailto:|say:|pause:|spell:|unspoken:).*")) {
      return link.group();
    }
    Optional<String> whole = target.startsWith("#") ? Optional.empty() : resolved(target);
    return whole
        .map(url -> link.group(1) + "[" + link.group(2) + "](" + url + link.group(4) + ")")
        .orElse(link.group(2));
  }

  /** Only a path from the root of the blog says where it is published. */
  private Optional<String> resolved(String target) {
    if (target.startsWith("//")) {
      return Optional.of("https:" + target);
    }
    try {
      return site == null || !target.startsWith("/")
          ? Optional.empty()
          : Optional.of(site.resolve(target).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String root(URI site) {
    return site.toString().replaceFirst("/$", "");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
