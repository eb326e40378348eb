package com.kaizencast.feed;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.feed.podcast.PodcastModule;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.modules.atom.modules.AtomLinkModule;
import com.rometools.modules.itunes.AbstractITunesObject;
import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.psc.modules.PodloveSimpleChapterModule;
import com.rometools.modules.psc.types.SimpleChapter;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.Extendable;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published feed, ours or another's. Takes what it can get: an item without audio is passed
 * over, a value that makes no sense counts as absent.
 */
public final class FeedReader {

  /** A feed larger than this is none; real ones stay below a tenth of it. */
  public static final int MAX_BYTES = 64 << 20;

  private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @throws UnreadableFeedException if it is not well-formed, has a document type declaration
   *     (which no feed needs and attacks do), is no RSS or is too large
   */
  public static PublishedFeed read(byte[] feed) throws UnreadableFeedException {
    Channel channel = channel(feed);
    @Nullable AbstractITunesObject itunes =
        module(channel, AbstractITunesObject.URI, AbstractITunesObject.class);
    return new PublishedFeed(
        tags(channel, PodcastTag.Guid.class).map(PodcastTag.Guid::value).findFirst().orElse(null),
        text(channel.getTitle()),
        itunes instanceof FeedInformation ? itunes.getImageUri() : null,
        instant(channel.getLastBuildDate()),
        next(channel),
        channel.getItems().stream().map(FeedReader::item).flatMap(Optional::stream).toList());
  }

  /** Finds the other pages of a feed. */
  @FunctionalInterface
  public interface Pages {

    /** The page at an address; null if there is none to be had. */
    byte @Nullable [] load(String url) throws IOException;
  }

  /**
   * Reads a feed and the pages that follow it (RFC 5005, section 3), as far as they are there.
   *
   * @return the first page with the items of all
   */
  public static PublishedFeed readAll(byte[] firstPage, Pages pages)
      throws UnreadableFeedException, IOException {
    PublishedFeed first = read(firstPage);
    List<PublishedFeed.Item> items = new ArrayList<>(first.items());
    Set<String> seen = new HashSet<>();
    String next = first.next();
    while (next != null && seen.add(next)) {
      byte[] bytes = pages.load(next);
      if (bytes == null) {
        break;
      }
      PublishedFeed page = read(bytes);
      items.addAll(page.items());
      next = page.next();
    }
    return new PublishedFeed(
        first.guid(), first.title(), first.image(), first.lastBuild(), next, items);
  }

  private static Channel channel(byte[] feed) throws UnreadableFeedException {
    if (feed.length > MAX_BYTES) {
      throw new UnreadableFeedException("larger than " + MAX_BYTES + " bytes");
    }
    if (wireFeed(feed) instanceof Channel channel) {
      return channel;
    }
    throw new UnreadableFeedException("not RSS");
  }

  /** RSS of any version, or Atom. */
  static WireFeed wireFeed(byte[] feed) throws UnreadableFeedException {
    try {
      return new WireFeedInput(false, Locale.US).build(document(feed));
    } catch (JDOMParseException e) {
      throw new UnreadableFeedException(
          e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage(), e);
    } catch (JDOMException | IOException | FeedException e) {
      throw new UnreadableFeedException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      // ROME knows no parser for it, or trips over a shape that it does not expect.
      throw new UnreadableFeedException("not RSS", e);
    }
  }

  private static Document document(byte[] feed) throws JDOMException, IOException {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setProperty(JAXP + "maxElementDepth", "100");
    builder.setProperty(JAXP + "elementAttributeLimit", "1000");
    return builder.build(new ByteArrayInputStream(feed));
  }

  private static Optional<PublishedFeed.Item> item(Item item) {
    return Optional.of(anyItem(item)).filter(any -> !any.audioUrl().isEmpty());
  }

  /** An item with or without audio; without, its address, type and length are empty or 0. */
  static PublishedFeed.Item anyItem(Item item) {
    Optional<Enclosure> audio =
        item.getEnclosures().stream()
            .filter(enclosure -> enclosure.getUrl() != null && !enclosure.getUrl().isBlank())
            .findFirst();
    String url = audio.map(enclosure -> enclosure.getUrl().strip()).orElse("");
    String guid = item.getGuid() == null ? "" : text(item.getGuid().getValue());
    @Nullable EntryInformation itunes =
        module(item, AbstractITunesObject.URI, EntryInformation.class);
    return new PublishedFeed.Item(
        guid.isEmpty() ? url : guid,
        text(item.getTitle()),
        instant(item.getPubDate()),
        item.getDescription() == null ? "" : text(item.getDescription().getValue()),
        item.getContent() == null ? "" : text(item.getContent().getValue()),
        text(item.getLink()),
        url,
        audio.map(enclosure -> Math.max(0, enclosure.getLength())).orElse(0L),
        audio.map(enclosure -> text(enclosure.getType())).orElse(""),
        bitRateKbps(item, url),
        sha384(item, url),
        duration(itunes),
        number(item, itunes),
        season(item, itunes),
        type(itunes),
        itunes == null ? null : itunes.getExplicitNullable(),
        chapters(item),
        links(item, itunes));
  }

  /** What the podcast namespace adds about the audio itself. */
  private static Optional<PodcastTag.AlternateEnclosure> same(Item item, String audioUrl) {
    return tags(item, PodcastTag.AlternateEnclosure.class)
        .filter(other -> other.sources().stream().anyMatch(s -> s.uri().equals(audioUrl)))
        .findFirst();
  }

  private static int bitRateKbps(Item item, String audioUrl) {
    return same(item, audioUrl)
        .map(PodcastTag.AlternateEnclosure::bitRate)
        .map(bits -> bits.movePointLeft(3).intValue())
        .orElse(0);
  }

  private static @Nullable String sha384(Item item, String audioUrl) {
    return same(item, audioUrl)
        .map(PodcastTag.AlternateEnclosure::integrity)
        .map(PodcastTag.Integrity::value)
        .filter(value -> value.matches("sha384-[A-Za-z0-9+/]{64}"))
        .map(value -> Base64.getDecoder().decode(value.substring("sha384-".length())))
        .map(HexFormat.of()::formatHex)
        .orElse(null);
  }

  private static List<PublishedFeed.Link> links(Item item, @Nullable EntryInformation itunes) {
    List<PublishedFeed.Link> links = new ArrayList<>();
    tags(item, PodcastTag.Transcript.class)
        .forEach(tag -> links.add(new PublishedFeed.Link(tag.url(), tag.type())));
    tags(item, PodcastTag.Chapters.class)
        .forEach(tag -> links.add(new PublishedFeed.Link(tag.url(), tag.type())));
    if (itunes != null && itunes.getImageUri() != null) {
      String type = itunes.getImageUri().endsWith(".png") ? "image/png" : "image/jpeg";
      links.add(new PublishedFeed.Link(itunes.getImageUri(), type));
    }
    return links;
  }

  private static @Nullable Duration duration(@Nullable EntryInformation itunes) {
    if (itunes == null || itunes.getDuration() == null) {
      return null;
    }
    long milliseconds = itunes.getDuration().getMilliseconds();
    return milliseconds > 0 ? Duration.ofMillis(milliseconds) : null;
  }

  private static @Nullable Integer number(Item item, @Nullable EntryInformation itunes) {
    if (itunes != null && itunes.getEpisode() != null && itunes.getEpisode() > 0) {
      return itunes.getEpisode();
    }
    return tags(item, PodcastTag.Episode.class)
        .map(PodcastTag.Episode::number)
        .filter(n -> n.signum() > 0 && n.stripTrailingZeros().scale() <= 0)
        .filter(n -> n.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Integer season(Item item, @Nullable EntryInformation itunes) {
    if (itunes != null && itunes.getSeason() != null && itunes.getSeason() > 0) {
      return itunes.getSeason();
    }
    return tags(item, PodcastTag.Season.class)
        .map(PodcastTag.Season::number)
        .filter(n -> n > 0)
        .findFirst()
        .orElse(null);
  }

  private static EpisodeType type(@Nullable EntryInformation itunes) {
    String type = itunes == null ? "" : text(itunes.getEpisodeType());
    return Stream.of(EpisodeType.values())
        .filter(t -> t.name().equalsIgnoreCase(type))
        .findFirst()
        .orElse(EpisodeType.FULL);
  }

  private static List<Chapter> chapters(Item item) {
    @Nullable PodloveSimpleChapterModule module =
        module(item, PodloveSimpleChapterModule.URI, PodloveSimpleChapterModule.class);
    List<Chapter> chapters = new ArrayList<>();
    for (SimpleChapter chapter : module == null ? List.<SimpleChapter>of() : module.getChapters()) {
      Duration start = playTime(text(chapter.getStart()));
      if (start != null) {
        chapters.add(new Chapter(start, text(chapter.getTitle()), uri(chapter.getHref())));
      }
    }
    return chapters;
  }

  /** {@code [[hours:]minutes:]seconds[.fraction]}. */
  private static @Nullable Duration playTime(String text) {
    if (!text.matches("(?:(?:\\d{1,4}:)?\\d{1,4}:)?\\d{1,6}(?:\\.\\d{1,9})?")) {
      return null;
    }
    BigDecimal seconds = BigDecimal.ZERO;
    for (String part : text.split(":", -1)) {
      seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
    }
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  static @Nullable String next(Channel channel) {
    @Nullable AtomLinkModule atom = module(channel, AtomLinkModule.URI, AtomLinkModule.class);
    if (atom == null) {
      return null;
    }
    return atom.getLinks().stream()
        .filter(link -> "next".equals(link.getRel()))
        .map(Link::getHref)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static <T extends PodcastTag> Stream<T> tags(Extendable parent, Class<T> kind) {
    return parent.getModules().stream()
        .filter(PodcastModule.class::isInstance)
        .flatMap(module -> ((PodcastModule) module).tags(kind));
  }

  static <T> @Nullable T module(Extendable parent, String uri, Class<T> kind) {
    Module module = parent.getModule(uri);
    return kind.isInstance(module) ? kind.cast(module) : null;
  }

  static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static @Nullable URI uri(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
