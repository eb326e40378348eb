package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

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
