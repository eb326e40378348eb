package com.kaizencast.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/**
 * Addresses that stand for themselves in a text. The Markdown library's own extension for them
 * loses the places in the file where a text also holds an escape.
 */
final class BareLinks {

  private static final LinkExtractor EXTRACTOR =
      LinkExtractor.builder()
          .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
          .build();

  private BareLinks() {}

  /**
   * A stretch of a text.
   *
   * @param target where it leads, empty for what is no address
   */
  record Stretch(int start, int end, String target) {
    boolean isLink() {
      return !target.isEmpty();
    }
  }

  /** Divides a text into the addresses and what is between them. */
  static List<Stretch> in(String text) {
    List<Stretch> stretches = new ArrayList<>();
    for (Span span : EXTRACTOR.extractSpans(text)) {
      String part = text.substring(span.getBeginIndex(), span.getEndIndex());
      String target = span instanceof LinkSpan link ? prefix(link.getType()) + part : "";
      stretches.add(new Stretch(span.getBeginIndex(), span.getEndIndex(), target));
    }
    return stretches;
  }

  private static String prefix(LinkType type) {
    return switch (type) {
      case URL -> "";
      case WWW -> "http://";
      case EMAIL -> "mailto:";
    };
  }
}
