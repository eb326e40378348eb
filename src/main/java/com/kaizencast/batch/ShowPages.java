package com.kaizencast.batch;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.publish.EpisodeMedia;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.SiteFolder;
import com.kaizencast.site.EpisodePage;
import com.kaizencast.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The show's page, made of what is published. */
final class ShowPages {

  private ShowPages() {}

  /**
   * Pages by path under the home folder, in the order in which they are to be written; empty if the
   * host wants none.
   *
   * @param cover path of the published cover
   * @param items newest first
   */
  static Map<String, SiteFolder.Page> of(Home home, Show show, String cover, List<FeedItem> items) {
    Map<String, SiteFolder.Page> pages = new LinkedHashMap<>();
    if (show.distribution().page()) {
      new Site(show, FeedWriter.PATH, cover)
          .files(items, item -> media(home, show, item))
          .forEach(
              (path, file) ->
                  pages.put(
                      path,
                      new SiteFolder.Page(
                          file.identity().isEmpty() ? "" : Build.VERSION + " " + file.identity(),
                          file.bytes())));
    }
    return pages;
  }

  private static EpisodePage media(Home home, Show show, FeedItem item) {
    try {
      return new EpisodePage(
          item,
          FeedWriter.notes(show, item),
          EpisodeMedia.transcript(home, item),
          EpisodeMedia.swings(home, item));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
