package com.kaizencast.episode;

import java.util.List;
import java.util.stream.Stream;

/**
 * An episode as the feed shows it.
 *
 * @param guid never changes once published
 * @param notesHtml HTML fragment, not sanitised
 * @param chapters in order, the first at zero; empty if there are none
 * @param companions in the order in which the feed names them
 */
public record FeedItem(
    String guid,
    Episode episode,
    AudioFile audio,
    String notesHtml,
    List<Chapter> chapters,
    List<CompanionFile> companions) {

  public FeedItem {
    chapters = List.copyOf(chapters);
    companions = List.copyOf(companions);
  }

  /** An episode that is nothing but its audio. */
  public FeedItem(
      String guid, Episode episode, AudioFile audio, String notesHtml, List<Chapter> chapters) {
    this(guid, episode, audio, notesHtml, chapters, List.of());
  }

  /** Where its own page is, if the show has pages; under the home folder. */
  public String pagePath() {
    return "feed/episodes/" + episode.slug() + ".html";
  }

  /** Of all its files under the home folder. */
  public List<String> paths() {
    return Stream.concat(Stream.of(audio.path()), companions.stream().map(CompanionFile::path))
        .filter(path -> !PublishedPath.isElsewhere(path))
        .toList();
  }

  /** The same item with these companions. */
  public FeedItem with(List<CompanionFile> newCompanions) {
    return new FeedItem(guid, episode, audio, notesHtml, chapters, newCompanions);
  }
}
