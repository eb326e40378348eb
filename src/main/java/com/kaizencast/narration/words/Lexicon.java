package com.kaizencast.narration.words;

import com.ibm.icu.lang.UCharacter;
import com.kaizencast.episode.LexiconEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Terms and how they are said. Plurals and possessives of a term follow by rule. Immutable.
 *
 * <p>A tree of lower-case characters: the time to match depends on the length of the term, not on
 * the number of terms.
 */
public final class Lexicon {

  private static final Pattern WORDS = Pattern.compile("[A-Za-z']+([ -][A-Za-z']+)*");

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
      if (entry.kind() == LexiconEntry.Kind.PHONES) {
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
    String term = entry.term();
    if (term.strip().length() != term.length() || term.contains("  ")) {
      return "the term '" + term + "' has needless blanks; take them out";
    }
    return switch (entry.kind()) {
      case WORD ->
          WORDS.matcher(term).matches()
              ? null
              : "'"
                  + term
                  + "' is not made of plain letters; use 'words' and say it in other words";
      case SPELL ->
          letters(term).isEmpty()
              ? "'" + term + "' has no letter to spell; use 'words' and say it in other words"
              : null;
      case WORDS ->
          WORDS.matcher(entry.said()).matches()
              ? null
              : "'"
                  + entry.said()
                  + "' for '"
                  + term
                  + "' is not words; write letters, apostrophes and blanks only";
      case PHONES -> {
        if (letters(term).isEmpty()) {
          yield "'" + term + "' has no letter; use 'words' and say it in other words";
        }
        yield Phones.areSayable(entry.said())
            ? null
            : "'"
                + entry.said()
                + "' for '"
                + term
                + "' are not phones; use ARPAbet in lower case with one blank between, stress as 1";
      }
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
    return line.isWord(end) || isGluedOn(line, end) ? null : new Match(entry, false, end);
  }

  /** Whether what follows makes the term the start of an address, a file name or an identifier. */
  private static boolean isGluedOn(Line line, int at) {
    return switch (line.at(at)) {
      case '.', '@', '_', '\\', '$' -> line.isWord(at + 1);
      case ':' -> line.at(at + 1) == '/' && line.at(at + 2) == '/';
      case '=' -> line.at(at + 1) == '=';
      default -> false;
    };
  }

  /** The words of a match. */
  List<Said> say(Match match, int at) {
    LexiconEntry entry = match.entry();
    String term = entry.term();
    List<Said> said =
        new ArrayList<>(
            switch (entry.kind()) {
              case WORD -> Said.phrase(term.toLowerCase(Locale.ROOT), at);
              case SPELL -> Letters.spell(letters(term), at);
              case WORDS -> otherWords(entry.said(), at);
              case PHONES -> List.of(new Said(letters(term), entry.said(), "", at));
            });
    if (match.isPlural()) {
      int last = said.size() - 1;
      said.set(last, said.get(last).inflected(true));
    }
    return said;
  }

  /** Words that may be terms with phones themselves. */
  private List<Said> otherWords(String words, int at) {
    return Said.phrase(words, at).stream()
        .map(
            word -> {
              String own = phones.get(word.text().toLowerCase(Locale.ROOT));
              return own == null || word.phones() != null
                  ? word
                  : new Said(word.text(), own, word.mark(), at);
            })
        .toList();
  }

  /** The ASCII letters of a term. */
  private static String letters(String term) {
    StringBuilder letters = new StringBuilder();
    String folded = Latin.fold(term);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    final List<LexiconEntry> entries = new ArrayList<>(0);
  }
}
