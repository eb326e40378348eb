package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomographsTest {

  private final FreeTtsSynthesizer kevin =
      Voices.open(new VoiceSettings("kevin16", null, null, null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the use of it | use | y uw1 s",
        "we use it | use | y uw1 z",
        "how to use it | use | y uw1 z",
        "teams use a common tool | use | y uw1 z",
        "Use strong keys | Use | y uw1 z",
        "eye contact, use gestures | use | y uw1 z",
        "Use of force | Use | y uw1 s",
        "to effectively use time | use | y uw1 z",
        "a new record | record | r eh1 k er d",
        "let's record the show | record | r ax k ao1 r d",
        "project management | project | p r aa1 jh eh k t",
        "they can project it | project | p r ax jh eh1 k t",
        "we implement this | implement | ih1 m p l ax m eh1 n t",
        "keep them separate | separate | s eh1 p r ax t",
        "to separate them | separate | s eh1 p er ey1 t",
        "people live here | live | l ih1 v",
        "access to records | records | r eh1 k er d z",
        "she records a show | records | r ax k ao1 r d z",
        "skip to content | content | k aa1 n t eh n t",
        "they progress | progress | p r ax g r eh1 s",
        "a live show | live | l ay1 v",
        "it went live | live | l ay1 v",
        "I want to read | read | r iy1 d",
        "I have read it all | have | hh ae1 v",
        "who took the lead | lead | l iy1 d",
        "what does it do | does | d ah1 z",
        "the certificate of trust | certificate | s er t ih1 f ih k ax t",
      })
  void takesTheWordThatFitsItsNeighbours(String line, String word, String phones)
      throws SpeechException {
    int index = Arrays.asList(line.replace(",", "").split(" ")).indexOf(word);

    assertThat(kevin.phones(SpokenTexts.of(line)).get(index)).isEqualTo(phones);
  }
}
