package com.kaizencast.narration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address of the Internet Protocol, with its port or the length of its prefix. */
final class IpAddress implements WordClass {

  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern FOUR =
      Pattern.compile(
          "(?<address>"
              + BYTE
              + "(?:\\."
              + BYTE
              + "){3})(?:/(?<prefix>\\d{1,2})|:(?<port>\\d{1,5}))?"
              + NumberShape.END
              + "(?!\\.\\d)");
  private static final Pattern SIX =
      Pattern.compile(
          "(?=[0-9A-Fa-f:]{0,39}(?:::|(?::[0-9A-Fa-f]{1,4}){5}))(?<address>[0-9A-Fa-f:]{2,39})"
              + "(?:/(?<prefix>\\d{1,3}))?"
              + NumberShape.END);

  @Override
  public String name() {
    return "IP address";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at)) {
      return null;
    }
    Matcher match = line.match(FOUR, at);
    if (match != null) {
      String said = four(match.group("address")) + prefix(match);
      String port = match.group("port");
      return Reading.phrase(
          match.end(), said + (port == null ? "" : " port " + Numbers.code(port)), at);
    }
    match = hasColonSoon(line, at) ? line.match(SIX, at) : null;
    if (match == null || !hasHexDigit(match.group("address"))) {
      return null;
    }
    int end = match.end();
    String address = match.group("address");
    if (match.group("prefix") == null && address.endsWith(":") && !address.endsWith("::")) {
      end--;
      address = address.substring(0, address.length() - 1);
    }
    return Reading.phrase(end, six(address) + prefix(match), at);
  }

  private static boolean hasColonSoon(Line line, int at) {
    for (int i = at; i < at + 5; i++) {
      if (line.at(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasHexDigit(String address) {
    return address.chars().anyMatch(c -> WordClass.isDigit((char) c));
  }

  private static String prefix(Matcher match) {
    String prefix = match.group("prefix");
    return prefix == null ? "" : " slash " + Numbers.cardinal(prefix);
  }

  private static String four(String address) {
    StringBuilder said = new StringBuilder();
    for (String part : address.split("\\.")) {
      said.append(said.length() == 0 ? "" : " dot ").append(part(part));
    }
    return said.toString();
  }

  /** "one ninety two", "one oh one", "two hundred". */
  private static String part(String number) {
    if (number.length() < 3 || number.endsWith("00")) {
      return Numbers.cardinal(number);
    }
    return Numbers.cardinal(number.substring(0, 1)) + " " + Numbers.part(number.substring(1));
  }

  private static String six(String address) {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        said.append(" colon");
      } else if (WordClass.isDigit(c)) {
        said.append(' ').append(Numbers.cardinal(c - '0'));
      } else {
        said.append(' ').append((char) (c & ~0x20));
      }
    }
    return said.toString();
  }
}
