package com.kaizencast.feed;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.FeedException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

  private FeedWriter() {}

  /**
   * The feed of a show: one page, or, above the show's page size, several that name each other (RFC
   * 5005, section 3).
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
    checkGuids(items);
    XmlText text = new XmlText();
    PublicUrls urls = new PublicUrls(show);
    ChannelContent content = new ChannelContent(show, urls, text);
    ItemContent itemContent = new ItemContent(show, urls, text);
    Channel channel = content.channel(showGuid, cover, lastBuild, items);
    List<FeedItem> sorted = items.stream().sorted(NEWEST_FIRST).toList();
    URI hub = content.hub().orElse(null);
    int pageSize = show.distribution().pageSize();
    int pageCount = Math.max(1, (items.size() + pageSize - 1) / pageSize);
    List<WrittenFeed.Page> pages = new ArrayList<>();
    for (int page = 1; page <= pageCount; page++) {
      int end = Math.min(items.size(), page * pageSize);
      channel.setItems(
          sorted.subList((page - 1) * pageSize, end).stream().map(itemContent::item).toList());
      AtomLinkModuleImpl links = links(urls, hub, page, pageCount);
      channel.getModules().add(links);
      pages.add(new WrittenFeed.Page(path(page), xml(channel)));
      channel.getModules().remove(links);
    }
    return new WrittenFeed(pages, text.warnings());
  }

  /** An episode's notes as the feed has them: HTML without anything active. */
  public static String notes(Show show, FeedItem item) {
    XmlText text = new XmlText();
    String html = new ItemContent(show, new PublicUrls(show), text).notes(item).html();
    return text.clean("notes", html);
  }

  private static void checkGuids(List<FeedItem> items) {
    Set<String> guids = new HashSet<>();
    for (FeedItem item : items) {
      if (!guids.add(item.guid())) {
        throw new IllegalArgumentException("two items have the GUID " + item.guid());
      }
    }
  }

  /** Path of a page of the feed, counted from 1, under the home folder. */
  public static String path(int page) {
    return page == 1 ? PATH : "feed/feed-" + page + ".xml";
  }

  private static AtomLinkModuleImpl links(
      PublicUrls urls, @Nullable URI hub, int page, int pageCount) {
    List<Link> links = new ArrayList<>();
    links.add(link("self", urls.of(path(page))));
    if (hub != null) {
      Link link = new Link();
      link.setRel("hub");
      link.setHref(hub.toASCIIString());
      links.add(link);
    }
    if (pageCount > 1) {
      links.add(link("first", urls.of(path(1))));
      if (page > 1) {
        links.add(link("previous", urls.of(path(page - 1))));
      }
      if (page < pageCount) {
        links.add(link("next", urls.of(path(page + 1))));
      }
      links.add(link("last", urls.of(path(pageCount))));
    }
    AtomLinkModuleImpl module = new AtomLinkModuleImpl();
    module.setLinks(links);
    return module;
  }

  private static Link link(String rel, String url) {
    Link link = new Link();
    link.setRel(rel);
    link.setHref(url);
    link.setType("application/rss+xml");
    return link;
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
}
