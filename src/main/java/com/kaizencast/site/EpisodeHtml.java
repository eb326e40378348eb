package com.kaizencast.site;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.FeedItem;
import com.kaizencast.episode.Paragraph;
import com.kaizencast.episode.PublishedPath;
import com.kaizencast.episode.Show;
import com.kaizencast.site.Layout.Foot;
import com.kaizencast.site.Layout.Head;
import com.kaizencast.site.Layout.Text;
import com.samskivert.mustache.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of an episode. */
final class EpisodeHtml {

  private static final Template TEMPLATE = Layout.template("episode");

  /** From the folder of the pages to the home folder. */
  private static final String HOME = "../../";

  private static final Map<String, String> TRANSCRIPTS =
      Map.of(
          "text/vtt", "WebVTT",
          "application/x-subrip", "SubRip",
          "application/json", "JSON",
          "text/html", "HTML");

  private final Show show;
  private final Addresses addresses;
  private final Layout layout;

  /** What all pages of episodes are made of. */
  private final String common;

  EpisodeHtml(Show show, Addresses addresses, Layout layout) {
    this.show = show;
    this.addresses = addresses;
    this.layout = layout;
    Head head = layout.head(HOME, "", "", "", "", "", "");
    this.common = Assets.digest(show + "\n" + layout.cover() + "\n" + head);
  }

  /** A place in the audio to go to. */
  record Place(String seconds, String clock, Text title, String link) {}

  /**
   * A paragraph of the transcript.
   *
   * @param words when its words begin, hundredths of a second, each counted from the one before;
   *     the first from the beginning
   */
  record Spoken(boolean heading, String seconds, String clock, String words, String text) {}

  /** A file to take away. */
  record Download(String href, String name, String size) {}

  /** Another episode. */
  record Neighbour(String href, Text title) {}

  /** All that the template shows. */
  record View(
      Head head,
      Text show,
      Text title,
      Text summary,
      String label,
      String date,
      String isoDate,
      String length,
      String picture,
      String audio,
      String preload,
      String seconds,
      String clock,
      String wave,
      int waveWidth,
      List<String> marks,
      boolean chaptered,
      List<Place> chapters,
      boolean transcribed,
      List<Spoken> transcript,
      String notes,
      List<Download> downloads,
      @Nullable Neighbour newer,
      @Nullable Neighbour older,
      Foot foot) {}

  /** The digest of all that a page is made of; of its neighbours that is the name and the title. */
  String identity(FeedItem item, @Nullable FeedItem newer, @Nullable FeedItem older) {
    StringBuilder all = new StringBuilder(common).append(item);
    for (FeedItem other : new @Nullable FeedItem[] {newer, older}) {
      all.append('\n');
      if (other != null) {
        all.append(other.pagePath()).append(' ').append(other.episode().title());
      }
    }
    return Assets.digest(all.toString());
  }

  String page(EpisodePage page, @Nullable FeedItem newer, @Nullable FeedItem older) {
    FeedItem item = page.item();
    Episode episode = item.episode();
    String picture =
        item.companions().stream()
            .filter(file -> file.kind() == Kind.PICTURE)
            .map(CompanionFile::path)
            .filter(path -> !PublishedPath.isElsewhere(path))
            .findFirst()
            .orElse(layout.cover());
    Head head =
        layout.head(
            item.pagePath(),
            episode.title() + " – " + show.title(),
            episode.summary().isBlank() ? episode.title() : episode.summary(),
            "article",
            picture,
            item.audio().path(),
            new LinkedData(show, addresses).episode(item, picture));
    Duration duration = item.audio().duration();
    return TEMPLATE.execute(
        new View(
            head,
            layout.text(show.title()),
            layout.text(episode.title()),
            layout.text(episode.summary()),
            Shown.label(episode),
            Shown.date(episode.publishedAt(), show.timeZone()),
            Shown.isoDate(episode.publishedAt(), show.timeZone()),
            Shown.length(duration),
            HOME + picture,
            fromPage(item.audio().path()),
            PublishedPath.isElsewhere(item.audio().path()) ? "none" : "metadata",
            Shown.seconds(duration),
            Shown.clock(duration),
            Wave.path(page.swings()),
            Wave.WIDTH,
            Wave.marks(item.chapters(), duration),
            !item.chapters().isEmpty(),
            item.chapters().stream().map(this::place).toList(),
            !page.transcript().isEmpty(),
            page.transcript().stream().map(EpisodeHtml::spoken).toList(),
            // Pictures of the show's own, wherever the page is looked at.
            page.notesHtml().replace("src=\"" + addresses.of(""), "src=\"" + HOME),
            downloads(item),
            newer == null ? null : neighbour(newer),
            older == null ? null : neighbour(older),
            layout.foot()));
  }

  private static String fromPage(String path) {
    return PublishedPath.isElsewhere(path) ? path : HOME + path;
  }

  private Place place(Chapter chapter) {
    return new Place(
        Shown.seconds(chapter.start()),
        Shown.clock(chapter.start()),
        layout.text(chapter.title()),
        LinkedData.text(chapter.link()));
  }

  private Neighbour neighbour(FeedItem item) {
    String path = item.pagePath();
    return new Neighbour(
        path.substring(path.lastIndexOf('/') + 1), layout.text(item.episode().title()));
  }

  private static Spoken spoken(Paragraph paragraph) {
    StringBuilder times = new StringBuilder();
    StringBuilder text = new StringBuilder();
    long last = 0;
    for (Paragraph.Word word : paragraph.words()) {
      long start = word.startMs() / 10;
      for (String part : word.text().split(" ")) {
        boolean first = times.isEmpty();
        times.append(first ? "" : " ").append(start - last);
        text.append(first ? "" : " ").append(part);
        last = start;
      }
    }
    Duration start = Duration.ofMillis(paragraph.words().get(0).startMs());
    return new Spoken(
        paragraph.isHeading(),
        Shown.seconds(start),
        Shown.clock(start),
        times.toString(),
        text.toString());
  }

  private List<Download> downloads(FeedItem item) {
    List<Download> downloads = new java.util.ArrayList<>();
    downloads.add(
        new Download(
            fromPage(item.audio().path()), "Audio (MP3)", Shown.size(item.audio().sizeBytes())));
    for (CompanionFile file : item.companions()) {
      String name = TRANSCRIPTS.get(file.mediaType());
      if (file.kind() == Kind.TRANSCRIPT && name != null) {
        downloads.add(new Download(fromPage(file.path()), "Transcript (" + name + ")", ""));
      }
    }
    return downloads;
  }
}
