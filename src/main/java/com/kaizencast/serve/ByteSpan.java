package com.kaizencast.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of a file, RFC 9110 section 14.
 *
 * @param first offset of its first byte
 * @param end offset behind its last byte
 */
record ByteSpan(long first, long end) {

  /** More ranges than any player asks for; such a request gets the whole file. */
  private static final int MAX_RANGES = 32;

  /** The header of a part costs about as much as the bytes of a gap this wide. */
  private static final int NARROW_GAP = 128;

  private static final Pattern UNIT = Pattern.compile("(?i)\\s*bytes\\s*=(.*)");
  private static final Pattern SPEC = Pattern.compile("(\\d*)\\s*-\\s*(\\d*)");

  long length() {
    return end - first;
  }

  /** The value of Content-Range. */
  String contentRange(long fileLength) {
    return "bytes " + first + "-" + (end - 1) + "/" + fileLength;
  }

  /**
   * The ranges that a request asks for and the file can give: in ascending order, those that touch
   * or nearly touch made one.
   *
   * @param values the Range headers
   * @return null if the whole file is to be sent, because nothing is asked for, or nothing that can
   *     be understood, or too much; empty if none of the ranges lies in the file
   */
  static @Nullable List<ByteSpan> parse(List<String> values, long fileLength) {
    if (values.size() != 1 || fileLength == 0) {
      return null;
    }
    Matcher unit = UNIT.matcher(values.get(0));
    if (!unit.matches()) {
      return null;
    }
    List<ByteSpan> found = new ArrayList<>();
    int asked = 0;
    for (String element : unit.group(1).split(",", -1)) {
      String text = element.strip();
      if (text.isEmpty()) {
        continue;
      }
      Matcher spec = SPEC.matcher(text);
      if (!spec.matches() || text.length() == 1 || ++asked > MAX_RANGES) {
        return null;
      }
      ByteSpan span = resolve(spec.group(1), spec.group(2), fileLength);
      if (span == null) {
        return null;
      }
      if (span.length() > 0) {
        found.add(span);
      }
    }
    return asked == 0 ? null : merged(found);
  }

  /** The range within the file; of length 0 if it lies outside, null if it is invalid. */
  private static @Nullable ByteSpan resolve(String first, String last, long fileLength) {
    if (first.isEmpty()) {
      return new ByteSpan(fileLength - Math.min(number(last), fileLength), fileLength);
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (to < from) {
      return null;
    }
    return from >= fileLength
        ? new ByteSpan(fileLength, fileLength)
        : new ByteSpan(from, Math.min(to, fileLength - 1) + 1);
  }

  /** Numbers too large for a long are as good as the largest one. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=\\d)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  private static List<ByteSpan> merged(List<ByteSpan> spans) {
    List<ByteSpan> merged = new ArrayList<>();
    spans.sort(Comparator.comparingLong(ByteSpan::first));
    for (ByteSpan span : spans) {
      ByteSpan before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && span.first() <= before.end() + NARROW_GAP) {
        merged.set(
            merged.size() - 1, new ByteSpan(before.first(), Math.max(before.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
