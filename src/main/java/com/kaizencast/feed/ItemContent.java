package com.kaizencast.feed;

import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.podcast.PodcastModule;
import com.kaizencast.feed.podcast.PodcastTag;
import com.rometools.modules.itunes.EntryInformationImpl;
import com.rometools.modules.psc.modules.PodloveSimpleChapterModuleImpl;
import com.rometools.modules.psc.types.SimpleChapter;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a feed says of an episode. */
final class ItemContent {

  private static final Set<String> TIMED_TRANSCRIPTS = Set.of("text/vtt", "application/x-subrip");

  private final Show show;
  private final PublicUrls urls;
  private final XmlText text;

  ItemContent(Show show, PublicUrls urls, XmlText text) {
    this.show = show;
    this.urls = urls;
    this.text = text;
  }

  Item item(FeedItem feedItem) {
    Episode episode = feedItem.episode();
    String where = "episode '" + episode.slug() + "'";
    String title = text.line("title of " + where, episode.title());
    ShowNotes notes = notes(feedItem);
    Item item = new Item();
    item.setTitle(title);
    item.setLink(
        show.distribution().page() ? urls.of(feedItem.pagePath()) : show.website().toASCIIString());
    Description description = new Description();
    description.setValue(text.clean("description of " + where, notes.description()));
    item.setDescription(description);
    Content content = new Content();
    content.setType(Content.HTML);
    content.setValue(text.clean("notes of " + where, notes.html()));
    item.setContent(content);
    Enclosure enclosure = new Enclosure();
    enclosure.setUrl(urls.of(feedItem.audio().path()));
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
    modules.add(new PodcastModule(podcastTags(feedItem, title)));
    if (!feedItem.chapters().isEmpty()) {
      modules.add(simpleChapters(where, feedItem.chapters()));
    }
    item.setModules(modules);
    return item;
  }

  ShowNotes notes(FeedItem item) {
    boolean isDisclosed = show.sound().disclosurePlace() != Show.Sound.Place.NONE;
    String disclosure = isDisclosed ? show.sound().disclosure() : "";
    return new ShowNotes(item, disclosure, show.website(), urls.root());
  }

  private EntryInformationImpl itunes(FeedItem item) {
    Episode episode = item.episode();
    EntryInformationImpl itunes = new EntryInformationImpl();
    if (!item.audio().duration().isZero()) {
      itunes.setDuration(
          new com.rometools.modules.itunes.types.Duration(item.audio().duration().toMillis()));
    }
    itunes.setSeason(episode.season());
    itunes.setEpisode(episode.number());
    itunes.setEpisodeType(episode.type().name().toLowerCase(Locale.ROOT));
    itunes.setExplicit(episode.explicit() == null ? show.explicit() : episode.explicit());
    picture(item).ifPresent(picture -> itunes.setImageUri(urls.of(picture.path())));
    return itunes;
  }

  private static Optional<CompanionFile> picture(FeedItem item) {
    return item.companions().stream()
        .filter(file -> file.kind() == CompanionFile.Kind.PICTURE)
        .findFirst();
  }

  private List<PodcastTag> podcastTags(FeedItem item, String title) {
    Episode episode = item.episode();
    List<PodcastTag> tags = new ArrayList<>();
    if (episode.season() != null) {
      tags.add(new PodcastTag.Season(episode.season(), null));
    }
    if (episode.number() != null) {
      tags.add(new PodcastTag.Episode(BigDecimal.valueOf(episode.number()), null));
    }
    Episode.Tags told = episode.tags();
    ChannelContent.addPersons(tags, text, title, told.persons());
    ChannelContent.addLocation(tags, text, title, told.location());
    ChannelContent.addLicense(tags, text, title, told.license());
    addSoundbites(tags, item);
    for (CompanionFile file : item.companions()) {
      String url = urls.of(file.path());
      switch (file.kind()) {
        case CHAPTERS -> tags.add(new PodcastTag.Chapters(url, file.mediaType()));
        case PICTURE -> tags.add(ChannelContent.image(url, title));
        case TRANSCRIPT -> {
          boolean timed = TIMED_TRANSCRIPTS.contains(file.mediaType());
          tags.add(new PodcastTag.Transcript(url, file.mediaType(), show.language(), timed));
        }
        case WORDS, WAVEFORM -> {}
      }
    }
    if (!item.audio().sha384().isEmpty()) {
      tags.add(withIntegrity(item.audio()));
    }
    return tags;
  }

  /** A stretch that is not within the audio is left out: its text may have become shorter. */
  private void addSoundbites(List<PodcastTag> tags, FeedItem item) {
    for (Episode.Soundbite soundbite : item.episode().tags().soundbites()) {
      Duration end = soundbite.start().plus(soundbite.length());
      if (end.compareTo(item.audio().duration()) > 0) {
        text.warn(
            "soundbite of '"
                + item.episode().title()
                + "' ends after the audio: left out of the feed");
        continue;
      }
      String title = soundbite.title();
      tags.add(
          new PodcastTag.Soundbite(
              soundbite.start(),
              soundbite.length(),
              title == null ? null : text.line("title of a soundbite", title)));
    }
  }

  /** The enclosure once more, with the hash that its bytes can be checked against. */
  private PodcastTag withIntegrity(AudioFile audio) {
    byte[] hash = HexFormat.of().parseHex(audio.sha384());
    BigDecimal bitRate = BigDecimal.valueOf(audio.bitRateKbps() * 1000L);
    return new PodcastTag.AlternateEnclosure(
        audio.mediaType(),
        audio.sizeBytes(),
        bitRate.signum() > 0 ? bitRate : null,
        null,
        show.language(),
        null,
        null,
        null,
        true,
        List.of(new PodcastTag.Source(urls.of(audio.path()), null)),
        new PodcastTag.Integrity("sri", "sha384-" + Base64.getEncoder().encodeToString(hash)));
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
  private static String normalPlayTime(Duration time) {
    return padded(time.toHours(), 2)
        + ":"
        + padded(time.toMinutesPart(), 2)
        + ":"
        + padded(time.toSecondsPart(), 2)
        + "."
        + padded(time.toMillisPart(), 3);
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
