package com.kaizencast.feed;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.podcast.PodcastModule;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.itunes.EntryInformationImpl;
import com.rometools.modules.itunes.FeedInformationImpl;
import com.rometools.modules.itunes.types.Category;
import com.rometools.modules.itunes.types.Subcategory;
import com.rometools.modules.psc.modules.PodloveSimpleChapterModuleImpl;
import com.rometools.modules.psc.types.SimpleChapter;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a show as a podcast feed: RSS 2.0 with Apple's tags, the podcast namespace, Podlove simple
 * chapters and Atom links. Equal input gives equal bytes.
 */
public final class FeedWriter {

  /** Where the feed is published under the show's base URL. */
  public static final String PATH = "feed/feed.xml";

  private static final Comparator<FeedItem> NEWEST_FIRST =
      Comparator.comparing((FeedItem item) -> item.episode().publishedAt())
          .reversed()
          .thenComparing(
              item -> item.episode().number(), Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(FeedItem::guid);

  /** Minutes that a feed may be kept by whoever fetched it. */
  private static final int TTL_MINUTES = 60;

  private final Show show;
  private final String showGuid;
  private final String cover;
  private final Instant lastBuild;
  private final XmlText text = new XmlText();

  private FeedWriter(Show show, String showGuid, String cover, Instant lastBuild) {
    this.show = show;
    this.showGuid = showGuid;
    this.cover = cover;
    this.lastBuild = lastBuild;
  }

  /**
   * The feed of a show.
   *
   * @param showGuid the show's {@code podcast:guid}, assigned once
   * @param cover path of the published cover under the base URL, for instance {@code
   *     feed/cover.0123abcd.png}
   * @param items in any order
   * @param lastBuild when the content last changed
   * @throws IllegalArgumentException if two items have one GUID
   */
  public static WrittenFeed write(
      Show show, String showGuid, String cover, List<FeedItem> items, Instant lastBuild) {
    Set<String> guids = new HashSet<>();
    for (FeedItem item : items) {
      if (!guids.add(item.guid())) {
        throw new IllegalArgumentException("two items have the GUID " + item.guid());
      }
    }
    FeedWriter writer = new FeedWriter(show, showGuid, cover, lastBuild);
    Channel channel = writer.channel();
    channel.setItems(items.stream().sorted(NEWEST_FIRST).map(writer::item).toList());
    return new WrittenFeed(
        List.of(new WrittenFeed.Page(PATH, xml(channel))), writer.text.warnings());
  }

  private static String xml(Channel channel) {
    Format format =
        Format.getPrettyFormat()
            .setEncoding("UTF-8")
            .setLineSeparator(LineSeparator.UNIX)
            .setEscapeStrategy(c -> false);
    try {
      return new XMLOutputter(format).outputString(new PodcastRssGenerator().generate(channel));
    } catch (FeedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Channel channel() {
    Channel channel = new Channel("rss_2.0");
    String title = text.line("title of the show", show.title());
    channel.setTitle(title);
    channel.setLink(show.website().toASCIIString());
    channel.setDescription(
        ShowNotes.fitting(
            ShowNotes.inert(text.clean("description of the show", show.description()).strip())));
    channel.setLanguage(show.language());
    channel.setCopyright(nonEmpty(text.line("copyright of the show", show.copyright())));
    channel.setLastBuildDate(Date.from(lastBuild));
    channel.setGenerator("Kaizencast");
    channel.setTtl(TTL_MINUTES);
    Image image = new Image();
    image.setUrl(url(cover));
    image.setTitle(title);
    image.setLink(show.website().toASCIIString());
    image.setWidth(null);
    image.setHeight(null);
    channel.setImage(image);
    channel.setModules(
        new ArrayList<>(List.<Module>of(atomLinks(), itunes(), new PodcastModule(podcastTags()))));
    return channel;
  }

  private AtomLinkModuleImpl atomLinks() {
    Link self = new Link();
    self.setHref(url(PATH));
    self.setRel("self");
    self.setType("application/rss+xml");
    AtomLinkModuleImpl links = new AtomLinkModuleImpl();
    links.setLinks(List.of(self));
    return links;
  }

  private FeedInformationImpl itunes() {
    FeedInformationImpl itunes = new FeedInformationImpl();
    itunes.setAuthor(text.line("author of the show", show.author()));
    itunes.setType(show.type().name().toLowerCase(Locale.ROOT));
    itunes.setOwnerName(text.line("owner of the show", show.owner().name()));
    itunes.setOwnerEmailAddress(text.line("e-mail of the owner", show.owner().email()));
    Category category = new Category(show.category().name());
    if (show.category().subcategory() != null) {
      category.addSubcategory(new Subcategory(show.category().subcategory()));
    }
    itunes.setCategories(List.of(category));
    itunes.setExplicit(show.explicit());
    itunes.setImageUri(url(cover));
    return itunes;
  }

  private List<PodcastTag> podcastTags() {
    List<PodcastTag> tags = new ArrayList<>();
    tags.add(new PodcastTag.Guid(showGuid));
    tags.add(new PodcastTag.Locked(true, nonEmpty(show.owner().email())));
    tags.add(new PodcastTag.Medium("podcast"));
    tags.add(
        new PodcastTag.Person(
            text.line("author of the show", show.author()), "host", "cast", null, null));
    if (show.license() != null) {
      tags.add(
          new PodcastTag.License(
              text.line("licence of the show", show.license()).toLowerCase(Locale.ROOT), null));
    }
    tags.add(new PodcastTag.Txt("true", "ai-content"));
    return tags;
  }

  private Item item(FeedItem feedItem) {
    Episode episode = feedItem.episode();
    String where = "episode '" + episode.slug() + "'";
    ShowNotes notes = new ShowNotes(feedItem, show.website(), show.baseUrl());
    Item item = new Item();
    item.setTitle(text.line("title of " + where, episode.title()));
    item.setLink(show.website().toASCIIString());
    Description description = new Description();
    description.setValue(text.clean("description of " + where, notes.description()));
    item.setDescription(description);
    Content content = new Content();
    content.setType(Content.HTML);
    content.setValue(text.clean("notes of " + where, notes.html()));
    item.setContent(content);
    Enclosure enclosure = new Enclosure();
    enclosure.setUrl(url(feedItem.audio().path()));
    enclosure.setLength(feedItem.audio().sizeBytes());
    enclosure.setType(feedItem.audio().mediaType());
    item.setEnclosures(List.of(enclosure));
    Guid guid = new Guid();
    guid.setValue(text.line("GUID of " + where, feedItem.guid()));
    guid.setPermaLink(false);
    item.setGuid(guid);
    item.setPubDate(Date.from(episode.publishedAt()));
    List<Module> modules = new ArrayList<>();
    modules.add(itunes(feedItem));
    modules.add(new PodcastModule(podcastTags(episode)));
    if (!feedItem.chapters().isEmpty()) {
      modules.add(simpleChapters(where, feedItem.chapters()));
    }
    item.setModules(modules);
    return item;
  }

  private EntryInformationImpl itunes(FeedItem item) {
    Episode episode = item.episode();
    EntryInformationImpl itunes = new EntryInformationImpl();
    itunes.setDuration(
        new com.rometools.modules.itunes.types.Duration(item.audio().duration().toMillis()));
    itunes.setSeason(episode.season());
    itunes.setEpisode(episode.number());
    itunes.setEpisodeType(episode.type().name().toLowerCase(Locale.ROOT));
    itunes.setExplicit(episode.explicit() == null ? show.explicit() : episode.explicit());
    return itunes;
  }

  private static List<PodcastTag> podcastTags(Episode episode) {
    List<PodcastTag> tags = new ArrayList<>();
    if (episode.season() != null) {
      tags.add(new PodcastTag.Season(episode.season(), null));
    }
    if (episode.number() != null) {
      tags.add(new PodcastTag.Episode(BigDecimal.valueOf(episode.number()), null));
    }
    return tags;
  }

  private PodloveSimpleChapterModuleImpl simpleChapters(String where, List<Chapter> chapters) {
    List<SimpleChapter> simple = new ArrayList<>();
    for (Chapter chapter : chapters) {
      SimpleChapter one = new SimpleChapter();
      one.setStart(normalPlayTime(chapter.start()));
      one.setTitle(text.line("chapter of " + where, chapter.title()));
      one.setHref(chapter.link() == null ? null : chapter.link().toASCIIString());
      simple.add(one);
    }
    PodloveSimpleChapterModuleImpl module = new PodloveSimpleChapterModuleImpl();
    module.setChapters(simple);
    return module;
  }

  /** Hours, minutes, seconds and milliseconds as RFC 2326, section 3.6 has them. */
  static String normalPlayTime(Duration time) {
    StringBuilder text = new StringBuilder();
    text.append(padded(time.toHours(), 2)).append(':');
    text.append(padded(time.toMinutesPart(), 2)).append(':');
    text.append(padded(time.toSecondsPart(), 2)).append('.');
    return text.append(padded(time.toMillisPart(), 3)).toString();
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /** The public address of a path under the base URL, with everything but ASCII escaped. */
  private String url(String path) {
    try {
      String escaped = new URI(null, null, "/" + path, null).toASCIIString();
      return show.baseUrl().toASCIIString() + escaped.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }

  private static @Nullable String nonEmpty(String value) {
    return value.isEmpty() ? null : value;
  }
}
