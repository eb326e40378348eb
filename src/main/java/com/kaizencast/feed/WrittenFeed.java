package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A feed ready to be published.
 *
 * @param pages at least one; the first is the feed that listeners subscribe to
 * @param warnings what had to be left out or cut, one line each
 */
public record WrittenFeed(List<Page> pages, List<String> warnings) {

  public WrittenFeed {
    pages = List.copyOf(pages);
    warnings = List.copyOf(warnings);
  }

  /** As ROME writes it, RFC 822 with a year of four digits. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final Pattern LAST_BUILD =
      Pattern.compile("(?<=<lastBuildDate>)[^<]*(?=</lastBuildDate>)");

  /** The same feed, last changed at another time. */
  public WrittenFeed builtAt(Instant lastBuild) {
    String date = Matcher.quoteReplacement(DATE.format(lastBuild));
    return new WrittenFeed(
        pages.stream()
            .map(page -> new Page(page.path(), LAST_BUILD.matcher(page.xml()).replaceFirst(date)))
            .toList(),
        warnings);
  }

  /**
   * One document of the feed.
   *
   * @param path under the public base URL, for instance {@code feed/feed.xml}
   */
  public record Page(String path, String xml) {

    /** The document as it is to be written, in UTF-8. */
    public byte[] bytes() {
      return xml.getBytes(UTF_8);
    }
  }
}
