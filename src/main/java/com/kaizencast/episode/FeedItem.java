package com.kaizencast.episode;

import java.util.List;

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
}
