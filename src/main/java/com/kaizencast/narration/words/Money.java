package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount of money. */
final class Money implements WordClass {

  /**
   * @param one name of one, and of many, and of the hundredth part of it
   */
  private record Currency(String one, String many, String cent, String cents) {}

  private static final Map<String, Currency> CURRENCIES = new HashMap<>();

  private static final Pattern BEFORE;
  private static final Pattern AFTER;

  static {
    for (List<String> row : Table.read("currencies", 5).rows()) {
      CURRENCIES.put(row.get(0), new Currency(row.get(1), row.get(2), row.get(3), row.get(4)));
    }
    String sign = "(?<currency>[A-Z]{0,2}\\p{Sc}|[A-Z]{3})";
    String scale =
        "(?:(?<letter>K|k|M|m|B|b|T|bn|mn|tn)(?![\\p{L}\\p{N}_])"
            + "|[ -](?<scale>thousand|million|billion|trillion)(?![\\p{L}\\p{N}_]))?";
    String range = "(?: ?[-\\u2013] ?[$€£]?(?<last>\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,15})?))?";
    BEFORE =
        Pattern.compile(
            "(?<minus>[-\\u2212])?" + sign + " ?" + NumberShape.NUMBER + range + scale + "(?!\\d)");
    AFTER = Pattern.compile(NumberShape.NUMBER + range + scale + " ?" + sign + NumberShape.END);
  }

  @Override
  public String name() {
    return "money";
  }

  @Override
  public boolean mayStartWith(char c) {
    return WordClass.isDigit(c) || WordClass.isCapital(c) || c == '$' || c == '-';
  }

  @Override
  public @Nullable Reading read(Line line, int at, WordReader words) {
    if (!line.startsHere(at) || line.at(at - 1) == '.') {
      return null;
    }
    Matcher match = line.match(BEFORE, at);
    if (match == null) {
      match = line.match(AFTER, at);
      // "5 CAD files", but not "costs 5 CAD".
      if (match == null || !NumberShape.mayStart(line, at)) {
        return null;
      }
    }
    Currency currency = CURRENCIES.get(match.group("currency"));
    if (currency == null) {
      return null;
    }
    if (Adjectives.isBeforeNoun(line, at, match.end())) {
      currency = new Currency(currency.one(), currency.one(), currency.cent(), currency.cent());
    }
    boolean isNegative = line.at(at) == '-' || line.at(at) == '\u2212';
    return Reading.of(match.end(), say(match, currency, isNegative && match.end() > at));
  }

  private static List<Said> say(Matcher match, Currency currency, boolean isNegative) {
    int number = NumberShape.start(match);
    String fraction = match.group("fraction");
    String last = match.group("last");
    String scale = scale(match);
    List<Said> said = new ArrayList<>();
    if (isNegative && match.group("sign") == null) {
      said.addAll(Said.phrase("minus", match.start()));
    }
    boolean inCents =
        fraction != null
            && fraction.length() == 2
            && last == null
            && scale == null
            && !currency.cent().isEmpty();
    if (inCents) {
      String whole = match.group("whole").replace(",", "");
      said.addAll(Said.phrase(withCents(whole, fraction, currency), number));
      return said;
    }
    said.addAll(Said.phrase(NumberShape.say(match), number));
    if (last != null) {
      said.addAll(Said.phrase("to " + plain(last), match.start("last")));
    }
    int end = Math.max(number, match.end() - 1);
    if (scale != null) {
      int at = match.group("scale") == null ? match.start("letter") : match.start("scale");
      said.addAll(Said.phrase(scale, at));
      end = at;
    }
    boolean isOne = NumberShape.isOne(match) && last == null && scale == null;
    int unit = Math.max(match.start("currency"), end);
    said.addAll(Said.phrase(isOne ? currency.one() : currency.many(), unit));
    return said;
  }

  private static String withCents(String whole, String fraction, Currency currency) {
    String cents =
        Numbers.cardinal(fraction)
            + " "
            + (fraction.equals("01") ? currency.cent() : currency.cents());
    boolean isZero = Long.parseLong(whole) == 0;
    if (isZero && !fraction.equals("00")) {
      return cents;
    }
    String units =
        Numbers.cardinal(whole) + " " + (whole.equals("1") ? currency.one() : currency.many());
    return fraction.equals("00") ? units : units + " and " + cents;
  }

  private static String plain(String number) {
    int point = number.indexOf('.');
    String whole = (point < 0 ? number : number.substring(0, point)).replace(",", "");
    return point < 0
        ? Numbers.cardinal(whole)
        : Numbers.decimal(whole, number.substring(point + 1));
  }

  private static @Nullable String scale(Matcher match) {
    if (match.group("scale") != null) {
      return match.group("scale");
    }
    String letter = match.group("letter");
    return letter == null ? null : LargeNumber.scale(letter);
  }
}
