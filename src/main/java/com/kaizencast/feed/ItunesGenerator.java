package com.kaizencast.feed;

import com.rometools.modules.itunes.AbstractITunesObject;
import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.itunes.types.Category;
import com.rometools.modules.itunes.types.Subcategory;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes Apple's tags as Apple asks for them. ROME's own generator writes {@code yes} and {@code
 * no} for {@code itunes:explicit}, empty elements for values that are not given, and durations as
 * {@code HH:MM:SS} in the digits of the machine's locale.
 */
final class ItunesGenerator implements ModuleGenerator {

  private static final Namespace ITUNES =
      Namespace.getNamespace("itunes", AbstractITunesObject.URI);

  @Override
  public String getNamespaceUri() {
    return AbstractITunesObject.URI;
  }

  @Override
  public Set<Namespace> getNamespaces() {
    return Set.of(ITUNES);
  }

  @Override
  public void generate(Module module, Element parent) {
    AbstractITunesObject itunes = (AbstractITunesObject) module;
    add(parent, "author", itunes.getAuthor());
    if (itunes instanceof FeedInformation show) {
      generate(show, parent);
    }
    if (itunes instanceof EntryInformation episode) {
      generate(episode, parent);
    }
    add(parent, "explicit", itunes.getExplicitNullable());
    add(parent, "block", itunes.getBlock() ? "Yes" : null);
    if (itunes.getImageUri() != null) {
      parent.addContent(new Element("image", ITUNES).setAttribute("href", itunes.getImageUri()));
    }
  }

  private static void generate(FeedInformation show, Element parent) {
    add(parent, "type", show.getType());
    Element owner = new Element("owner", ITUNES);
    add(owner, "name", show.getOwnerName());
    add(owner, "email", show.getOwnerEmailAddress());
    if (!owner.getChildren().isEmpty()) {
      parent.addContent(owner);
    }
    for (Category category : show.getCategories()) {
      Element element = category(category.getName());
      for (Subcategory subcategory : category.getSubcategories()) {
        element.addContent(category(subcategory.getName()));
      }
      parent.addContent(element);
    }
    add(parent, "complete", show.getComplete() ? "Yes" : null);
    add(parent, "new-feed-url", show.getNewFeedUrl());
  }

  private static void generate(EntryInformation episode, Element parent) {
    if (episode.getDuration() != null) {
      add(parent, "duration", wholeSeconds(episode.getDuration().getMilliseconds()));
    }
    add(parent, "season", episode.getSeason());
    add(parent, "episode", episode.getEpisode());
    add(parent, "episodeType", episode.getEpisodeType());
  }

  /** Rounded to the nearest second, at least one. */
  private static long wholeSeconds(long milliseconds) {
    return Math.max(1, (milliseconds + 500) / 1000);
  }

  private static Element category(String name) {
    return new Element("category", ITUNES).setAttribute("text", name);
  }

  private static void add(Element parent, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      parent.addContent(new Element(name, ITUNES).setText(value.toString()));
    }
  }
}
