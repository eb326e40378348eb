package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhonesTest {

  private static final String RECORDINGS =
      "/com/sun/speech/freetts/en/us/cmu_us_kal/cmu_us_kal16.idx";

  /** The pairs of phones that the voice has recordings of, like {@code k-uw}. */
  private static Set<String> recorded() throws Exception {
    try (InputStream in = PhonesTest.class.getResourceAsStream(RECORDINGS)) {
      assertThat(in).as("recordings of the voice").isNotNull();
      Matcher names =
          Pattern.compile("[a-z]{1,3}-[a-z]{1,3}")
              .matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      Set<String> pairs = new HashSet<>();
      while (names.find()) {
        pairs.add(names.group());
      }
      return pairs;
    }
  }

  private static Set<String> phones(Set<String> pairs) {
    Set<String> phones = new TreeSet<>();
    pairs.forEach(pair -> phones.addAll(List.of(pair.split("-"))));
    phones.remove("pau");
    return phones;
  }

  @Test
  void areAllThoseOfTheVoice() throws Exception {
    Set<String> phones = phones(recorded());

    assertThat(phones).hasSize(40);
    for (String phone : phones) {
      assertThat(Phones.mistake(List.of("ah", phone, "ah"))).as(phone).isNull();
    }
  }

  @Test
  void areTakenInNoPairThatTheVoiceLacks() throws Exception {
    Set<String> recorded = recorded();
    int taken = 0;
    for (String a : phones(recorded)) {
      for (String b : phones(recorded)) {
        if (Phones.mistake(List.of("ah", a, b, "ah")) == null) {
          assertThat(recorded).contains("ah-" + a, a + "-" + b, b + "-ah");
          taken++;
        }
      }
      if (Phones.mistake(List.of(a, "ah1")) == null) {
        assertThat(recorded).contains("pau-" + a, a + "-ah");
      }
      if (Phones.mistake(List.of("ah1", a)) == null) {
        assertThat(recorded).contains("ah-" + a, a + "-pau");
      }
    }
    assertThat(taken).isGreaterThan(1400);
  }
}
