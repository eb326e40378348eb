package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.speech.SpokenTexts;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.sun.speech.freetts.FreeTTS;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void speaksWithAVoiceOfTheFolderAndNotesWhenItsFileChanges(@TempDir Path home) throws Exception {
    VoiceFolder folder = new VoiceFolder(home.resolve("voices"));
    byte[] bytes =
        Files.readAllBytes(
            Path.of("src/main/resources/com/kaizencast/speech/clustergen/rms.flitevox"));
    folder.add("mine", Files.write(home.resolve("file"), bytes));
    VoiceSettings mine = new VoiceSettings("mine", null, null, null);
    String identity = Voices.identity(mine, folder);

    assertThat(Voices.names(folder)).containsExactly("rms", "kevin16", "mine");
    assertThat(Voices.open(mine, folder).speak(SpokenTexts.of("Yes.")).audio().samples())
        .isEqualTo(
            Voices.open(new VoiceSettings("rms", null, null, null))
                .speak(SpokenTexts.of("Yes."))
                .audio()
                .samples());

    // a byte of the gain at the end of the file
    bytes[bytes.length - 2]--;
    folder.add("mine", Files.write(home.resolve("file"), bytes));
    assertThat(Voices.identity(mine, folder)).isNotEqualTo(identity);
  }

  @Test
  void opensTheVoicesOfTheProgramWhateverTheFolder(@TempDir Path home) throws Exception {
    VoiceFolder folder = new VoiceFolder(home);

    for (String name : Voices.names()) {
      VoiceSettings settings = new VoiceSettings(name, null, null, null);
      assertThat(Voices.open(settings, folder).sampleRateHz()).isEqualTo(16_000);
      assertThat(Voices.identity(settings, folder)).isEqualTo(Voices.identity(settings));
    }
  }
}
