package com.kaizencast.feed;

import com.kaizencast.feed.podcast.PodcastModuleGenerator;
import com.rometools.modules.atom.io.AtomModuleGenerator;
import com.rometools.modules.psc.io.PodloveSimpleChapterGenerator;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import com.rometools.rome.io.impl.RSS20Generator;
import java.util.List;
import org.jdom2.Element;

/**
 * RSS 2.0 with exactly the modules of a podcast, in a fixed order. ROME alone chooses its module
 * generators by the order of the class path and declares their namespaces in the order of a hash
 * table.
 */
final class PodcastRssGenerator extends RSS20Generator {

  private static final List<ModuleGenerator> MODULES =
      List.of(
          new AtomModuleGenerator(),
          new ItunesGenerator(),
          new PodcastModuleGenerator(),
          new PodloveSimpleChapterGenerator());

  @Override
  protected void generateModuleNamespaceDefs(Element root) {
    for (ModuleGenerator generator : MODULES) {
      generator.getNamespaces().forEach(root::addNamespaceDeclaration);
    }
  }

  @Override
  protected void generateFeedModules(List<Module> modules, Element channel) {
    generate(modules, channel);
  }

  @Override
  public void generateItemModules(List<Module> modules, Element item) {
    generate(modules, item);
  }

  private static void generate(List<Module> modules, Element parent) {
    for (ModuleGenerator generator : MODULES) {
      for (Module module : modules) {
        if (module.getUri().equals(generator.getNamespaceUri())) {
          generator.generate(module, parent);
        }
      }
    }
  }
}
