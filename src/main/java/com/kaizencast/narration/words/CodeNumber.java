package com.kaizencast.narration.words;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number that is a name and no count: it is read in pairs, "four oh four". */
final class CodeNumber implements WordClass {

  private static final Pattern SHAPE = Pattern.compile("\\d{3,4}(?![\\p{L}\\p{N}_%°]|[.,:/]\\d)");

  private static final Set<String> NAMED_BEFORE =
      Set.of(
          "error",
          "errors",
          "code",
          "codes",
          "status",
          "http",
          "room",
          "flight",
          "extension",
          "ticket",
          "order",
          "invoice",
          "rfc",
          "bus",
          "route",
          "pin",
          "highway",
          "case",
          "incident",
          "returns",
          "returned");

  private static final Set<String> NAMED_AFTER = Set.of("error", "errors", "response", "responses");

  /** What a status of HTTP is called. */
  private static final Set<String> STATUSES =
      Set.of(
          "OK",
          "Created",
          "Accepted",
          "Moved",
          "Found",
          "Bad",
          "Unauthorized",
          "Forbidden",
          "Not",
          "Gone",
          "Conflict",
          "Too",
          "Internal",
          "Service",
          "Gateway");

  @Override
  public String name() {
    return "code number";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c);
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    Matcher match = line.startsHere(at) ? line.match(SHAPE, at) : null;
    if (match == null || !isNamed(line, at, match.end())) {
      return null;
    }
    String digits = match.group();
    return Reading.phrase(
        match.end(), digits.length() == 4 ? Numbers.code(digits) : hundreds(digits), at);
  }

  private static boolean isNamed(Line line, int at, int end) {
    boolean isThree = end - at == 3;
    // A standard with its number, like AES-256.
    if (line.at(at - 1) == '-' && line.isCapital(at - 2) && line.isCapital(at - 3)) {
      return true;
    }
    String before = line.wordBefore(at).toLowerCase(Locale.ROOT);
    if (line.isBlank(at - 1) && NAMED_BEFORE.contains(before)) {
      return true;
    }
    String after = line.isBlank(end) ? line.wordAfter(end) : "";
    boolean isStatus = isThree && line.at(at) >= '1' && line.at(at) <= '5';
    return isStatus && (STATUSES.contains(after) || NAMED_AFTER.contains(after));
  }

  /** "four oh four", "five hundred", "one thirty seven". */
  private static String hundreds(String digits) {
    String first = Numbers.cardinal(digits.substring(0, 1));
    String rest = digits.substring(1);
    return rest.equals("00") ? first + " hundred" : first + " " + Numbers.part(rest);
  }
}
