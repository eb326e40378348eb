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
        "the use of it | use | y uw s",
        "we use it | use | y uw z",
        "how to use it | use | y uw z",
        "teams use a common tool | use | y uw z",
        "Use strong keys | Use | y uw z",
        "eye contact, use gestures | use | y uw z",
        "Use of force | Use | y uw s",
        "to effectively use time | use | y uw z",
        "a new record | record | r eh k er d",
        "let's record the show | record | r ax k ao r d",
        "project management | project | p r aa jh eh k t",
        "they can project it | project | p r ax jh eh k t",
        "we implement this | implement | ih m p l ax m eh n t",
        "keep them separate | separate | s eh p r ax t",
        "to separate them | separate | s eh p er ey t",
        "people live here | live | l ih v",
        "a live show | live | l ay v",
        "it went live | live | l ay v",
        "I want to read | read | r iy d",
        "I have read it all | have | hh ae v",
        "who took the lead | lead | l iy d",
        "what does it do | does | d ah z",
        "the certificate of trust | certificate | s er t ih f ih k ax t",
      })
  void takesTheWordThatFitsItsNeighbours(String line, String word, String phones)
      throws SpeechException {
    int index = Arrays.asList(line.replace(",", "").split(" ")).indexOf(word);

    assertThat(kevin.phones(SpokenTexts.of(line)).get(index)).isEqualTo(phones);
  }
}
