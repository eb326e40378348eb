package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of FreeTTS, once per JVM for all voices and threads.
 *
 * <p>Once, because FreeTTS caches the entries of a dictionary for the JVM but keeps their parts of
 * speech in the instance that read them: a second instance picks other pronunciations. For all
 * threads, because entries are only read, and the letter-to-sound rules, which work in a buffer of
 * their own, are locked.
 */
final class SharedLexicon extends CMULexicon {

  /**
   * What the dictionaries lack or get wrong. They hold no word with an apostrophe, and what FreeTTS
   * makes of them without it is another word ("were" for "we're") or guesswork. The verb comes
   * third where it differs.
   */
  private static final String[][] ADDENDA = {
    {"aren't", "aa1 r ax n t"},
    {"can't", "k ae1 n t"},
    {"couldn't", "k uh1 d ax n t"},
    {"didn't", "d ih1 d ax n t"},
    {"doesn't", "d ah1 z ax n t"},
    {"don't", "d ow1 n t"},
    {"hadn't", "hh ae1 d ax n t"},
    {"hasn't", "hh ae1 z ax n t"},
    {"haven't", "hh ae1 v ax n t"},
    {"i'm", "ay1 m"},
    {"isn't", "ih1 z ax n t"},
    {"mustn't", "m ah1 s ax n t"},
    {"needn't", "n iy1 d ax n t"},
    {"o'clock", "ax k l aa1 k"},
    {"shouldn't", "sh uh1 d ax n t"},
    {"there're", "dh eh1 r er"},
    {"they're", "dh eh1 r"},
    {"wasn't", "w aa1 z ax n t"},
    {"we're", "w ih1 r"},
    {"weren't", "w er1 ax n t"},
    {"what're", "w ah1 t er"},
    {"who're", "hh uw1 er"},
    {"won't", "w ow1 n t"},
    {"wouldn't", "w uh1 d ax n t"},
    {"y'all", "y ao1 l"},
    {"you're", "y uh1 r"},
    {"certificate", "s er t ih1 f ih k ax t"},
    {"does", "d ah1 z"},
    {"lead", "l iy1 d"},
    {"lived", "l ih1 v d"},
    {"reading", "r iy1 d ih ng"},
    {"read", "r eh1 d", "r iy1 d"},
    {"use", "y uw1 s", "y uw1 z"},
  };

  private static final Map<String, SharedLexicon> LOADED = new HashMap<>();

  private SharedLexicon(URL compiled, URL addenda, URL letterToSound) {
    super(compiled, addenda, letterToSound, true);
  }

  /**
   * The dictionary of a name.
   *
   * @param name of the dictionary in FreeTTS, for instance {@code cmulex}
   */
  static synchronized SharedLexicon named(String name) {
    return LOADED.computeIfAbsent(name, SharedLexicon::read);
  }

  private static SharedLexicon read(String name) {
    SharedLexicon lexicon =
        new SharedLexicon(
            resource(name + "_compiled.bin"),
            resource(name + "_addenda.bin"),
            resource(name + "_lts.bin"));
    try {
      lexicon.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String[] addendum : ADDENDA) {
      lexicon.addAddendum(addendum[0], null, addendum[1].split(" "));
      if (addendum.length > 2) {
        lexicon.addAddendum(addendum[0], Homographs.VERB, addendum[2].split(" "));
      }
    }
    return lexicon;
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(CMULexicon.class.getResource(name), name);
  }

  /** Whether a lower-case word is in the dictionary itself. */
  boolean holds(String word) {
    return super.getPhones(word, null, false) != null;
  }

  @Override
  public String[] getPhones(String word, @Nullable String partOfSpeech, boolean letterToSound) {
    String[] phones = super.getPhones(word, partOfSpeech, false);
    if (phones != null || !letterToSound) {
      return phones;
    }
    synchronized (this) {
      return super.getPhones(word, partOfSpeech, true);
    }
  }
}
