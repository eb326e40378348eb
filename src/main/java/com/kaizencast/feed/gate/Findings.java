package com.kaizencast.feed.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects broken rules; the checks that many rules share. */
final class Findings {

  static final Pattern POSITIVE = Pattern.compile("[1-9]\\d{0,17}");

  private static final int MAX_DESCRIPTION_BYTES = 4000;

  private final List<FeedGate.Violation> violations = new ArrayList<>();

  List<FeedGate.Violation> violations() {
    return List.copyOf(violations);
  }

  void add(FeedRule rule, XmlNode node, String detail) {
    add(rule, node.line(), detail);
  }

  void add(FeedRule rule, int line, String detail) {
    violations.add(new FeedGate.Violation(rule, line, detail));
  }

  void unless(boolean holds, FeedRule rule, XmlNode node, String detail) {
    if (!holds) {
      add(rule, node, detail);
    }
  }

  /** A child that must have text. */
  void required(FeedRule rule, XmlNode parent, String name) {
    unless(!parent.childText(name).isEmpty(), rule, parent, "no " + name);
  }

  /** Attributes that must have values. */
  void attributes(FeedRule rule, XmlNode node, String... names) {
    for (String name : names) {
      unless(node.attribute(name) != null, rule, node, node.name() + " without " + name);
    }
  }

  /** Children that may stand but once. */
  void once(XmlNode parent, Set<String> names) {
    Set<String> seen = new HashSet<>();
    for (XmlNode child : parent.children()) {
      boolean first = !names.contains(child.name()) || seen.add(child.name());
      unless(first, FeedRule.ONCE_ONLY, child, "a second " + child.name());
    }
  }

  /** A child that, if there, has one of some values, in any case of letters. */
  void oneOf(FeedRule rule, XmlNode parent, String name, String... values) {
    for (XmlNode node : parent.children(name)) {
      unless(
          Set.of(values).contains(node.text().toLowerCase(Locale.ROOT)),
          rule,
          node,
          name + " '" + node.text() + "'");
    }
  }

  /** A child whose text, if there, has a shape. */
  void shaped(FeedRule rule, XmlNode parent, String name, Pattern shape) {
    for (XmlNode node : parent.children(name)) {
      unless(shape.matcher(node.text()).matches(), rule, node, name + " '" + node.text() + "'");
    }
  }

  void descriptionLength(XmlNode parent) {
    for (XmlNode description : parent.children("description")) {
      int bytes = description.text().getBytes(UTF_8).length;
      unless(
          bytes <= MAX_DESCRIPTION_BYTES,
          FeedRule.DESCRIPTION_LENGTH,
          description,
          "a description of " + bytes + " bytes");
    }
  }

  void date(XmlNode node, @Nullable String text) {
    try {
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(withNumericZone(String.valueOf(text)));
    } catch (DateTimeException e) {
      add(FeedRule.DATE, node, node.name() + " '" + text + "'");
    }
  }

  /** RFC 2822, section 4.3: the zones that have names. */
  private static String withNumericZone(String date) {
    return date.replaceFirst(" (UT|UTC|Z)$", " GMT")
        .replaceFirst(" EDT$", " -0400")
        .replaceFirst(" (EST|CDT)$", " -0500")
        .replaceFirst(" (CST|MDT)$", " -0600")
        .replaceFirst(" (MST|PDT)$", " -0700")
        .replaceFirst(" PST$", " -0800");
  }

  /** The address of something on the web. */
  void webAddress(FeedRule rule, XmlNode node, @Nullable String address) {
    if (address == null || !isWebAddress(address)) {
      add(rule, node, node.name() + " '" + address + "' is no web address");
    } else {
      unless(address.startsWith("https:"), FeedRule.HTTPS, node, address);
    }
  }

  static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The attribute {@code length}, if it is a number of bytes. */
  static Optional<Long> length(XmlNode node) {
    return Optional.ofNullable(node.attribute("length"))
        .filter(length -> POSITIVE.matcher(length).matches())
        .map(Long::valueOf);
  }
}
