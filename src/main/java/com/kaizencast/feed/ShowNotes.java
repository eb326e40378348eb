package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.FeedItem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** An episode's notes in the two forms that a feed holds: HTML, and plain text for older apps. */
final class ShowNotes {

  /** Apple shows no more of a description. */
  static final int MAX_DESCRIPTION_BYTES = 4000;

  /** Apple makes chapters of a list with at least so many entries. */
  private static final int MIN_LISTED_CHAPTERS = 3;

  private static final Safelist SAFE =
      new Safelist()
          .addTags("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em")
          .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol")
          .addTags("p", "pre", "q", "s", "small", "strong", "sub", "sup", "table", "tbody", "td")
          .addTags("tfoot", "th", "thead", "tr", "u", "ul")
          .addAttributes("a", "href")
          .addAttributes("abbr", "title")
          .addAttributes("img", "src", "alt")
          .addAttributes("ol", "start")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addProtocols("img", "src", "http", "https");

  private final FeedItem item;
  private final String disclosure;
  private final String publicRoot;
  private final Document clean;

  /**
   * @param disclosure the sentence that says that the voice is synthetic; may be empty
   * @param website what relative links are relative to
   * @param publicRoot where pictures may come from; elsewhere they tell somebody who listens
   */
  ShowNotes(FeedItem item, String disclosure, URI website, String publicRoot) {
    this.item = item;
    this.disclosure = disclosure;
    this.publicRoot = publicRoot;
    this.clean = clean(Jsoup.parseBodyFragment(item.notesHtml(), website.toString()));
  }

  private Document clean(Document raw) {
    // A link within the page has no page to be in, once it is in an app.
    raw.select("a[href^=#]").unwrap();
    Document document = new Cleaner(SAFE).clean(raw);
    for (Element image : document.select("img")) {
      String source = image.attr("src");
      if (source.startsWith(publicRoot)) {
        continue;
      }
      String alt = image.attr("alt");
      if (source.isEmpty() || alt.isBlank()) {
        image.remove();
      } else {
        image.replaceWith(new Element("a").attr("href", source).text(alt));
      }
    }
    document.select("a:not([href])").unwrap();
    document.select("p:empty, li:empty").remove();
    document.outputSettings(
        new OutputSettings()
            .prettyPrint(false)
            .charset(UTF_8)
            .escapeMode(EscapeMode.xhtml)
            .syntax(OutputSettings.Syntax.xml));
    return document;
  }

  /** HTML without anything active: links absolute, no scripts, no styles, no foreign pictures. */
  String html() {
    String html = clean.body().html().strip();
    // Notes that were read back from a feed have it already.
    boolean isSaid = disclosure.isEmpty() || clean.body().text().contains(disclosure);
    return (html.isEmpty() ? paragraph(lead()) : html) + (isSaid ? "" : paragraph(disclosure));
  }

  /**
   * Plain text: the summary, the chapters with their times, the disclosure, the links; whole lines
   * are left out where it gets too long. Apps that take it for HTML read the same text.
   */
  String description() {
    List<String> lines = new ArrayList<>();
    lines.add(lead());
    List<String> chapters = chapterList(item.chapters(), item.audio().duration());
    if (!chapters.isEmpty()) {
      lines.add("");
      lines.addAll(chapters);
    }
    if (!disclosure.isEmpty()) {
      lines.add("");
      lines.add(disclosure);
    }
    Map<String, String> links = links();
    if (!links.isEmpty()) {
      lines.add("");
      links.forEach((url, text) -> lines.add(text.equals(url) ? url : text + ": " + url));
    }
    StringBuilder description = new StringBuilder(fitting(inert(lines.get(0))));
    for (String line : lines.subList(1, lines.size())) {
      String next = "\n" + inert(line);
      if (bytes(description.toString()) + bytes(next) > MAX_DESCRIPTION_BYTES) {
        break;
      }
      description.append(next);
    }
    return description.toString().strip();
  }

  private String lead() {
    String summary = item.episode().summary().strip();
    if (!summary.isEmpty()) {
      return summary;
    }
    Element first = clean.selectFirst("p");
    return first == null || first.text().isBlank() ? item.episode().title() : first.text();
  }

  /** Link text by address, in the order of the notes. */
  private Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    for (Element link : clean.select("a[href]")) {
      String text = link.text().strip();
      String url = link.attr("href");
      links.putIfAbsent(url, text.isEmpty() ? url : text);
    }
    return links;
  }

  /**
   * A list of chapters as Apple reads it out of a description: times from 00:00 on, three or more;
   * empty if these are fewer.
   */
  static List<String> chapterList(List<Chapter> chapters, Duration length) {
    if (chapters.size() < MIN_LISTED_CHAPTERS || chapters.get(0).start().toSeconds() != 0) {
      return List.of();
    }
    boolean hours = length.toHours() > 0;
    List<String> list = new ArrayList<>();
    for (Chapter chapter : chapters) {
      Duration start = chapter.start();
      String minutes =
          twoDigits(hours ? start.toMinutesPart() : start.toMinutes())
              + ":"
              + twoDigits(start.toSecondsPart());
      list.add((hours ? start.toHours() + ":" : "") + minutes + " " + chapter.title());
    }
    return list;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  /** The text, cut between words where it is longer than a description may be. */
  static String fitting(String text) {
    if (bytes(text) <= MAX_DESCRIPTION_BYTES) {
      return text;
    }
    int end = text.length();
    while (bytes(text.substring(0, end)) + bytes("…") > MAX_DESCRIPTION_BYTES) {
      end = text.offsetByCodePoints(end, -1);
    }
    int word = text.lastIndexOf(' ', end);
    return text.substring(0, word > end / 2 ? word : end).strip() + "…";
  }

  /**
   * Keeps what looks like markup from being taken for it by apps that show plain text as HTML: a
   * word joiner, which has no width, parts it.
   */
  static String inert(String text) {
    return text.replaceAll("<(?=[A-Za-z/!?])", "<\u2060")
        .replaceAll("&(?=#|[A-Za-z][A-Za-z0-9]*;)", "&\u2060");
  }

  /** The summary that a description begins with; the text of one that is HTML. */
  static String summary(String description) {
    if (description.matches("(?s).*<[A-Za-z/!][^>]*>.*")) {
      return Jsoup.parseBodyFragment(description).text().strip();
    }
    return description
        .replace("<\u2060", "<")
        .replace("&\u2060", "&")
        .split("\n\\s*\n", 2)[0]
        .strip();
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** Plain text as an HTML paragraph. */
  static String paragraph(String text) {
    return new Element("p").appendChild(new TextNode(text)).outerHtml();
  }
}
