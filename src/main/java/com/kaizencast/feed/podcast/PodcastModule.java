package com.kaizencast.feed.podcast;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of the podcast namespace that a channel or an item holds, in order. */
public final class PodcastModule implements Module {

  public static final String URI = "https://podcastindex.org/namespace/1.0";

  /** An older name that clients are to take for the same namespace. */
  static final String OLD_URI =
      "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // tags are records; nobody serialises feeds
  private List<PodcastTag> tags;

  public PodcastModule() {
    this(List.of());
  }

  public PodcastModule(List<PodcastTag> tags) {
    this.tags = List.copyOf(tags);
  }

  public List<PodcastTag> tags() {
    return tags;
  }

  /** The tags of one kind. */
  public <T extends PodcastTag> Stream<T> tags(Class<T> kind) {
    return tags.stream().filter(kind::isInstance).map(kind::cast);
  }

  @Override
  public String getUri() {
    return URI;
  }

  @Override
  public Class<? extends CopyFrom> getInterface() {
    return PodcastModule.class;
  }

  @Override
  public void copyFrom(CopyFrom other) {
    tags = ((PodcastModule) other).tags;
  }

  @Override
  public Object clone() {
    return new PodcastModule(tags);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PodcastModule module && module.tags.equals(tags);
  }

  @Override
  public int hashCode() {
    return tags.hashCode();
  }

  @Override
  public String toString() {
    return tags.toString();
  }
}
