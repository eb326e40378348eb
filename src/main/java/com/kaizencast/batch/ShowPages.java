package com.kaizencast.batch;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.publish.EpisodeMedia;
import com.kaizencast.publish.Home;
import com.kaizencast.site.EpisodePage;
import com.kaizencast.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The show's page, made of what is published. */
final class ShowPages {

  private ShowPages() {}

  /**
   * Bytes by path under the home folder, in the order in which they are to be written; empty if the
   * host wants no page.
   *
   * @param cover path of the published cover
   * @param items newest first
   */
  static Map<String, byte[]> of(Home home, Show show, String cover, List<FeedItem> items)
      throws IOException {
    if (!show.distribution().page()) {
      return Map.of();
    }
    List<EpisodePage> episodes = new ArrayList<>();
    for (FeedItem item : items) {
      episodes.add(
          new EpisodePage(
              item,
              FeedWriter.notes(show, item),
              EpisodeMedia.transcript(home, item),
              EpisodeMedia.swings(home, item)));
    }
    return new Site(show, FeedWriter.PATH, cover).files(episodes);
  }
}
