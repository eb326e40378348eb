package com.kaizencast.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Asks a feed by XPath, with the usual prefixes. */
final class FeedXml {

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "atom", "http://www.w3.org/2005/Atom",
          "content", "http://purl.org/rss/1.0/modules/content/",
          "psc", "http://podlove.org/simple-chapters",
          "podcast", "https://podcastindex.org/namespace/1.0");

  private final Document document;

  FeedXml(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  /**
   * The texts or values of what a path leads to, below the channel unless it starts at the root.
   */
  List<String> all(String path) {
    try {
      XPath xpath = XPathFactory.newInstance().newXPath();
      xpath.setNamespaceContext(new Prefixes());
      String whole = path.startsWith("/") ? path : "/rss/channel/" + path;
      NodeList found = (NodeList) xpath.evaluate(whole, document, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        texts.add(found.item(i).getTextContent());
      }
      return texts;
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** The one text or value that a path leads to. */
  String one(String path) {
    List<String> all = all(path);
    if (all.size() != 1) {
      throw new AssertionError(path + " leads to " + all);
    }
    return all.get(0);
  }

  private static final class Prefixes implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return NAMESPACES.getOrDefault(prefix, "");
    }

    @Override
    public String getPrefix(String uri) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
      throw new UnsupportedOperationException();
    }
  }
}
