package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Span;
import com.kaizencast.episode.SpanStyle;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.SpokenWord;
import com.kaizencast.episode.WrittenWord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which written word each spoken one belongs to, and where both stand in the script. */
final class PassageTest {

  @Test
  void joinsSpansThatTouchIntoOneWrittenWord() {
    SpokenText text = only("{emphasis|CI}/CD's end");

    assertThat(written(text)).containsExactly("CI/CD's", "end");
    assertThat(pairs(text))
        .containsExactly("C=CI/CD's", "I=CI/CD's", "C=CI/CD's", "D's=CI/CD's", "end=end");
  }

  @Test
  void dividesWordsAtTheEndOfALine() {
    SpokenText text = only("one\ntwo");

    assertThat(text.written())
        .containsExactly(new WrittenWord("one", at(1, 1)), new WrittenWord("two", at(2, 1)));
    assertThat(text.text()).isEqualTo("one two.");
  }

  @Test
  void givesEachWordOfAnAmountItsOwnWrittenWord() {
    assertThat(pairs(only("about $5 million now")))
        .containsExactly("about=about", "five=$5", "million=million", "dollars=million", "now=now");
    assertThat(pairs(only("8 March 2024")))
        .containsExactly(
            "the=8",
            "eighth=8",
            "of=March",
            "March=March",
            "twenty=2024",
            "twenty=2024",
            "four=2024");
  }

  @Test
  void spreadsASubstituteOverTheWordsThatItReplaces() {
    assertThat(pairs(only("run {say|kubectl get pods|cube cuttle get the pods} now")))
        .containsExactly(
            "run=run",
            "cube=kubectl",
            "cuttle=kubectl",
            "get=get",
            "the=get",
            "pods=pods",
            "now=now");
  }

  @Test
  void countsWhatIsNotShownToTheWordBefore() {
    SpokenText text = only("Hello{unshown|, dear listener}, there");

    assertThat(written(text)).containsExactly("Hello,", "there");
    assertThat(pairs(text))
        .containsExactly("Hello=Hello,", "dear=Hello,", "listener=Hello,", "there=there");
  }

  @Test
  void saysTextThatHasNoWrittenWordAtAll() {
    SpokenText text = only("{unshown|Only said}");

    assertThat(written(text)).containsExactly("");
    assertThat(text.text()).isEqualTo("Only said.");
  }

  @Test
  void keepsWordsThatAreShownAndNotSaid() {
    assertThat(written(only("One {unspoken|(two)} three {unspoken|four}")))
        .containsExactly("One", "(two)", "three", "four");
    assertThat(pairs(only("{unspoken|zero} one"))).containsExactly("one=one");
    assertThat(written(only("{unspoken|zero} one"))).containsExactly("zero", "one");
  }

  @Test
  void leavesMarksOfNotesOut() {
    SpokenText text = only("a note{footnote|1} here");

    assertThat(written(text)).containsExactly("a", "note", "here");
    assertThat(text.text()).isEqualTo("a note here.");
  }

  @Test
  void dividesTheWrittenWordsAmongTheSentences() {
    List<SpokenText> texts = texts("One two. Three! “Four?” he asked. Five");

    assertThat(texts.stream().map(PassageTest::written))
        .containsExactly(
            List.of("One", "two."),
            List.of("Three!"),
            List.of("“Four?”", "he", "asked."),
            List.of("Five"));
    assertThat(texts.get(2).position()).isEqualTo(at(1, 17));
  }

  @Test
  void cutsALongSentenceWithoutLosingAWord() {
    List<SpokenText> texts = texts("word, ".repeat(600) + "end");

    assertThat(texts).hasSizeGreaterThan(2);
    assertThat(texts).allMatch(text -> text.words().size() <= 250);
    assertThat(texts.stream().mapToInt(text -> text.words().size()).sum()).isEqualTo(601);
    assertThat(texts.stream().mapToInt(text -> text.written().size()).sum()).isEqualTo(601);
    assertThat(texts.get(0).text()).endsWith("word,");
  }

  @Test
  void findsThePositionInSpansThatAreNotAtTheStartOfTheirLine() {
    Span span = new Span(SpanStyle.TEXT, "an XQZ", null, at(7, 11));
    Narration narration = new Narrator(List.of()).narrate(Scripts.paragraph(List.of(span)));

    assertThat(narration.problems().get(0).position()).isEqualTo(at(7, 14));
    assertThat(narration.words())
        .extracting(ReadWord::position)
        .containsExactly(at(7, 11), at(7, 14));
  }

  private static SourcePosition at(int line, int column) {
    return new SourcePosition("test.md", line, column);
  }

  private static SpokenText only(String script) {
    List<SpokenText> texts = texts(script);
    assertThat(texts).hasSize(1);
    return texts.get(0);
  }

  private static List<SpokenText> texts(String script) {
    return new Narrator(List.of()).narrate(Scripts.of(script)).sections().get(0).texts();
  }

  private static List<String> written(SpokenText text) {
    return text.written().stream().map(WrittenWord::text).toList();
  }

  /** Each spoken word with the written one that it says part of. */
  private static List<String> pairs(SpokenText text) {
    List<String> pairs = new ArrayList<>();
    for (SpokenWord word : text.words()) {
      pairs.add(word.text() + "=" + text.written().get(word.written()).text());
    }
    return pairs;
  }
}
