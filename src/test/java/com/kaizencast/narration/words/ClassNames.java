package com.kaizencast.narration.words;

import java.util.List;

/** The names of all classes, for the tests of other packages. */
public final class ClassNames {

  private ClassNames() {}

  public static List<String> all() {
    return WordClasses.inOrder(List.of()).stream().map(WordClass::name).toList();
  }
}
