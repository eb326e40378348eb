package com.kaizencast.feed.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.AppleCategories;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks a feed, as it was written, against the rules of those who read feeds. Works on the bytes,
 * with the JDK's own XML parser: what wrote the feed has no say here.
 */
public final class FeedGate {

  /**
   * A rule that a feed breaks.
   *
   * @param line in the feed, 1-based
   * @param detail what was found
   */
  public record Violation(FeedRule rule, int line, String detail) {

    /** Whether the feed is not to be published. */
    public boolean isError() {
      return rule.level() == FeedRule.Level.MUST;
    }

    /** {@code line: detail (source: rule)}. */
    @Override
    public String toString() {
      return line + ": " + detail + " (" + rule.source() + ": " + rule.text() + ")";
    }
  }

  private static final Set<String> ONCE =
      Set.of(
          "title",
          "link",
          "description",
          "language",
          "copyright",
          "lastBuildDate",
          "pubDate",
          "ttl",
          "generator",
          "image",
          "itunes:author",
          "itunes:block",
          "itunes:complete",
          "itunes:explicit",
          "itunes:image",
          "itunes:new-feed-url",
          "itunes:owner",
          "itunes:type",
          "podcast:guid",
          "podcast:license",
          "podcast:locked",
          "podcast:medium",
          "podcast:podping",
          "podcast:updateFrequency");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern XML_ENCODING =
      Pattern.compile("^\\uFEFF?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)");

  private final Findings findings = new Findings();
  private final FileChecks files;

  private FeedGate(PublishedFiles published) {
    this.files = new FileChecks(published, findings);
  }

  /**
   * The rules that a feed breaks, in the order of the feed.
   *
   * @param published finds the files that the feed names
   * @throws IOException if a file that is there can't be read
   */
  public static List<Violation> check(byte[] feed, PublishedFiles published) throws IOException {
    FeedGate gate = new FeedGate(published);
    XmlNode root;
    try {
      root = XmlNode.parse(feed);
    } catch (SAXParseException e) {
      int line = Math.max(1, e.getLineNumber());
      gate.findings.add(FeedRule.WELL_FORMED, line, String.valueOf(e.getMessage()));
      return gate.findings.violations();
    } catch (SAXException | CharConversionException e) {
      gate.findings.add(FeedRule.WELL_FORMED, 1, String.valueOf(e.getMessage()));
      return gate.findings.violations();
    }
    gate.encoding(feed, root);
    gate.root(root);
    return gate.findings.violations();
  }

  private void encoding(byte[] feed, XmlNode root) {
    boolean utf16 = feed.length > 1 && ((feed[0] & 0xff) >= 0xfe || feed[0] == 0 || feed[1] == 0);
    Matcher declared = XML_ENCODING.matcher(new String(feed, 0, Math.min(200, feed.length), UTF_8));
    String encoding = utf16 ? "UTF-16" : declared.find() ? declared.group(1) : "UTF-8";
    findings.unless(
        encoding.equalsIgnoreCase("UTF-8"), FeedRule.UTF_8, root, "the feed is in " + encoding);
  }

  private void root(XmlNode root) throws IOException {
    List<XmlNode> channels = root.children("channel");
    findings.unless(
        root.name().equals("rss")
            && "2.0".equals(root.attribute("version"))
            && channels.size() == 1,
        FeedRule.RSS_2_0,
        root,
        root.name() + " " + root.attribute("version") + " with " + channels.size() + " channels");
    if (!channels.isEmpty()) {
      channel(channels.get(0));
    }
  }

  private void channel(XmlNode channel) throws IOException {
    findings.once(channel, ONCE);
    channel
        .all()
        .filter(node -> node != channel && node.isEmpty())
        .forEach(node -> findings.add(FeedRule.NOT_EMPTY, node, "empty " + node.name()));
    channel
        .all()
        .filter(node -> !node.namespaces().isEmpty())
        .forEach(
            node -> findings.add(FeedRule.NAMESPACES, node, node.name() + " declares a namespace"));
    findings.required(FeedRule.TITLE, channel, "title");
    findings.required(FeedRule.LINK, channel, "link");
    for (XmlNode link : channel.children("link")) {
      findings.webAddress(FeedRule.LINK, link, link.text());
    }
    findings.required(FeedRule.DESCRIPTION, channel, "description");
    findings.descriptionLength(channel);
    findings.required(FeedRule.LANGUAGE, channel, "language");
    findings.shaped(FeedRule.LANGUAGE, channel, "language", LANGUAGE);
    findings.required(FeedRule.COPYRIGHT, channel, "copyright");
    for (String name : List.of("lastBuildDate", "pubDate")) {
      channel.children(name).forEach(date -> findings.date(date, date.text()));
    }
    findings.shaped(FeedRule.TTL, channel, "ttl", Findings.POSITIVE);
    for (XmlNode image : channel.children("image")) {
      for (String name : List.of("url", "title", "link")) {
        findings.required(FeedRule.RSS_IMAGE, image, name);
      }
    }
    links(channel);
    itunes(channel);
    PodcastChecks podcast = new PodcastChecks(findings, files);
    podcast.channel(channel);
    ItemChecks items = new ItemChecks(channel, findings, files, podcast);
    for (XmlNode item : channel.children("item")) {
      items.check(item);
    }
  }

  private void links(XmlNode channel) {
    List<XmlNode> links = channel.children("atom:link");
    findings.unless(
        links.stream().anyMatch(link -> "self".equals(link.attribute("rel"))),
        FeedRule.SELF_LINK,
        channel,
        "no atom:link with rel=self");
    for (XmlNode link : links) {
      findings.attributes(FeedRule.ATOM_LINK, link, "rel");
      findings.webAddress(FeedRule.ATOM_LINK, link, link.attribute("href"));
    }
    List<XmlNode> self = links(links, "self");
    findings.unless(
        links(links, "hub").isEmpty() || self.size() == 1,
        FeedRule.HUB,
        channel,
        self.size() + " links with rel=self");
    for (String rel : List.of("first", "last", "next", "previous", "prev")) {
      List<XmlNode> pages = links(links, rel);
      boolean isNeighbour = !Set.of("first", "last").contains(rel);
      findings.unless(
          pages.size() <= 1
              && !(isNeighbour && pages.stream().anyMatch(page -> isSame(page, self))),
          FeedRule.PAGES,
          channel,
          pages.size() + " links with rel=" + rel);
    }
  }

  private static List<XmlNode> links(List<XmlNode> links, String rel) {
    return links.stream().filter(link -> rel.equals(link.attribute("rel"))).toList();
  }

  private static boolean isSame(XmlNode link, List<XmlNode> others) {
    String address = link.attribute("href");
    return address != null
        && others.stream().anyMatch(other -> address.equals(other.attribute("href")));
  }

  private void category(XmlNode category) {
    String name = String.valueOf(category.attribute("text"));
    List<String> within = AppleCategories.ALL.getOrDefault(name, List.of());
    findings.unless(
        AppleCategories.ALL.containsKey(name),
        FeedRule.CATEGORY,
        category,
        "category '" + name + "'");
    for (XmlNode sub : category.children("itunes:category")) {
      String subName = String.valueOf(sub.attribute("text"));
      findings.unless(
          within.contains(subName),
          FeedRule.CATEGORY,
          sub,
          "category '" + subName + "' within '" + name + "'");
    }
  }

  private void itunes(XmlNode channel) throws IOException {
    findings.required(FeedRule.AUTHOR, channel, "itunes:author");
    List<XmlNode> categories = channel.children("itunes:category");
    findings.unless(!categories.isEmpty(), FeedRule.CATEGORY, channel, "no itunes:category");
    categories.forEach(this::category);
    findings.required(FeedRule.EXPLICIT, channel, "itunes:explicit");
    findings.oneOf(FeedRule.EXPLICIT, channel, "itunes:explicit", "true", "false");
    findings.unless(
        channel.child("itunes:image").isPresent(), FeedRule.IMAGE, channel, "no itunes:image");
    files.pictures(channel);
    boolean hasOwner =
        channel
            .child("itunes:owner")
            .filter(owner -> !owner.childText("itunes:name").isEmpty())
            .filter(owner -> owner.childText("itunes:email").matches("[^@\\s]+@[^@\\s]+"))
            .isPresent();
    findings.unless(hasOwner, FeedRule.OWNER, channel, "no owner with name and e-mail address");
    findings.oneOf(FeedRule.TYPE, channel, "itunes:type", "episodic", "serial");
    findings.oneOf(FeedRule.YES, channel, "itunes:complete", "yes");
    findings.oneOf(FeedRule.YES, channel, "itunes:block", "yes");
    for (XmlNode moved : channel.children("itunes:new-feed-url")) {
      findings.webAddress(FeedRule.NEW_FEED_URL, moved, moved.text());
    }
  }
}
