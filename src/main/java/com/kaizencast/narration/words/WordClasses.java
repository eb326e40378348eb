package com.kaizencast.narration.words;

import java.util.List;

/** All classes in the order in which they are asked. */
final class WordClasses {

  private WordClasses() {}

  static List<WordClass> inOrder(List<Lexicon> lexicons) {
    return List.of(
        new Spelled(),
        new LexiconTerm(lexicons),
        new Abbreviation(),
        new Percent(),
        new Ordinal(),
        new Year(),
        new Cardinal(),
        new Acronym(new CommonWords()),
        new LettersAndDigits(),
        new CamelCase(),
        new PlainWord(),
        new OtherScript(),
        new Symbol(),
        new Punctuation());
  }
}
