package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.kaizencast.episode.Show.VoiceSettings;
import com.sun.speech.freetts.FreeTTS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTest {

  @Test
  void opensEveryVoiceItNames() {
    for (String name : Voices.names()) {
      assertThat(Voices.open(new VoiceSettings(name, null, null, null)).sampleRateHz())
          .isPositive();
    }
  }

  @Test
  void namesTheVoicesWhereThereIsNoneOfTheName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Voices.open(new VoiceSettings("kevin8", null, null, null)))
        .withMessage("no voice 'kevin8'; there is [rms, kevin16]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, 0, 49, 401, Double.POSITIVE_INFINITY})
  void rejectsARateThatFreeTtsWouldIgnoreOrChokeOn(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Voices.open(new VoiceSettings("kevin16", rate, null, null)))
        .withMessageContaining("rate must lie between 50.0 and 400.0");
  }

  @Test
  void rejectsPitchAndRangeBeyondTheVoice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Voices.open(new VoiceSettings("kevin16", null, 49.0, null)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Voices.open(new VoiceSettings("kevin16", null, null, -1.0)));
  }

  @Test
  void givesEachSettingItsIdentity() {
    assertThat(
            java.util.stream.Stream.of(
                    new VoiceSettings("kevin16", null, null, null),
                    new VoiceSettings("kevin16", 140.0, null, null),
                    new VoiceSettings("kevin16", null, 140.0, null),
                    new VoiceSettings("kevin16", null, null, 140.0))
                .map(Voices::identity))
        .doesNotHaveDuplicates();
  }

  @Test
  void putsTheVersionOfTheEngineIntoTheIdentity() {
    String jar = FreeTTS.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = jar.substring(jar.lastIndexOf('/') + 1).replace(".jar", "");

    assertThat(Voices.identity(new VoiceSettings("kevin16", null, null, null))).contains(version);
  }
}
