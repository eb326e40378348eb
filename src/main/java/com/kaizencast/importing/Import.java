package com.kaizencast.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.NameBasedUuid;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.feed.ForeignFeed;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.publish.AtomicFile;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.RunLock;
import com.kaizencast.script.CrawlPatterns;
import com.kaizencast.script.Shelf;
import com.kaizencast.script.ShowDraft;
import com.kaizencast.script.ShowReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings in a text crawl, a folder of posts or a feed. Doing it twice changes nothing. */
public final class Import {

  private static final int MOST_BYTES_OF_TEXT = 32 << 20;
  private static final int MOST_PAGES = 200;

  /**
   * How to import.
   *
   * @param home folder that holds {@code scripts/}
   * @param dryRun whether nothing is written
   * @param asDrafts whether all scripts become drafts
   * @param download whether audio is brought here
   * @param allowPrivate whether addresses that are not public may be asked
   * @param site what a folder of posts is published under; null: the website of the show
   */
  public record Options(
      Path home,
      boolean dryRun,
      boolean asDrafts,
      boolean download,
      boolean allowPrivate,
      @Nullable URI site,
      Instant now) {}

  private final Options options;
  private final Home home;
  private final List<String> remarks = new ArrayList<>();

  public Import(Options options) {
    this.options = options;
    this.home = new Home(options.home());
  }

  /**
   * Imports a source.
   *
   * @param source a file, a folder, or an address
   * @throws ScriptException if the show has mistakes
   * @throws UnreadableFeedException if it looks like a feed and is none
   */
  public Report run(String source)
      throws ScriptException,
          UnreadableFeedException,
          IOException,
          InterruptedException,
          RunLock.HeldException {
    if (options.dryRun()) {
      return read(source);
    }
    RunLock lock = RunLock.take(home, options.now());
    try (lock) {
      return read(source);
    }
  }

  private Report read(String source)
      throws ScriptException, UnreadableFeedException, IOException, InterruptedException {
    if (Web.isAddress(source)) {
      Web web = new Web(options.allowPrivate());
      Web.Answer answer = web.load(source, FeedReader.MAX_BYTES);
      boolean text = Web.mediaType(answer.headers()).equals("text/plain");
      return text && !isMarkup(answer.body())
          ? crawl(source, answer.body())
          : feed(answer.body(), answer.address().toString(), web);
    }
    Path path = Path.of(source);
    if (Files.isDirectory(path) || isMarkdown(path)) {
      return posts(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(source, null, "there is no such file or folder");
    }
    if (Files.size(path) > FeedReader.MAX_BYTES) {
      throw new IOException(source + " is larger than " + (FeedReader.MAX_BYTES >> 20) + " MB");
    }
    byte[] bytes = Files.readAllBytes(path);
    return isMarkup(bytes)
        ? feed(bytes, "", options.download() ? new Web(options.allowPrivate()) : null)
        : crawl(String.valueOf(path.getFileName()), bytes);
  }

  private static boolean isMarkdown(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches("(?s).+\\.(md|markdown|mdx)")
        && Files.isRegularFile(path);
  }

  /** In UTF-8, UTF-16, or whatever has ASCII in it. */
  private static boolean isMarkup(byte[] bytes) {
    for (byte b : bytes) {
      boolean passed = b <= ' ' || b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
      if (!passed || b == '<') {
        return b == '<';
      }
    }
    return false;
  }

  private Report crawl(String name, byte[] bytes) throws ScriptException, IOException {
    if (bytes.length > MOST_BYTES_OF_TEXT) {
      throw new IOException(name + " is larger than " + (MOST_BYTES_OF_TEXT >> 20) + " MB");
    }
    Show show = ShowReader.read(home.root());
    CrawlPatterns patterns = CrawlPatterns.read(home.root(), show);
    String text = new String(bytes, UTF_8).replaceFirst("^\uFEFF", "");
    Crawl crawl = new Crawl(name, text, patterns, show.language());
    Arrivals arrivals = arrivals(show, ledger());
    for (Found found : crawl.scripts()) {
      arrivals.script(found);
    }
    crawl.others().forEach(arrivals::add);
    return new Report(arrivals.lines(), remarks);
  }

  private Report posts(Path source) throws ScriptException, IOException {
    Show show = ShowReader.read(home.root());
    URI site = options.site() == null ? show.website() : options.site();
    PostFolder folder = new PostFolder(source, show, site, options.asDrafts());
    Arrivals arrivals = arrivals(show, ledger());
    for (Found found : folder.posts()) {
      arrivals.script(found);
    }
    folder.others().forEach(arrivals::add);
    return new Report(arrivals.lines(), remarks);
  }

  private Report feed(byte[] bytes, String address, @Nullable Web web)
      throws ScriptException, UnreadableFeedException, IOException, InterruptedException {
    ForeignFeed feed = whole(ForeignFeed.read(bytes, address), web);
    remarks.addAll(feed.remarks());
    Ledger before = ledger();
    Show show = show(feed);
    Arrivals arrivals = arrivals(show, before);
    List<Ledger.Entry> entries = new FeedArrivals(home, show, arrivals, options, web).take(feed);
    if (!entries.isEmpty() && !options.dryRun()) {
      entries.addAll(before.entries());
      entries.sort(
          Comparator.comparing((Ledger.Entry entry) -> entry.item().episode().publishedAt())
              .reversed()
              .thenComparing(entry -> entry.item().guid()));
      Ledger after =
          new Ledger(
              before.showGuid() == null ? showGuid(feed.feed(), address) : before.showGuid(),
              before.lastBuild(),
              before.feed(),
              before.cover(),
              entries,
              before.retired(),
              before.retracted());
      Files.createDirectories(home.feed());
      AtomicFile.write(home.ledgerFile(), LedgerFile.toJson(after));
    }
    return new Report(arrivals.lines(), remarks);
  }

  /** With the items of the pages that follow (RFC 5005, section 3). */
  private ForeignFeed whole(ForeignFeed first, @Nullable Web web)
      throws UnreadableFeedException, IOException, InterruptedException {
    List<PublishedFeed.Item> items = new ArrayList<>(first.feed().items());
    Set<String> seen = new HashSet<>();
    String next = first.feed().next();
    if (next != null && web == null) {
      remarks.add("older items are at " + next + "; import the feed by its address to get them");
    }
    while (next != null && web != null && seen.add(next) && seen.size() <= MOST_PAGES) {
      ForeignFeed page = ForeignFeed.read(web.load(next, FeedReader.MAX_BYTES).body(), next);
      items.addAll(page.feed().items());
      next = page.feed().next();
    }
    PublishedFeed feed = first.feed();
    return new ForeignFeed(
        new PublishedFeed(
            feed.guid(), feed.title(), feed.image(), feed.lastBuild(), feed.next(), items),
        first.about(),
        first.remarks());
  }

  /** The show of this folder; where there is none, one made of the feed. */
  private Show show(ForeignFeed feed) throws ScriptException, IOException {
    Path file = home.scripts().resolve("show.yaml");
    if (Files.exists(file)) {
      return ShowReader.read(home.root());
    }
    ForeignFeed.About about = feed.about();
    String text =
        new ShowDraft(
                feed.feed().title(),
                about.description(),
                about.author(),
                about.ownerName(),
                about.ownerEmail(),
                about.language(),
                about.website(),
                about.category(),
                about.subcategory(),
                about.explicit(),
                about.serial(),
                about.copyright())
            .text();
    Show show = ShowReader.of(text);
    if (!options.dryRun()) {
      Files.createDirectories(home.scripts());
      AtomicFile.write(file, text.getBytes(UTF_8));
    }
    remarks.add(
        "there was no show.yaml: scripts/show.yaml is made of the feed; set base-url in it"
            + (feed.feed().image() == null
                ? ""
                : ", and put the picture " + feed.feed().image() + " there as its cover"));
    return show;
  }

  /** The one that the feed had, or, as its specification says, one made of its address. */
  private static @Nullable String showGuid(PublishedFeed feed, String address) {
    String guid = feed.guid() == null ? "" : feed.guid().strip().toLowerCase(Locale.ROOT);
    if (guid.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return guid;
    }
    return address.isEmpty() ? null : NameBasedUuid.ofFeed(URI.create(address)).toString();
  }

  private Arrivals arrivals(Show show, Ledger ledger) throws IOException {
    Shelf shelf = Shelf.read(home.root(), show);
    return new Arrivals(show, shelf, ledger, options.now(), options.dryRun());
  }

  private Ledger ledger() throws IOException {
    Ledger ledger = LedgerFile.read(home.ledgerFile()).orElse(null);
    if (ledger == null && Files.exists(home.feedFile())) {
      throw new IOException(
          home.ledgerFile()
              + " is lost or damaged; 'kaizencast build' makes it anew, run it first");
    }
    return ledger == null ? Ledger.EMPTY : ledger;
  }
}
