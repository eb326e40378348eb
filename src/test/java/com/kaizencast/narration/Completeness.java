package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import com.kaizencast.narration.words.Token;
import com.kaizencast.narration.words.WordReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that nothing vanishes: every letter or digit is said, described or reported. */
final class Completeness {

  private static final Set<SpanStyle> UNREAD =
      Set.of(SpanStyle.FOOTNOTE, SpanStyle.UNSPOKEN, SpanStyle.PAUSE, SpanStyle.SAY);

  private static final WordReader READER = new WordReader(List.of());
  private static final Narrator NARRATOR = new Narrator(List.of());

  private Completeness() {}

  static void check(List<Span> spans) {
    Passage passage = PassageBuilder.of(spans);
    checkThatAllIsInThePassage(spans, passage);
    checkThatAllOfThePassageIsSaid(passage);
    checkNarration(spans);
  }

  private static void checkThatAllIsInThePassage(List<Span> spans, Passage passage) {
    List<BitSet> read = new ArrayList<>();
    spans.forEach(span -> read.add(new BitSet()));
    for (int i = 0; i < passage.text().length(); i++) {
      read.get(passage.span(i)).set(passage.unit(i));
    }
    for (int i = 0; i < spans.size(); i++) {
      String text = spans.get(i).text();
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        if (UCharacter.isLetterOrDigit(text.codePointAt(at))
            && !UNREAD.contains(spans.get(i).style())) {
          boolean isRead = spans.get(i).style() == SpanStyle.UNSHOWN || read.get(i).get(at);
          require(isRead, at, text);
        }
      }
    }
  }

  private static void checkThatAllOfThePassageIsSaid(Passage passage) {
    BitSet said = new BitSet();
    int start = 0;
    for (int end : Sentences.ends(passage)) {
      for (Token token : READER.read(passage.line(start, end))) {
        require(token.start() >= start && token.end() <= end, token.start(), passage.text());
        require(token.end() > token.start(), token.start(), passage.text());
        if (!token.said().isEmpty() || token.remark() != null) {
          said.set(token.start(), token.end());
        }
      }
      start = end;
    }
    String text = passage.text();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (UCharacter.isLetterOrDigit(text.codePointAt(at))) {
        require(said.get(at), at, text);
      }
    }
  }

  private static void checkNarration(List<Span> spans) {
    Narration narration = NARRATOR.narrate(Scripts.paragraph(spans));
    Passage passage = PassageBuilder.of(spans);
    List<SpokenText> texts =
        narration.sections().stream().map(SpokenSection::texts).flatMap(List::stream).toList();
    for (SpokenText text : texts) {
      assertThat(text.words()).hasSizeLessThanOrEqualTo(250);
      for (int i = 0; i < text.words().size(); i++) {
        SpokenWord word = text.words().get(i);
        boolean isEnd = i == text.words().size() - 1 || !".?!".contains(word.punctuation());
        require(word.text().length() <= 45, i, word.text());
        require(isEnd || word.punctuation().isEmpty(), i, text.text());
      }
    }
    if (!texts.isEmpty()) {
      Set<WrittenWord> written = new HashSet<>();
      texts.forEach(text -> written.addAll(text.written()));
      assertThat(written.containsAll(passage.written())).isTrue();
    }
  }

  private static void require(boolean holds, int at, String text) {
    if (!holds) {
      throw new AssertionError("unit " + at + " of: " + text);
    }
  }
}
