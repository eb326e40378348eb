package com.kaizencast.episode;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of a script as it is spoken; becomes a chapter. */
public record SpokenSection(String title, @Nullable URI link, List<SpokenText> texts) {
  public SpokenSection {
    texts = List.copyOf(texts);
  }
}
