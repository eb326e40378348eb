package com.kaizencast.script;

import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.script.YamlNode.Broken;
import com.kaizencast.script.YamlNode.Entry;
import com.kaizencast.script.YamlNode.Mapping;
import com.kaizencast.script.YamlNode.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code scripts/lexicon.yaml}: a mapping of terms to how they are said. A term is said as a
 * {@code word}, letter by letter ({@code spell}), in other words ({@code as: post gress}) or by its
 * phones ({@code phones: k uw1 b}).
 */
public final class LexiconReader {

  private static final String FILE = "scripts/lexicon.yaml";
  private static final int LONGEST_TERM = 100;
  private static final int LONGEST_SAYING = 500;
  private static final String HOW = "write word, spell, {as: other words} or {phones: k uw1 b}";

  private final SourceText source;
  private final Problems problems;

  private LexiconReader(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * The lexicon of a home folder in the order of the file, empty if there is none.
   *
   * @param home the folder that holds {@code scripts/}
   * @throws ScriptException with every mistake in the file
   */
  public static List<LexiconEntry> read(Path home) throws ScriptException, IOException {
    Problems problems = new Problems();
    SourceText source = SettingsFile.read(home, FILE, problems);
    if (source == null) {
      return List.of();
    }
    Mapping mapping = YamlReader.read(source, 0, source.text().length(), problems);
    List<LexiconEntry> entries = mapping == null ? List.of() : entries(source, mapping, problems);
    problems.throwIfErrors();
    return entries;
  }

  /** The entries of a mapping without those that hold a mistake, which are reported. */
  static List<LexiconEntry> entries(SourceText source, Mapping mapping, Problems problems) {
    return new LexiconReader(source, problems).entries(mapping);
  }

  private List<LexiconEntry> entries(Mapping mapping) {
    List<LexiconEntry> entries = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      String term = entry.key().value();
      if (term.isBlank() || !term.equals(SourceText.oneLine(term))) {
        error(entry.key(), "a term has no blanks around it, and single ones within");
        continue;
      }
      if (term.length() > LONGEST_TERM) {
        error(entry.key(), "a term has at most " + LONGEST_TERM + " characters");
        continue;
      }
      String other = seen.putIfAbsent(matched(term), term);
      if (other != null) {
        error(
            entry.key(),
            "'" + term + "' matches the same words as '" + other + "'; keep one of them");
        continue;
      }
      LexiconEntry read = entry(term, entry.value());
      if (read != null) {
        entries.add(read);
      }
    }
    return List.copyOf(entries);
  }

  /** Two terms that give the same text here match the same words, see {@link LexiconEntry}. */
  private static String matched(String term) {
    boolean exact = term.codePoints().skip(1).anyMatch(Character::isUpperCase);
    return exact ? term : term.toLowerCase(Locale.ROOT);
  }

  private @Nullable LexiconEntry entry(String term, YamlNode value) {
    if (value instanceof Broken) {
      return null;
    }
    if (value instanceof Scalar scalar) {
      return switch (scalar.value()) {
        case "word" -> new LexiconEntry(term, Kind.WORD, "");
        case "spell" -> spelled(term, scalar);
        default ->
            error(value, quotedTerm(term) + "is " + Forms.quoted(scalar.value()) + "; " + HOW);
      };
    }
    if (value instanceof Mapping mapping && mapping.entries().size() == 1) {
      Entry only = mapping.entries().get(0);
      if (only.value() instanceof Broken) {
        return null;
      }
      String key = only.value() instanceof Scalar ? only.key().value() : "";
      return switch (key) {
        case "as" -> words(term, (Scalar) only.value());
        case "phones" -> phones(term, (Scalar) only.value());
        default ->
            error(only.key(), quotedTerm(term) + "takes 'as' or 'phones' with a text; " + HOW);
      };
    }
    return error(value, quotedTerm(term) + "takes one way to say it; " + HOW);
  }

  private @Nullable LexiconEntry spelled(String term, Scalar scalar) {
    return term.codePoints().anyMatch(Character::isLetterOrDigit)
        ? new LexiconEntry(term, Kind.SPELL, "")
        : error(scalar, quotedTerm(term) + "has no letter or digit to spell; use {as: …}");
  }

  private @Nullable LexiconEntry words(String term, Scalar said) {
    String words = SourceText.oneLine(said.value()).replace('’', '\'');
    return words.length() <= LONGEST_SAYING
            && words.matches("[A-Za-z]+('[A-Za-z]+)*'?( [A-Za-z]+('[A-Za-z]+)*'?)*+")
        ? new LexiconEntry(term, Kind.WORDS, words)
        : error(
            said,
            quotedTerm(term)
                + "is said as "
                + Forms.quoted(said.value())
                + "; use plain words of the letters a to z and apostrophes, numbers written out");
  }

  private @Nullable LexiconEntry phones(String term, Scalar said) {
    String phones = SourceText.oneLine(said.value());
    String mistake =
        phones.length() > LONGEST_SAYING
            ? "are more than " + LONGEST_SAYING + " characters"
            : Phones.mistake(List.of(phones.split(" ")));
    return mistake == null
        ? new LexiconEntry(term, Kind.PHONES, phones)
        : error(said, "the phones of " + quotedTerm(term) + mistake);
  }

  private static String quotedTerm(String term) {
    return Forms.quoted(term) + " ";
  }

  private @Nullable LexiconEntry error(YamlNode node, String message) {
    problems.error(source.position(node.offset()), message);
    return null;
  }
}
