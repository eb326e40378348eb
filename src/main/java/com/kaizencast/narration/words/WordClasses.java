package com.kaizencast.narration.words;

import java.util.ArrayList;
import java.util.List;

/** All classes in the order in which they are asked. */
final class WordClasses {

  private WordClasses() {}

  static List<WordClass> inOrder(List<Lexicon> aboveBuiltIn) {
    CommonWords commonWords = new CommonWords();
    List<WordClass> classes = new ArrayList<>();
    classes.add(new Spelled());
    classes.add(new FilePath());
    for (Lexicon lexicon : aboveBuiltIn) {
      classes.add(new LexiconTerm(lexicon, commonWords));
    }
    classes.add(new CalendarDate());
    classes.add(new Abbreviation());
    classes.add(new LexiconTerm(Lexicon.builtIn(), commonWords));
    classes.addAll(
        List.of(
            new WebAddress(),
            new EmailAddress(),
            new DomainName(),
            new FileName(),
            new IpAddress(),
            new Port(),
            new CodeNumber(),
            new Version(),
            new ClockTime(),
            new Telephone(),
            new Money(),
            new Percent(),
            new Measure(),
            new LargeNumber(),
            new Dimensions(),
            new Fraction(),
            new Ratio(),
            new Ordinal(),
            new Year(),
            new Range(),
            new LettersAndDigits(),
            new Cardinal(),
            new Power(),
            new Initials(),
            new Handle(),
            new Flag(),
            new Roman(),
            new Identifier(),
            new Acronym(commonWords),
            new CamelCase(),
            new AccentedWord(),
            new PlainWord(),
            new Emoji(),
            new Rate(),
            new Symbol(),
            new OtherScript(),
            new Punctuation()));
    return List.copyOf(classes);
  }
}
