package com.kaizencast.episode;

/**
 * Where a published file is: a path under the home folder, or, for what was published before the
 * show came here and stays where it is, an address.
 */
public final class PublishedPath {

  private PublishedPath() {}

  /** Whether this is an address and not a path under the home folder. */
  public static boolean isElsewhere(String path) {
    return path.startsWith("https://") || path.startsWith("http://");
  }
}
