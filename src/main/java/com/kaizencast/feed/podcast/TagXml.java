package com.kaizencast.feed.podcast;

import com.rometools.rome.io.impl.DateParser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Values of tags to and from XML. */
final class TagXml {

  static final Namespace NAMESPACE = Namespace.getNamespace("podcast", PodcastModule.URI);

  private TagXml() {}

  /** A tag lacks something that it must have. */
  static final class MalformedTag extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Element tag(String name) {
    return new Element(name, NAMESPACE);
  }

  static Element content(Element element, String text) {
    return element.setText(text);
  }

  static Element attribute(Element element, String name, @Nullable Object value) {
    return value == null ? element : element.setAttribute(name, value.toString());
  }

  static @Nullable String attribute(Element element, String name) {
    String value = element.getAttributeValue(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  static String required(Element element, String name) {
    String value = attribute(element, name);
    if (value == null) {
      throw new MalformedTag();
    }
    return value;
  }

  static String required(Element element) {
    String value = element.getTextNormalize();
    if (value.isEmpty()) {
      throw new MalformedTag();
    }
    return value;
  }

  static <T> T parsed(String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (NumberFormatException e) {
      throw new MalformedTag();
    }
  }

  static @Nullable Integer wholeNumber(@Nullable String value) {
    return value == null ? null : parsed(value, Integer::valueOf);
  }

  static @Nullable Long number(@Nullable String value) {
    return value == null ? null : parsed(value, Long::valueOf);
  }

  static boolean flag(@Nullable String value) {
    return "yes".equalsIgnoreCase(value) || "true".equalsIgnoreCase(value);
  }

  static String seconds(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
    return seconds.toPlainString();
  }

  static Duration seconds(String value) {
    return Duration.ofMillis(parsed(value, BigDecimal::new).movePointRight(3).longValue());
  }

  static String date(Instant instant) {
    return DateParser.formatRFC822(Date.from(instant), Locale.US);
  }

  static Instant date(String value) {
    Date date = DateParser.parseDate(value, Locale.US);
    if (date == null) {
      throw new MalformedTag();
    }
    return date.toInstant();
  }
}
