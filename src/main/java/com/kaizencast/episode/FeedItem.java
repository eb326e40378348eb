package com.kaizencast.episode;

import java.util.List;

/**
 * An episode as the feed shows it.
 *
 * @param guid never changes once published
 * @param notesHtml HTML fragment, not sanitised
 * @param chapters in order, the first at zero; empty if there are none
 */
public record FeedItem(
    String guid, Episode episode, AudioFile audio, String notesHtml, List<Chapter> chapters) {
  public FeedItem {
    chapters = List.copyOf(chapters);
  }
}
