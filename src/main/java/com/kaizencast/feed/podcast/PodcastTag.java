package com.kaizencast.feed.podcast;

import static com.kaizencast.feed.podcast.TagXml.attribute;
import static com.kaizencast.feed.podcast.TagXml.content;
import static com.kaizencast.feed.podcast.TagXml.date;
import static com.kaizencast.feed.podcast.TagXml.flag;
import static com.kaizencast.feed.podcast.TagXml.number;
import static com.kaizencast.feed.podcast.TagXml.required;
import static com.kaizencast.feed.podcast.TagXml.seconds;
import static com.kaizencast.feed.podcast.TagXml.tag;
import static com.kaizencast.feed.podcast.TagXml.wholeNumber;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * A tag of the podcast namespace; each record has the shape that the namespace's documentation
 * gives it. Optional attributes are null where absent.
 */
public sealed interface PodcastTag {

  /** The tag as XML. */
  Element toElement();

  /** The tag that an element holds; empty if it is none we know or lacks what it must have. */
  static Optional<PodcastTag> of(Element element) {
    Function<Element, PodcastTag> reader = Readers.BY_NAME.get(element.getName());
    if (reader == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(element));
    } catch (TagXml.MalformedTag e) {
      return Optional.empty();
    }
  }

  /** How each tag is read, by its name. */
  final class Readers {
    private static final Map<String, Function<Element, PodcastTag>> BY_NAME =
        Map.ofEntries(
            Map.entry("guid", Guid::read),
            Map.entry("locked", Locked::read),
            Map.entry("block", Block::read),
            Map.entry("medium", Medium::read),
            Map.entry("podping", Podping::read),
            Map.entry("updateFrequency", UpdateFrequency::read),
            Map.entry("funding", Funding::read),
            Map.entry("license", License::read),
            Map.entry("location", Location::read),
            Map.entry("person", Person::read),
            Map.entry("txt", Txt::read),
            Map.entry("image", Image::read),
            Map.entry("trailer", Trailer::read),
            Map.entry("season", Season::read),
            Map.entry("episode", Episode::read),
            Map.entry("transcript", Transcript::read),
            Map.entry("chapters", Chapters::read),
            Map.entry("soundbite", Soundbite::read),
            Map.entry("alternateEnclosure", AlternateEnclosure::read));

    private Readers() {}
  }

  /** The show's identity for good; a UUID. */
  record Guid(String value) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(tag("guid"), value);
    }

    private static Guid read(Element element) {
      return new Guid(required(element));
    }
  }

  /**
   * Whether other hosts may import the feed.
   *
   * @param owner e-mail address by which the owner can be told
   */
  record Locked(boolean locked, @Nullable String owner) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("locked"), "owner", owner), locked ? "yes" : "no");
    }

    private static Locked read(Element element) {
      return new Locked(flag(required(element)), attribute(element, "owner"));
    }
  }

  /**
   * Whether directories may list the show.
   *
   * @param id the directory that this is for; null: all
   */
  record Block(boolean blocked, @Nullable String id) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("block"), "id", id), blocked ? "yes" : "no");
    }

    private static Block read(Element element) {
      return new Block(flag(required(element)), attribute(element, "id"));
    }
  }

  /** What the feed holds, for instance {@code podcast}. */
  record Medium(String value) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(tag("medium"), value);
    }

    private static Medium read(Element element) {
      return new Medium(required(element));
    }
  }

  /** Whether changes are announced through Podping. */
  record Podping(boolean used) implements PodcastTag {
    @Override
    public Element toElement() {
      return attribute(tag("podping"), "usesPodping", Boolean.toString(used));
    }

    private static Podping read(Element element) {
      return new Podping(flag(required(element, "usesPodping")));
    }
  }

  /**
   * When episodes come out.
   *
   * @param text for people
   * @param start ISO 8601 date or date-time from which the rule holds
   * @param rule recurrence rule of RFC 5545, section 3.3.10
   * @param complete whether no more episodes will come
   */
  record UpdateFrequency(
      String text, @Nullable String start, @Nullable String rule, boolean complete)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = tag("updateFrequency");
      attribute(element, "complete", complete ? "true" : null);
      attribute(element, "dtstart", start);
      attribute(element, "rrule", rule);
      return content(element, text);
    }

    private static UpdateFrequency read(Element element) {
      return new UpdateFrequency(
          element.getTextNormalize(),
          attribute(element, "dtstart"),
          attribute(element, "rrule"),
          flag(attribute(element, "complete")));
    }
  }

  /** Where the show can be supported. */
  record Funding(String url, String text) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("funding"), "url", url), text);
    }

    private static Funding read(Element element) {
      return new Funding(required(element, "url"), element.getTextNormalize());
    }
  }

  /**
   * The licence of the audio.
   *
   * @param identifier SPDX identifier in lower case, or the name of a licence of one's own
   * @param url needed for a licence of one's own
   */
  record License(String identifier, @Nullable String url) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("license"), "url", url), identifier);
    }

    private static License read(Element element) {
      return new License(required(element), attribute(element, "url"));
    }
  }

  /**
   * A place.
   *
   * @param rel {@code subject} or {@code creator}
   * @param geo {@code geo:} URI of RFC 5870
   * @param osm OpenStreetMap identifier
   * @param country ISO 3166-1 code
   */
  record Location(
      String name,
      @Nullable String rel,
      @Nullable String geo,
      @Nullable String osm,
      @Nullable String country)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = tag("location");
      attribute(element, "rel", rel);
      attribute(element, "geo", geo);
      attribute(element, "osm", osm);
      attribute(element, "country", country);
      return content(element, name);
    }

    private static Location read(Element element) {
      return new Location(
          required(element),
          attribute(element, "rel"),
          attribute(element, "geo"),
          attribute(element, "osm"),
          attribute(element, "country"));
    }
  }

  /**
   * Somebody who takes part.
   *
   * @param role of the podcast taxonomy; null: host
   * @param group of the podcast taxonomy; null: cast
   * @param img address of a picture
   * @param href address of a page about the person
   */
  record Person(
      String name,
      @Nullable String role,
      @Nullable String group,
      @Nullable String img,
      @Nullable String href)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = tag("person");
      attribute(element, "role", role);
      attribute(element, "group", group);
      attribute(element, "img", img);
      attribute(element, "href", href);
      return content(element, name);
    }

    private static Person read(Element element) {
      return new Person(
          required(element),
          attribute(element, "role"),
          attribute(element, "group"),
          attribute(element, "img"),
          attribute(element, "href"));
    }
  }

  /**
   * Free text.
   *
   * @param purpose for instance {@code ai-content} or {@code verify}
   */
  record Txt(String value, @Nullable String purpose) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("txt"), "purpose", purpose), value);
    }

    private static Txt read(Element element) {
      return new Txt(required(element), attribute(element, "purpose"));
    }
  }

  /**
   * A picture.
   *
   * @param aspectRatio for instance {@code 1/1}
   * @param width in pixels
   * @param height in pixels
   * @param purpose words separated by blanks, for instance {@code artwork}
   */
  record Image(
      String href,
      @Nullable String alt,
      @Nullable String aspectRatio,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable String type,
      @Nullable String purpose)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = attribute(tag("image"), "href", href);
      attribute(element, "alt", alt);
      attribute(element, "aspect-ratio", aspectRatio);
      attribute(element, "width", width);
      attribute(element, "height", height);
      attribute(element, "type", type);
      return attribute(element, "purpose", purpose);
    }

    private static Image read(Element element) {
      return new Image(
          required(element, "href"),
          attribute(element, "alt"),
          attribute(element, "aspect-ratio"),
          wholeNumber(attribute(element, "width")),
          wholeNumber(attribute(element, "height")),
          attribute(element, "type"),
          attribute(element, "purpose"));
    }
  }

  /**
   * A trailer of the show or of a season.
   *
   * @param length in bytes
   */
  record Trailer(
      String title,
      String url,
      Instant publishedAt,
      @Nullable Long length,
      @Nullable String type,
      @Nullable Integer season)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = attribute(tag("trailer"), "pubdate", date(publishedAt));
      attribute(element, "url", url);
      attribute(element, "length", length);
      attribute(element, "type", type);
      attribute(element, "season", season);
      return content(element, title);
    }

    private static Trailer read(Element element) {
      return new Trailer(
          required(element),
          required(element, "url"),
          date(required(element, "pubdate")),
          number(attribute(element, "length")),
          attribute(element, "type"),
          wholeNumber(attribute(element, "season")));
    }
  }

  /** The season that an episode belongs to. */
  record Season(int number, @Nullable String name) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("season"), "name", name), Integer.toString(number));
    }

    private static Season read(Element element) {
      return new Season(
          TagXml.parsed(required(element), Integer::valueOf), attribute(element, "name"));
    }
  }

  /**
   * The number of an episode, not necessarily whole.
   *
   * @param display what apps show in its place
   */
  record Episode(BigDecimal number, @Nullable String display) implements PodcastTag {
    @Override
    public Element toElement() {
      return content(attribute(tag("episode"), "display", display), number.toPlainString());
    }

    private static Episode read(Element element) {
      return new Episode(
          TagXml.parsed(required(element), BigDecimal::new), attribute(element, "display"));
    }
  }

  /**
   * A transcript in one of its forms.
   *
   * @param language BCP 47 tag; null: the feed's
   * @param captions whether it is timed
   */
  record Transcript(String url, String type, @Nullable String language, boolean captions)
      implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = attribute(tag("transcript"), "url", url);
      attribute(element, "type", type);
      attribute(element, "language", language);
      return attribute(element, "rel", captions ? "captions" : null);
    }

    private static Transcript read(Element element) {
      return new Transcript(
          required(element, "url"),
          required(element, "type"),
          attribute(element, "language"),
          "captions".equals(attribute(element, "rel")));
    }
  }

  /** A file of chapters. */
  record Chapters(String url, String type) implements PodcastTag {
    @Override
    public Element toElement() {
      return attribute(attribute(tag("chapters"), "url", url), "type", type);
    }

    private static Chapters read(Element element) {
      return new Chapters(required(element, "url"), required(element, "type"));
    }
  }

  /** A stretch of an episode that may stand for it. */
  record Soundbite(Duration start, Duration length, @Nullable String title) implements PodcastTag {
    @Override
    public Element toElement() {
      Element element = attribute(tag("soundbite"), "startTime", seconds(start));
      attribute(element, "duration", seconds(length));
      return title == null ? element : content(element, title);
    }

    private static Soundbite read(Element element) {
      String title = element.getTextNormalize();
      return new Soundbite(
          seconds(required(element, "startTime")),
          seconds(required(element, "duration")),
          title.isEmpty() ? null : title);
    }
  }

  /**
   * The episode in another form or at another place.
   *
   * @param length in bytes
   * @param bitRate in bits a second
   * @param height in pixels
   * @param rel groups forms of the same content
   * @param codecs RFC 6381
   * @param isDefault whether it is the same file as the enclosure
   * @param sources at least one
   */
  record AlternateEnclosure(
      String type,
      @Nullable Long length,
      @Nullable BigDecimal bitRate,
      @Nullable Integer height,
      @Nullable String language,
      @Nullable String title,
      @Nullable String rel,
      @Nullable String codecs,
      boolean isDefault,
      List<Source> sources,
      @Nullable Integrity integrity)
      implements PodcastTag {

    public AlternateEnclosure {
      sources = List.copyOf(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException("an alternate enclosure needs a source");
      }
    }

    @Override
    public Element toElement() {
      Element element = attribute(tag("alternateEnclosure"), "type", type);
      attribute(element, "length", length);
      attribute(element, "bitrate", bitRate == null ? null : bitRate.toPlainString());
      attribute(element, "height", height);
      attribute(element, "lang", language);
      attribute(element, "title", title);
      attribute(element, "rel", rel);
      attribute(element, "codecs", codecs);
      attribute(element, "default", isDefault ? "true" : null);
      sources.forEach(source -> element.addContent(source.toElement()));
      if (integrity != null) {
        element.addContent(integrity.toElement());
      }
      return element;
    }

    private static AlternateEnclosure read(Element element) {
      List<Source> sources =
          element.getChildren("source", element.getNamespace()).stream().map(Source::read).toList();
      if (sources.isEmpty()) {
        throw new TagXml.MalformedTag();
      }
      Element integrity = element.getChild("integrity", element.getNamespace());
      String bitRate = attribute(element, "bitrate");
      return new AlternateEnclosure(
          required(element, "type"),
          number(attribute(element, "length")),
          bitRate == null ? null : TagXml.parsed(bitRate, BigDecimal::new),
          wholeNumber(attribute(element, "height")),
          attribute(element, "lang"),
          attribute(element, "title"),
          attribute(element, "rel"),
          attribute(element, "codecs"),
          flag(attribute(element, "default")),
          sources,
          integrity == null ? null : Integrity.read(integrity));
    }
  }

  /**
   * Where an alternate enclosure is to be had.
   *
   * @param contentType where it differs from the enclosure's, as for a torrent
   */
  record Source(String uri, @Nullable String contentType) {
    Element toElement() {
      return attribute(attribute(tag("source"), "uri", uri), "contentType", contentType);
    }

    private static Source read(Element element) {
      return new Source(required(element, "uri"), attribute(element, "contentType"));
    }
  }

  /**
   * What an alternate enclosure's bytes are checked against.
   *
   * @param type {@code sri} or {@code pgp-signature}
   * @param value for {@code sri} a hash of W3C Subresource Integrity, for instance {@code sha384-…}
   */
  record Integrity(String type, String value) {
    Element toElement() {
      return attribute(attribute(tag("integrity"), "type", type), "value", value);
    }

    private static Integrity read(Element element) {
      return new Integrity(required(element, "type"), required(element, "value"));
    }
  }
}
