package com.kaizencast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The pages of a show: an index with search and subscription, and for each episode a page with a
 * player. All of them are static, work without JavaScript, and ask nothing of anybody else's
 * server. Equal input gives equal bytes.
 */
public final class Site {

  /** Path of the first page under the home folder. */
  public static final String INDEX = "feed/index.html";

  /** Episodes on one page of the index. */
  static final int PAGE_SIZE = 30;

  private final Show show;
  private final Addresses addresses;
  private final String cover;

  /**
   * @param feed path of the feed under the base URL
   * @param cover path of the published cover, likewise
   */
  public Site(Show show, String feed, String cover) {
    this.show = show;
    this.addresses = new Addresses(show.publicUrl(), feed);
    this.cover = cover;
  }

  /**
   * The files by path under the home folder: what pages refer to stands before them. Pages of
   * episodes are made when they are asked for.
   *
   * @param episodes newest first; of two with one path the newer one has the page
   * @param media reads what goes into the page of an episode
   */
  public Map<String, SiteFile> files(
      List<FeedItem> episodes, Function<FeedItem, EpisodePage> media) {
    Map<String, FeedItem> byPath = new LinkedHashMap<>();
    episodes.forEach(item -> byPath.putIfAbsent(item.pagePath(), item));
    List<FeedItem> pages = List.copyOf(byPath.values());

    Map<String, SiteFile> files = new LinkedHashMap<>();
    Assets assets = new Assets();
    String svg = QrCode.svg(addresses.subscribe());
    String qrCode = Assets.contentName("subscribe", "svg", svg);
    assets.addTo(files);
    files.put("feed/" + qrCode, SiteFile.of(svg));
    Layout layout = new Layout(show, addresses, assets, cover);
    EpisodeHtml episodeHtml = new EpisodeHtml(show, addresses, layout);
    for (int i = 0; i < pages.size(); i++) {
      FeedItem item = pages.get(i);
      FeedItem newer = i == 0 ? null : pages.get(i - 1);
      FeedItem older = i + 1 == pages.size() ? null : pages.get(i + 1);
      files.put(
          item.pagePath(),
          new SiteFile(
              episodeHtml.identity(item, newer, older),
              () -> episodeHtml.page(media.apply(item), newer, older).getBytes(UTF_8)));
    }
    IndexHtml index = new IndexHtml(show, addresses, layout, qrCode);
    files.put("feed/search.json", SiteFile.of(index.search(pages)));
    int count = Math.max(1, (pages.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    for (int page = count; page >= 1; page--) {
      List<FeedItem> shown =
          pages.subList((page - 1) * PAGE_SIZE, Math.min(pages.size(), page * PAGE_SIZE));
      files.put(path(page), SiteFile.of(index.page(shown, page, count, pages.size())));
    }
    if (!show.distribution().isUnlisted()) {
      files.put("feed/sitemap.xml", SiteFile.of(sitemap(count, pages)));
    }
    return files;
  }

  /** Path of a page of the index, counted from 1, under the home folder. */
  static String path(int page) {
    return page == 1 ? INDEX : "feed/page-" + page + ".html";
  }

  /** Sitemaps protocol 0.9. */
  private String sitemap(int count, List<FeedItem> pages) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    for (int page = 1; page <= count; page++) {
      addTo(xml, path(page));
    }
    pages.forEach(item -> addTo(xml, item.pagePath()));
    return xml.append("</urlset>\n").toString();
  }

  private void addTo(StringBuilder xml, String path) {
    String url = addresses.of(path).replace("&", "&amp;").replace("<", "&lt;");
    xml.append("<url><loc>").append(url).append("</loc></url>\n");
  }
}
