package com.kaizencast.feed.gate;

/** What a podcast feed must or should hold, and who says so. */
public enum FeedRule {
  WELL_FORMED(Source.XML, Level.MUST, "the feed is well-formed XML without a document type"),
  UTF_8(Source.APPLE, Level.MUST, "the feed is in UTF-8"),
  RSS_2_0(Source.RSS, Level.MUST, "the root is rss of version 2.0 with one channel"),
  ONCE_ONLY(Source.RSS, Level.MUST, "an element that may stand once does not stand twice"),
  NOT_EMPTY(Source.RSS, Level.MUST, "no element is empty"),
  NAMESPACES(Source.PSP_1, Level.SHOULD, "namespaces are declared at the root"),
  TITLE(Source.RSS, Level.MUST, "the channel has a title"),
  LINK(Source.RSS, Level.MUST, "the channel has a link to a web page"),
  DESCRIPTION(Source.RSS, Level.MUST, "the channel has a description"),
  DESCRIPTION_LENGTH(Source.APPLE, Level.MUST, "a description has at most 4000 bytes"),
  LANGUAGE(Source.APPLE, Level.MUST, "the channel has a language tag"),
  CATEGORY(Source.APPLE, Level.MUST, "the channel has a category of Apple's list"),
  EXPLICIT(Source.APPLE, Level.MUST, "itunes:explicit is true or false"),
  IMAGE(
      Source.APPLE,
      Level.MUST,
      "itunes:image names a JPEG or PNG file whose extension is its real type, without a query"),
  SELF_LINK(Source.PSP_1, Level.MUST, "an atom:link with rel=self names the feed's own address"),
  ATOM_LINK(Source.ATOM, Level.MUST, "an atom:link has a rel and a web address"),
  HUB(Source.WEBSUB, Level.MUST, "a feed with a hub has one atom:link with rel=self"),
  PAGES(
      Source.RFC_5005,
      Level.MUST,
      "a page names at most one first, last, next and previous page, none but the first and last"
          + " itself"),
  RSS_IMAGE(Source.RSS, Level.MUST, "an image has url, title and link"),
  AUTHOR(Source.APPLE, Level.SHOULD, "the channel has an itunes:author"),
  OWNER(Source.APPLE, Level.SHOULD, "itunes:owner has a name and an e-mail address"),
  TYPE(Source.APPLE, Level.MUST, "itunes:type, if there, is episodic or serial"),
  YES(Source.APPLE, Level.MUST, "itunes:block and itunes:complete, if there, say Yes"),
  NEW_FEED_URL(Source.APPLE, Level.MUST, "itunes:new-feed-url, if there, is a web address"),
  COPYRIGHT(Source.APPLE, Level.SHOULD, "the channel has a copyright"),
  DATE(Source.RSS, Level.MUST, "dates are those of RFC 822 with a year of four digits"),
  TTL(Source.RSS, Level.MUST, "ttl is a number of minutes"),
  ITEM_TITLE(Source.APPLE, Level.MUST, "an item has a title"),
  ITEM_DESCRIPTION(Source.APPLE, Level.SHOULD, "an item has a description"),
  LISTED_CHAPTERS(
      Source.APPLE,
      Level.SHOULD,
      "chapters in a description are at least three, begin at 00:00 and rise"),
  NOTES_INERT(Source.RSS, Level.MUST, "notes have no script and no event handler"),
  NOTES_ABSOLUTE(Source.RSS, Level.SHOULD, "addresses in notes are absolute"),
  ITEM_LINK(Source.APPLE, Level.SHOULD, "an item's link, if there, is a web address"),
  ENCLOSURE(Source.RSS, Level.MUST, "an item has one enclosure with url, length in bytes and type"),
  ENCLOSURE_TYPE(
      Source.APPLE, Level.MUST, "an enclosure's type is one that apps play and fits its extension"),
  ENCLOSURE_URL(
      Source.APPLE, Level.MUST, "an enclosure's address is ASCII, without blanks, and its own"),
  GUID(Source.APPLE, Level.MUST, "an item has a guid that no other has"),
  GUID_NO_LINK(Source.RSS, Level.MUST, "a guid that is no address says isPermaLink=\"false\""),
  PUB_DATE(Source.APPLE, Level.MUST, "an item has a pubDate"),
  DURATION(Source.APPLE, Level.MUST, "itunes:duration is in whole seconds or HH:MM:SS"),
  DURATION_SECONDS(Source.APPLE, Level.SHOULD, "itunes:duration is in whole seconds"),
  DURATION_GIVEN(Source.APPLE, Level.SHOULD, "an item has an itunes:duration"),
  NUMBERS(Source.APPLE, Level.MUST, "itunes:episode and itunes:season are whole and not zero"),
  SERIAL_NUMBERS(Source.APPLE, Level.MUST, "each full episode of a serial show has a number"),
  EPISODE_TYPE(Source.APPLE, Level.MUST, "itunes:episodeType is full, trailer or bonus"),
  PODCAST_GUID(Source.PODCAST_NAMESPACE, Level.MUST, "podcast:guid is a UUID; PSP-1 recommends it"),
  PODCAST_GUID_VERSION(
      Source.PODCAST_NAMESPACE, Level.SHOULD, "podcast:guid is a UUID of version 5"),
  PODCAST_GUID_GIVEN(Source.PSP_1, Level.SHOULD, "the channel has a podcast:guid"),
  LOCKED_GIVEN(Source.PSP_1, Level.SHOULD, "the channel has a podcast:locked"),
  YES_OR_NO(Source.PODCAST_NAMESPACE, Level.MUST, "podcast:locked and podcast:block are yes or no"),
  MEDIUM(Source.PODCAST_NAMESPACE, Level.MUST, "podcast:medium is a known medium"),
  NODE_LENGTH(
      Source.PODCAST_NAMESPACE,
      Level.SHOULD,
      "values are not longer than apps show: 128 characters, podcast:txt 4000"),
  TAG(Source.PODCAST_NAMESPACE, Level.MUST, "a podcast tag has the values that it must have"),
  TRANSCRIPT_TYPE(
      Source.PODCAST_NAMESPACE,
      Level.MUST,
      "a transcript is text/vtt, application/x-subrip, application/json, text/html or text/plain"),
  CHAPTERS_TYPE(
      Source.PODCAST_NAMESPACE, Level.MUST, "podcast:chapters is application/json+chapters"),
  SOUNDBITE(Source.PODCAST_NAMESPACE, Level.MUST, "a soundbite lies within its episode"),
  INTEGRITY(
      Source.PODCAST_NAMESPACE,
      Level.MUST,
      "podcast:integrity of type sri is a hash as W3C Subresource Integrity has it"),
  SIMPLE_CHAPTERS(
      Source.PODLOVE, Level.MUST, "psc:chapters rise, start within their episode and have titles"),
  HTTPS(Source.PODCAST_NAMESPACE, Level.SHOULD, "addresses begin with https:"),
  FILE_THERE(Source.RSS, Level.MUST, "each file that the feed names is there"),
  FILE_LENGTH(Source.RSS, Level.MUST, "an enclosure's length is the size of its file"),
  FILE_TYPE(Source.RSS, Level.MUST, "a file is of the type that the feed gives it"),
  FILE_DURATION(Source.APPLE, Level.MUST, "itunes:duration is how long the audio plays"),
  FILE_SIZE(Source.APPLE, Level.MUST, "a picture is square, with 1400 to 3000 pixels on each side"),
  FILE_COLOURS(Source.APPLE, Level.MUST, "a picture is in RGB without transparency"),
  FILE_LINES(
      Source.PODCAST_NAMESPACE,
      Level.SHOULD,
      "a line of WebVTT has at most 65 characters; a cue of SubRip two lines of 32"),
  FILE_CHAPTERS(
      Source.PODCAST_NAMESPACE,
      Level.MUST,
      "a file of chapters has a version in quotes and start times as numbers, which rise from one"
          + " chapter to the next"),
  FILE_CHAPTERS_AGREE(
      Source.PODLOVE, Level.MUST, "psc:chapters start when those of the file of chapters do"),
  FILE_HASH(Source.PODCAST_NAMESPACE, Level.MUST, "podcast:integrity is the hash of the file");

  /** Who makes a rule. */
  public enum Source {
    XML("XML 1.0"),
    RSS("RSS 2.0"),
    ATOM("RFC 4287"),
    RFC_5005("RFC 5005"),
    WEBSUB("WebSub"),
    APPLE("Apple"),
    PSP_1("PSP-1"),
    PODCAST_NAMESPACE("podcast namespace"),
    PODLOVE("Podlove Simple Chapters");

    private final String shown;

    Source(String shown) {
      this.shown = shown;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /** How binding a rule is. */
  public enum Level {
    /** A feed that breaks it is refused somewhere. */
    MUST,
    /** A feed that breaks it lacks something. */
    SHOULD
  }

  private final Source source;
  private final Level level;
  private final String text;

  FeedRule(Source source, Level level, String text) {
    this.source = source;
    this.level = level;
    this.text = text;
  }

  public Source source() {
    return source;
  }

  public Level level() {
    return level;
  }

  /** The rule in a sentence. */
  public String text() {
    return text;
  }
}
