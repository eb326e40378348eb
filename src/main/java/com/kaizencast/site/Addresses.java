package com.kaizencast.site;

import com.kaizencast.episode.PublishedPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public addresses of the show, and links that open its feed in an app. */
final class Addresses {

  /** A link that an app on the listener's machine answers to; no server sees it. */
  record App(String name, String link) {}

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?(?=/)");

  private final String root;
  private final String feed;

  Addresses(URI root, String feed) {
    this.root = root.toASCIIString();
    this.feed = feed;
  }

  /** The address of a published file; ASCII paths only. */
  String of(String path) {
    return PublishedPath.isElsewhere(path) ? path : root + path;
  }

  /**
   * The origin of a file that is on somebody else's server, as a page's policy names it (Content
   * Security Policy 3, section 2.3.1); empty for one of our own.
   */
  static String foreignOrigin(String path) {
    Matcher origin = ORIGIN.matcher(path);
    return origin.lookingAt() ? origin.group() : "";
  }

  String feed() {
    return of(feed);
  }

  /** Where one subscribes. */
  String subscribe() {
    return of(Site.INDEX) + "#subscribe";
  }

  /** The apps' own schemes, with the address of the feed in the form that each of them takes. */
  List<App> apps() {
    String url = feed();
    String bare = url.substring(url.indexOf("://") + 3);
    return List.of(
        new App("Apple Podcasts", "podcast://" + bare),
        new App(
            "Overcast",
            "overcast://x-callback-url/add?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)),
        new App("Pocket Casts", "pktc://subscribe/" + bare),
        new App("AntennaPod", "antennapod-subscribe://" + bare),
        new App("Castro", "castro://subscribe/" + bare),
        new App("Another app", "pcast://" + bare));
  }
}
