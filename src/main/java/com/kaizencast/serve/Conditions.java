package com.kaizencast.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The conditions of a GET or HEAD request, RFC 9110 section 13. */
final class Conditions {

  /** What the conditions lead to. */
  enum Verdict {
    PROCEED,
    NOT_MODIFIED,
    FAILED
  }

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

  private Conditions() {}

  /**
   * Weighs If-Match, If-Unmodified-Since, If-None-Match and If-Modified-Since in the order of
   * section 13.2.2.
   *
   * @param lastModified in whole seconds; null if it isn't known
   */
  static Verdict weigh(HttpFields request, String etag, @Nullable Instant lastModified) {
    if (request.contains(HttpHeader.IF_MATCH)) {
      if (!isAnyOf(request.getValuesList(HttpHeader.IF_MATCH), etag, true)) {
        return Verdict.FAILED;
      }
    } else if (lastModified != null) {
      Instant date = date(request.get(HttpHeader.IF_UNMODIFIED_SINCE));
      if (date != null && lastModified.isAfter(date)) {
        return Verdict.FAILED;
      }
    }
    if (request.contains(HttpHeader.IF_NONE_MATCH)) {
      if (isAnyOf(request.getValuesList(HttpHeader.IF_NONE_MATCH), etag, false)) {
        return Verdict.NOT_MODIFIED;
      }
    } else if (lastModified != null) {
      Instant date = date(request.get(HttpHeader.IF_MODIFIED_SINCE));
      if (date != null && !lastModified.isAfter(date)) {
        return Verdict.NOT_MODIFIED;
      }
    }
    return Verdict.PROCEED;
  }

  /**
   * Whether a range may be cut out of what is there now, section 13.1.5. Only a strong validator
   * tells that these are the same bytes; a date is one if the file can't have changed a second time
   * within that second (section 8.8.2.2).
   */
  static boolean isSameForRange(
      HttpFields request, String etag, @Nullable Instant lastModified, Instant now) {
    String validator = request.get(HttpHeader.IF_RANGE);
    if (validator == null) {
      return true;
    }
    if (validator.startsWith("\"") || validator.startsWith("W/")) {
      return isStrong(etag) && validator.strip().equals(etag);
    }
    return lastModified != null
        && lastModified.equals(date(validator))
        && lastModified.plusSeconds(1).isBefore(now);
  }

  private static boolean isAnyOf(List<String> values, String etag, boolean strongly) {
    for (String value : values) {
      if (value.strip().equals("*")) {
        return true;
      }
      Matcher tags = TAG.matcher(value);
      while (tags.find()) {
        String tag = tags.group();
        if (strongly ? isStrong(etag) && tag.equals(etag) : opaque(tag).equals(opaque(etag))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isStrong(String etag) {
    return !etag.startsWith("W/");
  }

  private static String opaque(String etag) {
    return isStrong(etag) ? etag : etag.substring(2);
  }

  /** A date that can't be read counts as none. */
  private static @Nullable Instant date(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return HttpDateTime.parse(value).toInstant();
    } catch (IllegalArgumentException | DateTimeException e) {
      return null;
    }
  }
}
