package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.EpisodeType;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.modules.itunes.AbstractITunesObject;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.itunes.types.Category;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.impl.Atom10Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A feed of somebody else's making, RSS or Atom, with audio or without; read as far as it goes
 * where it breaks the rules of XML.
 *
 * @param feed with all items; those without audio have an empty address for it; addresses are
 *     absolute
 * @param about what it says of the show
 * @param remarks what had to be put up with, for the host to read
 */
public record ForeignFeed(PublishedFeed feed, About about, List<String> remarks) {

  public ForeignFeed {
    remarks = List.copyOf(remarks);
  }

  /** What a feed says of its show; what it does not say is empty. */
  public record About(
      String description,
      String author,
      String ownerName,
      String ownerEmail,
      String language,
      String website,
      String category,
      String subcategory,
      boolean explicit,
      boolean serial,
      String copyright) {}

  static {
    // Has xml:base count; without it, addresses are taken as they are written.
    Atom10Parser.setResolveURIs(true);
  }

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Prefixes that feeds use without saying what they stand for. */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "content", "http://purl.org/rss/1.0/modules/content/",
          "atom", "http://www.w3.org/2005/Atom",
          "dc", "http://purl.org/dc/elements/1.1/",
          "podcast", "https://podcastindex.org/namespace/1.0",
          "psc", "http://podlove.org/simple-chapters",
          "media", "http://search.yahoo.com/mrss/",
          "googleplay", "http://www.google.com/schemas/play-podcasts/1.0");

  /**
   * Reads a feed.
   *
   * @param address where it was found, or an empty text
   * @throws UnreadableFeedException if it is none; where it is a web page that names a feed, the
   *     message says which
   */
  public static ForeignFeed read(byte[] bytes, String address) throws UnreadableFeedException {
    if (bytes.length > FeedReader.MAX_BYTES) {
      throw new UnreadableFeedException("larger than " + FeedReader.MAX_BYTES + " bytes");
    }
    List<String> remarks = new ArrayList<>();
    WireFeed wire;
    boolean cutOff = false;
    try {
      wire = FeedReader.wireFeed(bytes);
    } catch (UnreadableFeedException strict) {
      Document lenient = lenient(bytes, address, strict);
      cutOff = isCutOff(bytes, lenient);
      try {
        wire = FeedReader.wireFeed(repaired(lenient));
      } catch (UnreadableFeedException e) {
        throw new UnreadableFeedException(String.valueOf(strict.getMessage()), strict);
      }
      remarks.add(
          "the feed breaks the rules of XML and is read as far as it goes: " + strict.getMessage());
    }
    ForeignFeed read =
        wire instanceof Channel channel ? rss(channel, address) : atom((Feed) wire, address);
    List<PublishedFeed.Item> items = new ArrayList<>(read.feed().items());
    if (cutOff && !items.isEmpty()) {
      PublishedFeed.Item last = items.remove(items.size() - 1);
      remarks.add("the feed ends within '" + last.title() + "', which is left out");
    }
    PublishedFeed whole = read.feed();
    return new ForeignFeed(
        new PublishedFeed(
            whole.guid(), whole.title(), whole.image(), whole.lastBuild(), whole.next(), items),
        read.about(),
        remarks);
  }

  private static Document lenient(byte[] bytes, String address, UnreadableFeedException strict)
      throws UnreadableFeedException {
    Document document;
    try {
      document =
          isUtf8(bytes)
              ? Jsoup.parse(mended(bytes), address, Parser.xmlParser())
              : Jsoup.parse(new ByteArrayInputStream(bytes), null, address, Parser.xmlParser());
    } catch (IOException | RuntimeException e) {
      throw strict;
    }
    if (document.selectFirst("rss, feed, rdf|RDF") != null) {
      return document;
    }
    if (document.selectFirst("html, HTML, body, head") == null) {
      throw strict;
    }
    Element named =
        document.selectFirst("link[type=application/rss+xml], link[type=application/atom+xml]");
    throw new UnreadableFeedException(
        "this is a web page"
            + (named == null ? " and names no feed" : "; its feed is " + named.absUrl("href")));
  }

  /** By what it says itself, or because it says nothing. */
  private static boolean isUtf8(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(200, bytes.length), ISO_8859_1);
    boolean isWide = start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
    return !isWide
        && (!start.contains("encoding=") || start.matches("(?is).*encoding=[\"']utf-?8[\"'].*"));
  }

  /** What is no UTF-8 in a text that says it were has mostly been pasted from Windows. */
  private static String mended(byte[] bytes) {
    CharsetDecoder utf8 = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    for (CoderResult result = utf8.decode(in, out, true);
        result.isError();
        result = utf8.decode(in, out, true)) {
      byte[] odd = new byte[result.length()];
      in.get(odd);
      out.put(new String(odd, WINDOWS));
    }
    return out.flip().toString();
  }

  private static boolean isCutOff(byte[] bytes, Document lenient) {
    String end =
        new String(bytes, Math.max(0, bytes.length - 400), Math.min(400, bytes.length), UTF_8);
    Element root = lenient.firstElementChild();
    return root != null && !end.contains("</" + root.tagName());
  }

  private static byte[] repaired(Document document) {
    Set<String> prefixes = new TreeSet<>();
    Set<String> declared = new HashSet<>();
    for (Element element : document.getAllElements()) {
      addPrefix(prefixes, element.tagName());
      for (Attribute attribute : element.attributes()) {
        addPrefix(prefixes, attribute.getKey());
        if (attribute.getKey().startsWith("xmlns:")) {
          declared.add(attribute.getKey().substring("xmlns:".length()));
        }
      }
    }
    Element root = Objects.requireNonNull(document.selectFirst("rss, feed, rdf|RDF"));
    for (String prefix : prefixes) {
      if (!declared.contains(prefix)) {
        root.attr("xmlns:" + prefix, NAMESPACES.getOrDefault(prefix, "urn:undeclared:" + prefix));
      }
    }
    document.outputSettings(
        new OutputSettings()
            .syntax(OutputSettings.Syntax.xml)
            .escapeMode(EscapeMode.xhtml)
            .charset(UTF_8)
            .prettyPrint(false));
    String xml = root.outerHtml();
    return xml.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
        .getBytes(UTF_8);
  }

  private static void addPrefix(Set<String> prefixes, String name) {
    int colon = name.indexOf(':');
    if (colon > 0 && !name.startsWith("xmlns:") && !name.startsWith("xml:")) {
      prefixes.add(name.substring(0, colon));
    }
  }

  private static ForeignFeed rss(Channel channel, String address) {
    @Nullable AbstractITunesObject itunes =
        FeedReader.module(channel, AbstractITunesObject.URI, AbstractITunesObject.class);
    @Nullable FeedInformation told = itunes instanceof FeedInformation known ? known : null;
    String website = absolute(FeedReader.text(channel.getLink()), address);
    String base = address.isEmpty() ? website : address;
    List<PublishedFeed.Item> items = new ArrayList<>();
    for (Item item : channel.getItems()) {
      items.add(located(dated(FeedReader.anyItem(item), item), base));
    }
    Category category =
        told == null
            ? null
            : told.getCategories().stream().filter(Objects::nonNull).findFirst().orElse(null);
    About about =
        new About(
            HtmlMarkdown.plain(FeedReader.text(channel.getDescription())),
            told == null ? "" : FeedReader.text(itunes == null ? null : itunes.getAuthor()),
            told == null ? "" : FeedReader.text(told.getOwnerName()),
            told == null ? "" : FeedReader.text(told.getOwnerEmailAddress()),
            FeedReader.text(channel.getLanguage()),
            website,
            category == null ? "" : FeedReader.text(category.getName()),
            category == null || category.getSubcategory() == null
                ? ""
                : FeedReader.text(category.getSubcategory().getName()),
            itunes != null && itunes.getExplicit(),
            told != null && "serial".equalsIgnoreCase(told.getType()),
            FeedReader.text(channel.getCopyright()));
    PublishedFeed feed =
        new PublishedFeed(
            FeedReader.tags(channel, PodcastTag.Guid.class)
                .map(PodcastTag.Guid::value)
                .findFirst()
                .orElse(null),
            FeedReader.text(channel.getTitle()),
            itunes == null ? null : itunes.getImageUri(),
            FeedReader.instant(channel.getLastBuildDate()),
            Optional.ofNullable(FeedReader.next(channel))
                .map(next -> absolute(next, base))
                .orElse(null),
            items);
    return new ForeignFeed(feed, about, List.of());
  }

  /** Some feeds say in Dublin Core what RSS has an element for. */
  private static PublishedFeed.Item dated(PublishedFeed.Item read, Item item) {
    @Nullable DCModule dublin = FeedReader.module(item, DCModule.URI, DCModule.class);
    return read.publishedAt() != null || dublin == null || dublin.getDate() == null
        ? read
        : read.at(dublin.getDate().toInstant());
  }

  private static ForeignFeed atom(Feed feed, String address) {
    String website = link(feed.getAlternateLinks(), address);
    String base = address.isEmpty() ? website : address;
    List<PublishedFeed.Item> items =
        feed.getEntries().stream().map(entry -> located(item(entry), base)).toList();
    About about =
        new About(
            plain(feed.getSubtitle()),
            author(feed.getAuthors()),
            "",
            "",
            FeedReader.text(feed.getLanguage()),
            website,
            "",
            "",
            false,
            false,
            FeedReader.text(feed.getRights()));
    String next =
        feed.getOtherLinks().stream()
            .filter(link -> "next".equals(link.getRel()))
            .map(link -> absolute(FeedReader.text(link.getHrefResolved()), base))
            .findFirst()
            .orElse(null);
    return new ForeignFeed(
        new PublishedFeed(
            null,
            plain(feed.getTitleEx()),
            feed.getLogo(),
            FeedReader.instant(feed.getUpdated()),
            next,
            items),
        about,
        List.of());
  }

  private static PublishedFeed.Item item(Entry entry) {
    Optional<Link> audio =
        entry.getOtherLinks().stream()
            .filter(link -> "enclosure".equals(link.getRel()))
            .filter(link -> !FeedReader.text(link.getHref()).isEmpty())
            .findFirst();
    String url = audio.map(Link::getHrefResolved).map(String::strip).orElse("");
    String id = FeedReader.text(entry.getId());
    Instant date = FeedReader.instant(entry.getPublished());
    return new PublishedFeed.Item(
        id.isEmpty() ? url : id,
        plain(entry.getTitleEx()),
        date == null ? FeedReader.instant(entry.getUpdated()) : date,
        plain(entry.getSummary()),
        Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getSummary()))
            .map(ForeignFeed::html)
            .filter(html -> !html.isBlank())
            .findFirst()
            .orElse(""),
        link(entry.getAlternateLinks(), ""),
        url,
        audio.map(Link::getLength).orElse(0L),
        audio.map(link -> FeedReader.text(link.getType())).orElse(""),
        0,
        null,
        null,
        null,
        null,
        EpisodeType.FULL,
        null,
        List.of(),
        List.of());
  }

  private static String author(List<SyndPerson> persons) {
    return persons.stream().map(SyndPerson::getName).findFirst().map(FeedReader::text).orElse("");
  }

  private static String link(List<Link> links, String base) {
    return links.stream()
        .map(link -> absolute(FeedReader.text(link.getHrefResolved()), base))
        .findFirst()
        .orElse("");
  }

  private static String html(Content content) {
    String value = FeedReader.text(content.getValue());
    boolean text = content.getType() == null || content.getType().matches("text(/plain)?");
    return text
        ? "<p>" + value.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "</p><p>")
        : value;
  }

  private static String plain(@Nullable Content content) {
    return content == null ? "" : HtmlMarkdown.plain(html(content));
  }

  private static PublishedFeed.Item located(PublishedFeed.Item item, String base) {
    List<PublishedFeed.Link> links = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PublishedFeed.Link link : item.links()) {
      String url = absolute(link.url(), base);
      if (seen.add(url)) {
        links.add(new PublishedFeed.Link(url, link.mediaType()));
      }
    }
    return item.located(absolute(item.pageUrl(), base), absolute(item.audioUrl(), base), links);
  }

  /** With everything escaped that can't stand in an address; as it is where that fails. */
  private static String absolute(String url, String base) {
    if (url.isEmpty()) {
      return url;
    }
    String escaped = url.strip().replace(" ", "%20");
    try {
      URI uri = new URI(escaped);
      boolean relative = !uri.isAbsolute() && !base.isEmpty();
      return (relative ? new URI(base).resolve(uri) : uri).toASCIIString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return escaped;
    }
  }
}
