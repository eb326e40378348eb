package com.kaizencast.feed.podcast;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes the podcast namespace; ROME finds it through {@code rome.properties}. */
public final class PodcastModuleGenerator implements ModuleGenerator {

  @Override
  public String getNamespaceUri() {
    return PodcastModule.URI;
  }

  @Override
  public Set<Namespace> getNamespaces() {
    return Set.of(TagXml.NAMESPACE);
  }

  @Override
  public void generate(Module module, Element parent) {
    for (PodcastTag tag : ((PodcastModule) module).tags()) {
      parent.addContent(tag.toElement());
    }
  }
}
