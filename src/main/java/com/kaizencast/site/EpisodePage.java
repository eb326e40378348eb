package com.kaizencast.site;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Paragraph;
import java.util.List;

/**
 * What the page of an episode is made of.
 *
 * @param notesHtml HTML without anything active
 * @param transcript empty if there is none
 * @param swings how far the sound swings in stretches of equal length, 0 to 128; empty if not known
 */
public record EpisodePage(
    FeedItem item, String notesHtml, List<Paragraph> transcript, List<Integer> swings) {
  public EpisodePage {
    transcript = List.copyOf(transcript);
    swings = List.copyOf(swings);
  }
}
