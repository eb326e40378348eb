package com.kaizencast.speech;

import com.kaizencast.episode.BlockRole;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Texts for tests, written as a line: {@code We use word[w er1 d], too.} */
public final class SpokenTexts {

  private SpokenTexts() {}

  /**
   * A text whose written words are the words of the line, each at its column; phones in brackets
   * (blanks written as {@code _}).
   */
  public static SpokenText of(String line) {
    List<WrittenWord> written = new ArrayList<>();
    List<SpokenWord> words = new ArrayList<>();
    int column = 1;
    for (String token : line.split(" ")) {
      String punctuation = token.matches(".*[,.?!:;]") ? token.substring(token.length() - 1) : "";
      String word = token.substring(0, token.length() - punctuation.length());
      String phones = null;
      if (word.endsWith("]")) {
        phones = word.substring(word.indexOf('[') + 1, word.length() - 1).replace('_', ' ');
        word = word.substring(0, word.indexOf('['));
      }
      written.add(new WrittenWord(token, new SourcePosition("script.md", 1, column)));
      words.add(new SpokenWord(word, phones, punctuation, written.size() - 1));
      column += token.length() + 1;
    }
    return new SpokenText(
        BlockRole.PARAGRAPH, new SourcePosition("script.md", 1, 1), written, words, Duration.ZERO);
  }
}
