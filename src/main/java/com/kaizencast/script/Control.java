package com.kaizencast.script;

import com.kaizencast.episode.SpanStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.jspecify.annotations.Nullable;

/**
 * What a host asks of the voice within a line, written as a link so that it does no harm where
 * nobody knows of it.
 *
 * <pre>
 * [shown](say: "spoken")   is shown and said otherwise
 * [](say: "spoken")        is said and not shown
 * [shown](spell:)          is said letter by letter
 * [shown](unspoken:)       is shown and not said
 * [](pause:500ms)          is a silence
 * </pre>
 *
 * @param argument the words to say, or the pause in milliseconds
 */
record Control(SpanStyle style, @Nullable String argument) {

  static final int LONGEST_PAUSE_MS = 10_000;

  private static final List<String> NAMES = List.of("say", "spell", "unspoken", "pause");
  private static final Pattern TARGET = Pattern.compile("([A-Za-z]{3,10}):(.*)", Pattern.DOTALL);
  private static final Pattern PAUSE =
      Pattern.compile("([0-9]{1,6})ms|([0-9]{1,3}(?:\\.[0-9]{1,3})?)s");

  /** Text that looks like a control and, by the rules of Markdown, is no link. */
  static final Pattern BROKEN = Pattern.compile("\\]\\((?:" + String.join("|", NAMES) + "):");

  /** Other things that a link may lead to; none of them is a control misspelled. */
  private static final List<String> SCHEMES =
      List.of(
          "http", "https", "mailto", "tel", "sms", "ftp", "geo", "data", "file", "magnet", "urn");

  /** Whether a link is a control, right or wrong. */
  static boolean is(Link link) {
    return name(link) != null;
  }

  private static @Nullable String name(Link link) {
    Matcher target = TARGET.matcher(link.getDestination());
    return target.matches() && NAMES.contains(target.group(1)) ? target.group(1) : null;
  }

  /** What to tell a host who may have meant a control, or null. */
  static @Nullable String misspelled(Link link) {
    Matcher target = TARGET.matcher(link.getDestination());
    if (!target.matches() || target.group(2).startsWith("//")) {
      return null;
    }
    String scheme = target.group(1).toLowerCase(Locale.ROOT);
    return SCHEMES.contains(scheme)
        ? null
        : Suggestion.nearest(scheme, NAMES)
            .map(name -> "'" + target.group(1) + ":' is no control; did you mean '" + name + ":'?")
            .orElse(null);
  }

  /**
   * Reads a control.
   *
   * @param shown the text of the link
   */
  static Control read(Link link, String shown) throws Form.Wrong {
    String rest = link.getDestination().substring(link.getDestination().indexOf(':') + 1);
    return switch (String.valueOf(name(link))) {
      case "say" -> say(rest, link.getTitle(), shown);
      case "pause" -> pause(rest, shown);
      case "spell" -> marked(SpanStyle.SPELL, rest, shown);
      case "unspoken" -> marked(SpanStyle.UNSPOKEN, rest, shown);
      default -> throw new IllegalArgumentException("no control: " + link);
    };
  }

  private static Control say(String rest, @Nullable String title, String shown) throws Form.Wrong {
    // A single word may stand without its blank and without its quotes.
    String words = SourceText.oneLine(title == null ? rest.replaceAll("^[\"']|[\"']$", "") : title);
    if (words.isEmpty() || (title != null && !rest.isEmpty())) {
      throw new Form.Wrong("needs the words in quotes: [shown](say: \"what is said\")");
    }
    return shown.isEmpty()
        ? new Control(SpanStyle.UNSHOWN, words)
        : new Control(SpanStyle.SAY, words);
  }

  private static Control pause(String rest, String shown) throws Form.Wrong {
    if (!shown.isEmpty()) {
      throw new Form.Wrong("has no text; write [](pause:500ms) behind it");
    }
    Matcher length = PAUSE.matcher(rest);
    if (!length.matches()) {
      throw new Form.Wrong(
          "has the length " + Forms.quoted(rest) + "; write it like 500ms or 1.5s");
    }
    long millis =
        length.group(1) != null
            ? Long.parseLong(length.group(1))
            : Math.round(Double.parseDouble(length.group(2)) * 1000);
    if (millis < 1 || millis > LONGEST_PAUSE_MS) {
      throw new Form.Wrong("has the length " + rest + "; it goes from 1ms to 10s");
    }
    return new Control(SpanStyle.PAUSE, Long.toString(millis));
  }

  private static Control marked(SpanStyle style, String rest, String shown) throws Form.Wrong {
    if (!rest.isEmpty()) {
      throw new Form.Wrong("takes nothing after the colon; delete " + Forms.quoted(rest));
    }
    if (shown.isEmpty()) {
      throw new Form.Wrong("needs a text between its brackets");
    }
    return new Control(style, null);
  }
}
