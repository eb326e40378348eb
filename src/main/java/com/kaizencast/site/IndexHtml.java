package com.kaizencast.site;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Show;
import com.kaizencast.site.Layout.Foot;
import com.kaizencast.site.Layout.Head;
import com.kaizencast.site.Layout.Text;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;

/** The pages that list the episodes. */
final class IndexHtml {

  private static final Template TEMPLATE = Layout.template("index");

  private final Show show;
  private final Addresses addresses;
  private final Layout layout;
  private final String qrCode;

  /**
   * @param qrCode name of the QR code's file beside the pages
   */
  IndexHtml(Show show, Addresses addresses, Layout layout, String qrCode) {
    this.show = show;
    this.addresses = addresses;
    this.layout = layout;
    this.qrCode = qrCode;
  }

  /** An episode in the list. */
  record Row(
      String href,
      Text title,
      String label,
      String date,
      String isoDate,
      String length,
      Text summary) {}

  /** All that the template shows. */
  record View(
      Head head,
      boolean first,
      Text title,
      String author,
      Text about,
      String cover,
      String fundingUrl,
      String fundingText,
      String frequency,
      String feed,
      List<Addresses.App> apps,
      String qrCode,
      int total,
      String counted,
      List<Row> rows,
      boolean paged,
      int page,
      int pages,
      String newer,
      String older,
      Foot foot) {}

  /**
   * @param shown newest first
   * @param page counted from 1
   */
  String page(List<FeedItem> shown, int page, int pages, int total) {
    String title = page == 1 ? show.title() : show.title() + ", page " + page;
    String linkedData = page == 1 ? new LinkedData(show, addresses).series(layout.cover()) : "";
    Head head =
        layout.head(
            Site.path(page), title, show.description(), "website", layout.cover(), "", linkedData);
    Show.Funding funding = show.tags().funding();
    Show.UpdateFrequency frequency = show.tags().updateFrequency();
    return TEMPLATE.execute(
        new View(
            head,
            page == 1,
            layout.text(show.title()),
            show.author(),
            layout.text(show.description().strip()),
            name(layout.cover()),
            funding == null ? "" : funding.url().toASCIIString(),
            funding == null ? "" : funding.text(),
            frequency == null ? "" : frequency.text(),
            addresses.feed(),
            addresses.apps(),
            qrCode,
            total,
            total == 1 ? "1 episode" : total + " episodes",
            shown.stream().map(this::row).toList(),
            pages > 1,
            page,
            pages,
            page > 1 ? name(Site.path(page - 1)) : "",
            page < pages ? name(Site.path(page + 1)) : "",
            layout.foot()));
  }

  private Row row(FeedItem item) {
    Episode episode = item.episode();
    return new Row(
        name(item.pagePath()),
        layout.text(episode.title()),
        Shown.label(episode),
        Shown.date(episode.publishedAt(), show.timeZone()),
        Shown.isoDate(episode.publishedAt(), show.timeZone()),
        Shown.length(item.audio().duration()),
        layout.text(Layout.shortened(episode.summary())));
  }

  /** What is searched: link, title, summary, and the line between them, of each episode. */
  String search(List<FeedItem> episodes) {
    List<Object> all = new ArrayList<>();
    for (FeedItem episode : episodes) {
      Row row = row(episode);
      String line =
          (row.label().isEmpty() ? "" : row.label() + " · ") + row.date() + " · " + row.length();
      all.add(List.of(row.href(), row.title().text(), row.summary().text(), line));
    }
    return Json.of(all) + "\n";
  }

  /** From the index, which lies in {@code feed}, to another file there. */
  private static String name(String path) {
    return path.substring("feed/".length());
  }
}
