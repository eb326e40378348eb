package com.kaizencast.batch;

import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Show;
import com.kaizencast.feed.gate.PublishedFiles;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.PublishedChapters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a show that lie in its home folder, for whoever checks a feed that names them. */
public record HomeFiles(Home home, Show show) implements PublishedFiles {

  @Override
  public @Nullable Path find(String url) {
    return home.find(show, url);
  }

  @Override
  public List<Chapter> chapters(Path file) throws IOException {
    return PublishedChapters.read(file);
  }
}
