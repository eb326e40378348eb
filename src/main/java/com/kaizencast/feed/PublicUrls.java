package com.kaizencast.feed;

import com.kaizencast.episode.PublishedPath;
import com.kaizencast.episode.Show;
import java.net.URI;
import java.net.URISyntaxException;

/** Public addresses of published files. */
final class PublicUrls {

  private final String root;

  PublicUrls(Show show) {
    this.root = show.publicUrl().toASCIIString();
  }

  /** What all addresses begin with; ends in a slash. */
  String root() {
    return root;
  }

  /** The address of a path, with everything escaped that can't stand in one. */
  String of(String path) {
    if (PublishedPath.isElsewhere(path)) {
      return path;
    }
    try {
      return root + new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }
}
