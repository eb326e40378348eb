package com.kaizencast.feed.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element as the JDK's XML parser finds it, with the line it starts on. Names have the prefixes
 * that are usual for their namespaces, whatever the document calls them; RSS's own have none.
 */
final class XmlNode {

  private static final Map<String, String> PREFIXES =
      Map.of(
          "",
          "",
          "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "itunes:",
          "http://www.w3.org/2005/Atom",
          "atom:",
          "http://purl.org/rss/1.0/modules/content/",
          "content:",
          "http://podlove.org/simple-chapters",
          "psc:",
          "https://podcastindex.org/namespace/1.0",
          "podcast:",
          "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
          "podcast:");

  private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";

  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> namespaces;

  private XmlNode(String name, int line, List<String> namespaces) {
    this.name = name;
    this.line = line;
    this.namespaces = List.copyOf(namespaces);
  }

  /** The root of a document without a document type. */
  static XmlNode parse(byte[] document) throws SAXException, IOException {
    Builder builder = new Builder();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(JAXP + "maxElementDepth", "100");
      parser.parse(new InputSource(new ByteArrayInputStream(document)), builder);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has an XML parser", e);
    }
    return Optional.ofNullable(builder.root)
        .orElseThrow(() -> new SAXParseException("no root element", null));
  }

  /** For instance {@code title} or {@code itunes:image}; with braces in an unknown namespace. */
  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** The text within, its ends trimmed. */
  String text() {
    return text.toString().strip();
  }

  /** The attribute of no namespace, its ends trimmed; null if it is absent or empty. */
  @Nullable String attribute(String called) {
    String value = attributes.get(called);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Those that are declared here. */
  List<String> namespaces() {
    return namespaces;
  }

  boolean isEmpty() {
    return attributes.isEmpty() && children.isEmpty() && text().isEmpty();
  }

  List<XmlNode> children() {
    return children;
  }

  List<XmlNode> children(String called) {
    return children.stream().filter(child -> child.name.equals(called)).toList();
  }

  Optional<XmlNode> child(String called) {
    return children.stream().filter(child -> child.name.equals(called)).findFirst();
  }

  /** The text of a child; empty if there is none. */
  String childText(String called) {
    return child(called).map(XmlNode::text).orElse("");
  }

  /** This element and all below it. */
  Stream<XmlNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
  }

  private static final class Builder extends DefaultHandler {
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final List<String> declared = new ArrayList<>();
    private @Nullable XmlNode root;
    private @Nullable Locator locator;

    @Override
    public void setDocumentLocator(Locator documentLocator) {
      locator = documentLocator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
      declared.add(uri);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      String prefix = PREFIXES.getOrDefault(uri, "{" + uri + "}");
      int line = locator == null ? 1 : locator.getLineNumber();
      XmlNode node = new XmlNode(prefix + localName, line, declared);
      declared.clear();
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getURI(i).isEmpty()) {
          node.attributes.put(attributes.getLocalName(i), attributes.getValue(i));
        }
      }
      if (open.isEmpty()) {
        root = node;
      } else {
        open.getLast().children.add(node);
      }
      open.addLast(node);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      open.removeLast();
    }

    @Override
    public void characters(char[] ch, int start, int length) {
      open.getLast().text.append(ch, start, length);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXException("external entity " + systemId);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
