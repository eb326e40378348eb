package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import com.kaizencast.episode.LexiconEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Terms and how they are said. Plurals and possessives of a term follow by rule. Immutable.
 *
 * <p>A tree of lower-case characters: the time to match depends on the length of the term, not on
 * the number of terms.
 */
public final class Lexicon {

  private static final Pattern WORDS =
      Pattern.compile("[A-Za-z]+('[A-Za-z]+)*+'?([ -][A-Za-z]+('[A-Za-z]+)*+'?)*+");

  private final String name;
  private final Node root = new Node();

  /** Of single words, in small letters. */
  private final Map<String, String> phones = new HashMap<>();

  /**
   * @param name of the class of its words
   * @param entries without a {@link #mistakeIn mistake}; of two for one term the last holds
   */
  public Lexicon(String name, List<LexiconEntry> entries) {
    this.name = name;
    for (LexiconEntry entry : entries) {
      String mistake = mistakeIn(entry);
      if (mistake != null) {
        throw new IllegalArgumentException(mistake);
      }
      Node node = root;
      for (int i = 0; i < entry.term().length(); i++) {
        char c = Character.toLowerCase(entry.term().charAt(i));
        node = node.next.computeIfAbsent(c, any -> new Node());
      }
      node.entries.removeIf(other -> other.term().equals(entry.term()));
      node.entries.add(entry);
      if (entry.kind() == LexiconEntry.Kind.PHONES && !isCaseSensitive(entry.term())) {
        phones.put(entry.term().toLowerCase(Locale.ROOT), entry.said());
      }
    }
  }

  /** The entries that come with the program. */
  public static Lexicon builtIn() {
    return BuiltIn.LEXICON;
  }

  String name() {
    return name;
  }

  boolean mayStartWith(char c) {
    return root.next.containsKey(Character.toLowerCase(c));
  }

  private static final class BuiltIn {
    static final Lexicon LEXICON = new Lexicon("lexicon", entries());
  }

  static List<LexiconEntry> entries() {
    List<LexiconEntry> entries = new ArrayList<>();
    for (List<String> row : Table.read("lexicon", 3).rows()) {
      LexiconEntry.Kind kind = LexiconEntry.Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      entries.add(new LexiconEntry(row.get(0), kind, row.get(2)));
    }
    return entries;
  }

  /** What keeps an entry from being said, for its host to mend; null if nothing does. */
  public static @Nullable String mistakeIn(LexiconEntry entry) {
    String term = "'" + entry.term() + "'";
    String said = "'" + entry.said() + "'";
    return switch (entry.kind()) {
      case WORD, SPELL ->
          lettersAndDigits(entry.term(), 0).isEmpty()
              ? term + " has no letter to say; say it in other words"
              : null;
      case WORDS ->
          WORDS.matcher(entry.said()).matches()
              ? null
              : said + " for " + term + " is not words; write letters, apostrophes and blanks only";
      case PHONES ->
          Phones.areSayable(entry.said())
              ? null
              : said
                  + " for "
                  + term
                  + " is not phones; use ARPAbet in lower case with one blank between, stress as 1";
    };
  }

  /**
   * A term found in a line.
   *
   * @param end offset after it, the plural's ending included
   */
  record Match(LexiconEntry entry, boolean isPlural, int end) {}

  /** The longest term that begins at an offset. */
  @Nullable Match match(Line line, int at) {
    Match longest = null;
    Node node = root;
    for (int i = at; i < line.to(); i++) {
      Node next = node.next.get(Character.toLowerCase(line.at(i)));
      if (next == null) {
        break;
      }
      node = next;
      for (LexiconEntry entry : node.entries) {
        if (isCaseSensitive(entry.term()) && !line.has(at, entry.term())) {
          continue;
        }
        Match match = ended(entry, line, i + 1);
        if (match != null) {
          longest = match;
        }
      }
    }
    return longest;
  }

  /**
   * The terms that a reading of the text may use, and maybe a few more: also those within joined
   * words.
   */
  public Set<String> termsIn(Line line) {
    Set<String> terms = new HashSet<>();
    if (root.next.isEmpty()) {
      return terms;
    }
    for (int at = line.from(); at < line.to(); at++) {
      if (line.isWord(at - 1) && !isSeam(line, at)) {
        continue;
      }
      Node node = root;
      for (int i = at; i < line.to(); i++) {
        Node next = node.next.get(Character.toLowerCase(line.at(i)));
        if (next == null) {
          break;
        }
        node = next;
        boolean mayEnd = !line.isWord(i + 1) || line.at(i + 1) == 's' || isSeam(line, i + 1);
        for (LexiconEntry entry : node.entries) {
          if (mayEnd && (!isCaseSensitive(entry.term()) || line.has(at, entry.term()))) {
            terms.add(entry.term());
          }
        }
      }
    }
    return terms;
  }

  /** Where a joined word like "GitHub" or "EC2" may be taken apart. */
  private static boolean isSeam(Line line, int at) {
    return line.isCapital(at) || line.isDigit(at) != line.isDigit(at - 1);
  }

  private static boolean isCaseSensitive(String term) {
    for (int i = 1; i < term.length(); i++) {
      if (Character.isUpperCase(term.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Match ended(LexiconEntry entry, Line line, int end) {
    if (!UCharacter.isLetterOrDigit(line.at(end - 1))) {
      return line.isWord(end) ? null : new Match(entry, false, end);
    }
    if (line.at(end) == 's' && !line.isWord(end + 1) && !isGluedOn(line, end + 1)) {
      // The plural's own possessive sounds like the plural.
      int after = line.at(end + 1) == '\'' && !line.isWord(end + 2) ? end + 2 : end + 1;
      return new Match(entry, true, after);
    }
    if (line.has(end, "es") && !line.isWord(end + 2) && Endings.takesEs(entry.term())) {
      return new Match(entry, true, end + 2);
    }
    return line.isWord(end) || isGluedOn(line, end) ? null : new Match(entry, false, end);
  }

  /** Whether what follows makes the term the start of an address, a file name or an identifier. */
  private static boolean isGluedOn(Line line, int at) {
    return switch (line.at(at)) {
      case '.', '@', '_', '\\', '$' -> line.isWord(at + 1);
      case ':' -> line.at(at + 1) == '/' && line.at(at + 2) == '/';
      default -> false;
    };
  }

  /** The words of a match. */
  static List<Said> say(Match match, int at) {
    LexiconEntry entry = match.entry();
    String term = entry.term();
    List<Said> said =
        new ArrayList<>(
            switch (entry.kind()) {
              case WORD -> asWord(term, at);
              case SPELL -> lettersAndDigits(term, at);
              case WORDS -> Said.phrase(entry.said(), at);
              case PHONES -> List.of(new Said(name(term), entry.said(), "", at));
            });
    if (match.isPlural()) {
      int last = said.size() - 1;
      said.set(last, said.get(last).inflected(true));
    }
    return said;
  }

  /**
   * The word with the phones that the lexicon has for it, or for what it is the plural or
   * possessive of; as it is if there are none, or if it has its own.
   */
  Said pronounced(Said word) {
    if (word.phones() != null) {
      return word;
    }
    String text = word.text().toLowerCase(Locale.ROOT);
    String own = phones.get(text);
    if (own != null) {
      return word.with(own);
    }
    for (String ending : List.of("'s", "s", "es")) {
      String stem =
          text.endsWith(ending)
              ? phones.get(text.substring(0, text.length() - ending.length()))
              : null;
      if (stem != null && (!ending.equals("es") || Phones.isHissing(stem))) {
        return word.with(Phones.plural(stem));
      }
    }
    return word;
  }

  /** The letters of a term as a word, small: in capitals it might be taken for an acronym. */
  private static List<Said> asWord(String term, int at) {
    StringBuilder words = new StringBuilder();
    for (Said letter : lettersAndDigits(term, at)) {
      boolean isDigit = letter.text().length() > 1;
      words.append(isDigit ? " " + letter.text() + " " : letter.text());
    }
    return Said.phrase(words.toString().toLowerCase(Locale.ROOT), at);
  }

  /** The names of the letters and digits of a term. */
  private static List<Said> lettersAndDigits(String term, int at) {
    List<Said> said = new ArrayList<>();
    String folded = Latin.fold(term);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (WordClass.isLetter(c)) {
        said.add(Letters.name(c, at));
      } else if (WordClass.isDigit(c)) {
        said.addAll(Said.phrase(Numbers.cardinal(c - '0'), at));
      }
    }
    return said;
  }

  /** The ASCII letters of a term: what a voice may show for phones that it is given. */
  private static String name(String term) {
    String letters = Latin.fold(term).replaceAll("[^A-Za-z]", "");
    return letters.isEmpty() ? "phones" : letters;
  }

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    final List<LexiconEntry> entries = new ArrayList<>(0);
  }
}
