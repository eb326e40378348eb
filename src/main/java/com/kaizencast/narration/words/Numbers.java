package com.kaizencast.narration.words;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

/** Numbers in English words, American style, as ICU spells them. */
final class Numbers {

  /** Longest run of digits read as one number; longer ones are read digit by digit. */
  private static final int MOST_DIGITS = 15;

  /** Not thread-safe, and costly to make. */
  private static final RuleBasedNumberFormat SPELLER =
      new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };

  private Numbers() {}

  /** "one hundred twenty three". */
  static String cardinal(String digits) {
    return digits.length() > MOST_DIGITS ? digits(digits) : cardinal(Long.parseLong(digits));
  }

  static String cardinal(long number) {
    return spell(number, "%spellout-cardinal");
  }

  /** "twenty third". */
  static String ordinal(long number) {
    return spell(number, "%spellout-ordinal");
  }

  /** "twenty twenty four"; also how other numbers of four digits are read in pairs. */
  static String year(int year) {
    return spell(year, "%spellout-numbering-year");
  }

  /** "one two three". */
  static String digits(String digits) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      words.append(i == 0 ? "" : " ").append(DIGITS[digits.charAt(i) - '0']);
    }
    return words.toString();
  }

  /** Integer digits and the digits after the point: "three point one four". */
  static String decimal(String whole, String fraction) {
    return cardinal(whole) + " point " + digits(fraction);
  }

  /** As part of a version: "twelve", "oh four". */
  static String part(String digits) {
    return digits.length() == 2 && digits.startsWith("0")
        ? digits.equals("00") ? "zero zero" : "oh " + DIGITS[digits.charAt(1) - '0']
        : digits.length() > 4 || digits.startsWith("0") ? digits(digits) : cardinal(digits);
  }

  /** As a code or name: up to two digits a number, three each alone, four in pairs. */
  static String code(String digits) {
    if (digits.startsWith("0") || digits.length() == 3 || digits.length() > 4) {
      return digits(digits);
    }
    return digits.length() < 3 ? cardinal(digits) : year(Integer.parseInt(digits));
  }

  /** The plural of a number in words: "nineties", "sixes". */
  static String plural(String number) {
    if (number.endsWith("y")) {
      return number.substring(0, number.length() - 1) + "ies";
    }
    return number + (number.endsWith("x") ? "es" : "s");
  }

  private static String spell(long number, String ruleSet) {
    synchronized (SPELLER) {
      return SPELLER.format(number, ruleSet).replace('-', ' ').replace(",", "");
    }
  }
}
