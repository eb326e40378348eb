package com.kaizencast.feed.gate;

import com.kaizencast.episode.Chapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the files are that a feed names. */
@FunctionalInterface
public interface PublishedFiles {

  /** Knows of no file, as for somebody else's feed. */
  PublishedFiles ELSEWHERE = url -> null;

  /**
   * The file that is, or is going to be, served at an address.
   *
   * @return a path, whether or not there is a file; null if the address is somebody else's
   */
  @Nullable Path find(String url);

  /**
   * The chapters in a file of them (podcast namespace, JSON chapters).
   *
   * @return empty if the file is not as the namespace says; null if nobody looks into it
   */
  default @Nullable List<Chapter> chapters(Path file) throws IOException {
    return null;
  }

  /**
   * Whether a file is to be looked into and compared with its hash, or only to be there and of its
   * size, as is enough for one that has been looked into before.
   */
  default boolean isToBeRead(Path file) {
    return true;
  }
}
