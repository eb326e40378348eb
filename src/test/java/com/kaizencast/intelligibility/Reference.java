package com.kaizencast.intelligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as a person would read it aloud, found without the program's own narration, which is
 * what is to be judged. Words are taken as they are; whole numbers and years are spelled out here;
 * all else (acronyms, money, times, phrases such as dates) must be in the table {@code
 * readings.tsv}, written by hand, or there is no reference.
 */
final class Reference {

  private static final int LONGEST_PHRASE = 5;

  private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)\\]\\([^)]*\\)");

  /** What stands before the words of a line, except the number of a list item. */
  private static final Pattern LINE_MARK = Pattern.compile("(?m)^\\s*(?:#+|[-*•>])\\s+");

  private static final Pattern QUOTE_OR_DASH =
      Pattern.compile("[“”\"„…—*`();]|\\s–\\s|(?<=\\s)-(?=\\s)");
  private static final Pattern AROUND = Pattern.compile("^[',.:!?]+|[,.:!?]+$");
  private static final Pattern WORD = Pattern.compile("(?:[A-Z]?[a-z]+|[AIO])(?:'[a-z]+)?'?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})*|[0-9]+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  private static final Map<String, String> READINGS = readings();

  private Reference() {}

  /**
   * The words of a script without its title and settings.
   *
   * @throws IllegalArgumentException naming all tokens of which no reading is known
   */
  static List<String> words(String script) {
    String text = LINK.matcher(script.replace('’', '\'')).replaceAll("$1");
    text = LINE_MARK.matcher(text).replaceAll("");
    text = QUOTE_OR_DASH.matcher(text).replaceAll(" ");
    List<String> tokens = new ArrayList<>();
    for (String token : text.split("\\s+")) {
      String bare = AROUND.matcher(token).replaceAll("");
      if (!bare.isEmpty()) {
        tokens.add(bare);
      }
    }
    StringBuilder said = new StringBuilder();
    TreeSet<String> unknown = new TreeSet<>();
    for (int i = 0; i < tokens.size(); ) {
      int length = phraseLength(tokens, i);
      String phrase = String.join(" ", tokens.subList(i, i + Math.max(1, length)));
      said.append(length > 0 ? READINGS.get(phrase) : byRule(phrase, unknown)).append(' ');
      i += Math.max(1, length);
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "readings.tsv should tell how a person reads " + String.join(" | ", unknown));
    }
    return PlainWords.of(said.toString());
  }

  /** How many tokens from here on have a reading of their own; 0 if none. */
  private static int phraseLength(List<String> tokens, int from) {
    for (int length = Math.min(LONGEST_PHRASE, tokens.size() - from); length > 0; length--) {
      if (READINGS.containsKey(String.join(" ", tokens.subList(from, from + length)))) {
        return length;
      }
    }
    return 0;
  }

  private static String byRule(String token, TreeSet<String> unknown) {
    if (YEAR.matcher(token).matches()) {
      int year = Integer.parseInt(token);
      if (year % 100 > 9) {
        return number(year / 100) + " " + number(year % 100);
      }
    }
    if (NUMBER.matcher(token).matches()) {
      return number(Integer.parseInt(token.replace(",", "")));
    }
    StringBuilder words = new StringBuilder();
    for (String part : token.split("-")) {
      Matcher word = WORD.matcher(part);
      String reading = READINGS.get(part);
      if (reading == null && !word.matches()) {
        unknown.add(token);
      }
      words.append(reading == null ? part : reading).append(' ');
    }
    return words.toString();
  }

  /** A whole number below a million, as Americans say it: without "and". */
  static String number(int value) {
    if (value < 0 || value > 999_999) {
      throw new IllegalArgumentException("beyond this speller: " + value);
    }
    if (value < 20) {
      return SMALL.get(value);
    }
    if (value < 100) {
      return TENS.get(value / 10) + (value % 10 == 0 ? "" : " " + SMALL.get(value % 10));
    }
    int unit = value < 1000 ? 100 : 1000;
    String rest = value % unit == 0 ? "" : " " + number(value % unit);
    return number(value / unit) + (unit == 100 ? " hundred" : " thousand") + rest;
  }

  private static Map<String, String> readings() {
    Map<String, String> readings = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            Reference.class.getResourceAsStream("/intelligibility/readings.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              row -> {
                if (row.length != 2 || readings.put(row[0], row[1]) != null) {
                  throw new IllegalStateException("readings.tsv: not one reading: " + row[0]);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings;
  }
}
