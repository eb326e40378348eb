package com.kaizencast.speech.clustergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.kaizencast.OutsideJudge;
import com.kaizencast.episode.ToolException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceFolderTest {

  @TempDir Path home;

  private VoiceFolder folder() {
    return new VoiceFolder(home.resolve("voices"));
  }

  @Test
  void hasTheVoiceThatComesWithTheProgramWithoutAnyFolder() throws Exception {
    assertThat(folder().names()).containsExactly("rms");
    assertThat(folder().open("rms")).isSameAs(VoiceFolder.builtIn());
  }

  @Test
  void keepsAVoiceThatWasAdded() throws Exception {
    Path file = Files.write(home.resolve("x"), new TinyVoice().write());

    folder().add("tiny", file);

    assertThat(folder().names()).containsExactly("rms", "tiny");
    assertThat(folder().open("tiny").name()).isEqualTo("tiny");
    assertThat(home.resolve("voices")).isDirectoryContaining("glob:**/tiny.flitevox");
    assertThat(home.resolve("voices")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void readsAVoiceOnceAndAgainAfterItWasReplaced() throws Exception {
    VoiceFolder folder = folder();
    TinyVoice tiny = new TinyVoice();
    folder.add("tiny", Files.write(home.resolve("x"), tiny.write()));
    VoiceModel first = folder.open("tiny");
    assertThat(folder.open("tiny")).isSameAs(first);

    tiny.gain = 2;
    folder.add("tiny", Files.write(home.resolve("x"), tiny.write()));

    assertThat(folder.open("tiny").sha256()).isNotEqualTo(first.sha256());
  }

  @Test
  void refusesAFileThatIsNoVoiceAndKeepsTheOldOne() throws Exception {
    VoiceFolder folder = folder();
    folder.add("tiny", Files.write(home.resolve("x"), new TinyVoice().write()));
    Path wrong = Files.writeString(home.resolve("notes.txt"), "no voice");

    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(() -> folder.add("tiny", wrong))
        .withMessage("voice: notes.txt: byte 0: not a CMU Flite voice file of version 2.0");
    assertThat(folder().open("tiny").name()).isEqualTo("tiny");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rms", "../up", "Tiny", "a b", "1"})
  void refusesNamesThatAreNone(String name) throws Exception {
    Path file = Files.write(home.resolve("x"), new TinyVoice().write());

    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(() -> folder().add(name, file))
        .withMessageContaining("can't be the name of a voice");
  }

  @Test
  void namesTheVoicesThereAreWhereThereIsNoneOfTheName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder().open("tiny"))
        .withMessage("no voice 'tiny'; there is [rms]");
  }

  @Test
  void overlooksOtherFiles() throws Exception {
    Files.createDirectories(home.resolve("voices"));
    Files.writeString(home.resolve("voices").resolve("README.md"), "voices");
    Files.writeString(home.resolve("voices").resolve("rms.flitevox"), "not asked for");

    assertThat(folder().names()).containsExactly("rms");
  }

  @Test
  void tellsWhereTheInstalledFliteHasNoSuchVoice() throws Exception {
    new OutsideJudge("flite", "flite").required();

    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(() -> folder().addFromFlite("nosuch"))
        .withMessageStartingWith("voice: the installed flite has no voice 'nosuch'");
    assertThat(folder().names()).containsExactly("rms");
  }
}
