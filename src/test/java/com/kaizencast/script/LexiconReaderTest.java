package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.LexiconEntry.Kind;
import com.kaizencast.episode.ScriptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconReaderTest {

  @TempDir private Path home;

  private List<LexiconEntry> read(String yaml) throws Exception {
    Reading.write(home, "scripts/lexicon.yaml", yaml);
    return LexiconReader.read(home);
  }

  private List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(byte[] yaml) {
    Reading.write(home, "scripts/lexicon.yaml", yaml);
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> LexiconReader.read(home));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problems())
        .allSatisfy(p -> assertThat(p.position().file()).isEqualTo("scripts/lexicon.yaml"));
    return Reading.lines(thrown.problems());
  }

  @Test
  void isEmptyWithoutAFile() throws Exception {
    assertThat(LexiconReader.read(home)).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing yet\n")).isEmpty();
  }

  @Test
  void readsEveryWayToSayATerm() throws Exception {
    List<LexiconEntry> entries =
        read(
            """
            # how we say things
            EKS: spell
            NATO: word
            PostgreSQL: {as: post gress}
            C#:
              as: see sharp
            kubernetes: {phones: k uw1 b er n eh1 t iy z}
            no: word
            "true": spell
            1.0: {as: one point oh}
            New York: {as: "the city’s name"}
            "&": {as: and}
            word: {as: word}
            """);

    assertThat(entries)
        .containsExactly(
            new LexiconEntry("EKS", Kind.SPELL, ""),
            new LexiconEntry("NATO", Kind.WORD, ""),
            new LexiconEntry("PostgreSQL", Kind.WORDS, "post gress"),
            new LexiconEntry("C#", Kind.WORDS, "see sharp"),
            new LexiconEntry("kubernetes", Kind.PHONES, "k uw1 b er n eh1 t iy z"),
            new LexiconEntry("no", Kind.WORD, ""),
            new LexiconEntry("true", Kind.SPELL, ""),
            new LexiconEntry("1.0", Kind.WORDS, "one point oh"),
            new LexiconEntry("New York", Kind.WORDS, "the city's name"),
            new LexiconEntry("&", Kind.WORDS, "and"),
            new LexiconEntry("word", Kind.WORDS, "word"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          EKS: letters           | 3:6: 'EKS' is 'letters'; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS:                   | 3:5: 'EKS' is ''; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: [spell]           | 3:6: 'EKS' takes one way to say it; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: {}                | 3:6: 'EKS' takes one way to say it; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: {as: a, phones: a}| 3:6: 'EKS' takes one way to say it; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: {say: a}          | 3:7: 'EKS' takes 'as' or 'phones' with a text; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: {as: [a]}         | 3:7: 'EKS' takes 'as' or 'phones' with a text; write word, spell, {as: other words} or {phones: k uw1 b}
          EKS: {as: }            | 3:10: 'EKS' is said as ''; use plain words of the letters a to z and apostrophes, numbers written out
          EKS: {as: e 2}         | 3:11: 'EKS' is said as 'e 2'; use plain words of the letters a to z and apostrophes, numbers written out
          EKS: {as: café}        | 3:11: 'EKS' is said as 'café'; use plain words of the letters a to z and apostrophes, numbers written out
          EKS: {as: a-b}         | 3:11: 'EKS' is said as 'a-b'; use plain words of the letters a to z and apostrophes, numbers written out
          EKS: {phones: }        | 3:14: the phones of 'EKS' hold '', which is no phone of the voice; there are aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw and b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh
          EKS: {phones: K AH1}   | 3:15: the phones of 'EKS' hold K; write lower case, and 1 or nothing after a vowel
          EKS: {phones: k ah0}   | 3:15: the phones of 'EKS' hold ah0; write lower case, and 1 or nothing after a vowel
          EKS: {phones: k1 ah}   | 3:15: the phones of 'EKS' stress the consonant k1; put the 1 after a vowel
          EKS: {phones: k s}     | 3:15: the phones of 'EKS' have no vowel; a word needs one
          EKS: {phones: ah hh}   | 3:15: the phones of 'EKS' hold hh without a vowel after it, which the voice can't say
          EKS: {phones: ah w s}  | 3:15: the phones of 'EKS' hold w without a vowel after it, which the voice can't say
          EKS: {phones: ng ah}   | 3:15: the phones of 'EKS' hold ng without a vowel before it, which the voice can't say
          EKS: {phones: pau ah}  | 3:15: the phones of 'EKS' hold 'pau', which is no phone of the voice; there are aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw and b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh
          ' a': word             | 3:1: a term has no blanks around it, and single ones within
          ' ': word              | 3:1: a term has no blanks around it, and single ones within
          AWS: spell             | 3:1: 'AWS' is given twice; keep one of them
          jvm: spell             | 3:1: 'jvm' matches the same words as 'Jvm'; keep one of them
          '→': spell             | 3:6: '→' has no letter or digit to spell; use {as: …}
          EKS: *a                | 3:6: aliases (*name) are not used here; write the value itself, or put it in quotes
          EKS: {as: !a b}        | 3:11: tags (!a) are not used here; delete it, or quote the value
          @a: word               | 3:1: this is not YAML: found character '@' that cannot start any token
          """)
  void reportsAMistakeAtItsPlace(String line, String problem) {
    assertThat(problems("AWS: word\nJvm: word\n" + line + "\n"))
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  @Test
  void toleratesTermsThatDifferInCaseWhereItCounts() throws Exception {
    assertThat(read("It: word\nIT: spell\n")).hasSize(2);
    assertThat(problems("it: word\nIt: spell\n"))
        .containsExactly("2:1: 'It' matches the same words as 'it'; keep one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hh y uw1", "ow1 n", "s ih1 ng", "w ah1 n", "k uw1 b er n eh1 t iy z"})
  void takesPhonesThatTheVoiceCanSay(String phones) throws Exception {
    assertThat(read("a: {phones: " + phones + "}"))
        .containsExactly(new LexiconEntry("a", Kind.PHONES, phones));
  }

  @Test
  void boundsTermsAndSayings() {
    assertThat(
            problems(
                "a".repeat(101)
                    + ": word\nb: {as: "
                    + "a ".repeat(300)
                    + "}\nc: {phones: "
                    + "ah ".repeat(300)
                    + "}\nd: {as: "
                    + "a'".repeat(20_000)
                    + "}\n"))
        .hasSize(4)
        .allMatch(problem -> problem.length() < 200);
  }

  @Test
  void reportsAllMistakesAtOnce() {
    assertThat(problems("a: b\nc: {as: 1}\nd: {phones: q}\ne: word\n"))
        .extracting(problem -> problem.substring(0, 3))
        .containsExactly("1:4", "2:9", "3:1");
  }

  @Test
  void rejectsWhatIsNoText() {
    assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xC0}))
        .containsExactly("1:4: the byte 0xC0 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void isALargeTableInLittleTime() throws Exception {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      yaml.append("term😀%d: {as: a b}\n".formatted(i));
    }

    assertThat(read(yaml.toString())).hasSize(5_000);
  }

  @Test
  void readsTheSameInTurkish() throws Exception {
    Reading.inTurkish(
        () ->
            assertThat(read("IO: spell\nIot: word\n"))
                .extracting(LexiconEntry::term)
                .containsExactly("IO", "Iot"));
  }
}
