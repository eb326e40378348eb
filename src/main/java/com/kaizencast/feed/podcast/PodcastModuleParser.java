package com.kaizencast.feed.podcast;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the podcast namespace under both of its names; ROME finds it through {@code
 * rome.properties}. Tags that are not known or lack what they must have are left out.
 */
public sealed class PodcastModuleParser implements ModuleParser {

  @Override
  public String getNamespaceUri() {
    return PodcastModule.URI;
  }

  @Override
  public @Nullable Module parse(Element parent, Locale locale) {
    List<PodcastTag> tags =
        parent.getChildren().stream()
            .filter(child -> child.getNamespaceURI().equals(getNamespaceUri()))
            .map(PodcastTag::of)
            .flatMap(Optional::stream)
            .toList();
    return tags.isEmpty() ? null : new PodcastModule(tags);
  }

  /** The same under the namespace's older name. */
  public static final class OldName extends PodcastModuleParser {
    @Override
    public String getNamespaceUri() {
      return PodcastModule.OLD_URI;
    }
  }
}
