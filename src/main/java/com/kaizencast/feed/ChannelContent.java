package com.kaizencast.feed;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.podcast.PodcastModule;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.modules.itunes.FeedInformationImpl;
import com.rometools.modules.itunes.types.Category;
import com.rometools.modules.itunes.types.Subcategory;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Image;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a feed says of its show. */
final class ChannelContent {

  /** Minutes that a feed may be kept by whoever fetched it. */
  private static final int TTL_MINUTES = 60;

  private static final Pattern SPDX_IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");

  private final Show show;
  private final PublicUrls urls;
  private final XmlText text;
  private final String title;
  private final String author;

  ChannelContent(Show show, PublicUrls urls, XmlText text) {
    this.show = show;
    this.urls = urls;
    this.text = text;
    this.title = text.line("title of the show", show.title());
    this.author = text.line("author of the show", show.author());
  }

  /**
   * A channel without items and links.
   *
   * @param cover path of the published cover
   */
  Channel channel(String showGuid, String cover, Instant lastBuild, List<FeedItem> items) {
    Channel channel = new Channel("rss_2.0");
    channel.setTitle(title);
    channel.setLink(show.website().toASCIIString());
    String description = text.clean("description of the show", show.description()).strip();
    channel.setDescription(ShowNotes.fitting(ShowNotes.inert(description)));
    channel.setLanguage(show.language());
    String copyright = text.line("copyright of the show", show.copyright());
    channel.setCopyright(copyright.isEmpty() ? null : copyright);
    channel.setLastBuildDate(Date.from(lastBuild));
    channel.setGenerator("Kaizencast");
    channel.setTtl(TTL_MINUTES);
    Image image = new Image();
    image.setUrl(urls.of(cover));
    image.setTitle(title);
    image.setLink(show.website().toASCIIString());
    // ROME would write −1 for either.
    image.setWidth(null);
    image.setHeight(null);
    channel.setImage(image);
    channel.getModules().clear();
    channel.getModules().add(itunes(cover));
    channel.getModules().add(new PodcastModule(podcastTags(showGuid, cover, items)));
    return channel;
  }

  private FeedInformationImpl itunes(String cover) {
    FeedInformationImpl itunes = new FeedInformationImpl();
    itunes.setAuthor(author);
    itunes.setType(show.type().name().toLowerCase(Locale.ROOT));
    itunes.setOwnerName(text.line("owner of the show", show.owner().name()));
    itunes.setOwnerEmailAddress(text.line("e-mail of the owner", show.owner().email()));
    Category category = new Category(show.category().name());
    if (show.category().subcategory() != null) {
      category.addSubcategory(new Subcategory(show.category().subcategory()));
    }
    itunes.setCategories(List.of(category));
    itunes.setExplicit(show.explicit());
    itunes.setBlock(show.distribution().isUnlisted());
    itunes.setComplete(show.distribution().complete());
    itunes.setNewFeedUrl(address(show.distribution().newFeedUrl()));
    itunes.setImageUri(urls.of(cover));
    return itunes;
  }

  /** The hub of the feed, if there is one that may know of it. */
  Optional<URI> hub() {
    return Optional.ofNullable(show.distribution().hub()).filter(hub -> maySpread("hub"));
  }

  /** Whoever spreads the news of a feed spreads its address. */
  private boolean maySpread(String key) {
    if (show.distribution().privatePath() == null) {
      return true;
    }
    text.warn(key + ": would tell others the secret address of a private feed; left out");
    return false;
  }

  private List<PodcastTag> podcastTags(String showGuid, String cover, List<FeedItem> items) {
    Show.PodcastTags told = show.tags();
    List<PodcastTag> tags = new ArrayList<>();
    tags.add(new PodcastTag.Guid(showGuid));
    tags.add(
        new PodcastTag.Locked(
            told.locked(), show.owner().email().isEmpty() ? null : show.owner().email()));
    if (show.distribution().isUnlisted()) {
      tags.add(new PodcastTag.Block(true, null));
    }
    tags.add(new PodcastTag.Medium(told.medium()));
    addPersons(tags, text, "the show", told.persons());
    addLocation(tags, text, "the show", told.location());
    if (told.funding() != null) {
      tags.add(
          new PodcastTag.Funding(
              told.funding().url().toASCIIString(),
              text.line("funding of the show", told.funding().text())));
    }
    addLicense(tags, text, "the show", show.license());
    updateFrequency(tags);
    if (told.trailer() != null) {
      items.stream()
          .filter(item -> item.episode().slug().equals(told.trailer()))
          .findFirst()
          .ifPresentOrElse(
              item -> tags.add(trailer(item)),
              () ->
                  text.warn("trailer: no published episode has the slug '" + told.trailer() + "'"));
    }
    tags.add(image(urls.of(cover), title));
    if (told.podping() && maySpread("podping")) {
      tags.add(new PodcastTag.Podping(true));
    }
    if (told.aiContent()) {
      tags.add(new PodcastTag.Txt("true", "ai-content"));
    }
    return tags;
  }

  static void addPersons(
      List<PodcastTag> tags, XmlText text, String where, List<Show.Person> persons) {
    for (Show.Person person : persons) {
      tags.add(
          new PodcastTag.Person(
              text.line("a person of " + where, person.name()),
              person.role(),
              person.group(),
              address(person.image()),
              address(person.href())));
    }
  }

  static void addLocation(
      List<PodcastTag> tags, XmlText text, String where, Show.@Nullable Location location) {
    if (location != null) {
      tags.add(
          new PodcastTag.Location(
              text.line("location of " + where, location.name()),
              "subject",
              location.geo(),
              location.osm(),
              null));
    }
  }

  /** A licence that is not a known one would need an address (podcast namespace, tag license). */
  static void addLicense(
      List<PodcastTag> tags, XmlText text, String where, @Nullable String given) {
    if (given == null) {
      return;
    }
    String license = text.line("licence of " + where, given);
    if (SPDX_IDENTIFIER.matcher(license).matches()) {
      tags.add(new PodcastTag.License(license.toLowerCase(Locale.ROOT), null));
    } else {
      text.warn("licence '" + license + "' is no SPDX identifier: left out of the feed");
    }
  }

  private void updateFrequency(List<PodcastTag> tags) {
    Show.UpdateFrequency frequency = show.tags().updateFrequency();
    boolean complete = show.distribution().complete();
    if (frequency != null) {
      String shown = text.line("update frequency of the show", frequency.text());
      tags.add(new PodcastTag.UpdateFrequency(shown, null, frequency.rrule(), complete));
    }
  }

  private PodcastTag trailer(FeedItem item) {
    return new PodcastTag.Trailer(
        text.line("title of the trailer", item.episode().title()),
        urls.of(item.audio().path()),
        item.episode().publishedAt(),
        item.audio().sizeBytes(),
        item.audio().mediaType(),
        item.episode().season());
  }

  /** A square picture. */
  static PodcastTag.Image image(String url, String alt) {
    String type = url.endsWith(".png") ? "image/png" : "image/jpeg";
    return new PodcastTag.Image(url, alt, "1/1", null, null, type, "artwork");
  }

  private static @Nullable String address(@Nullable URI uri) {
    return uri == null ? null : uri.toASCIIString();
  }
}
