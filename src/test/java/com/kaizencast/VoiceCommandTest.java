package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that lists voices, adds them and lets them speak. */
class VoiceCommandTest {

  private static final String RMS =
      "src/main/resources/com/kaizencast/speech/clustergen/rms.flitevox";

  @TempDir Path root;
  private TestHome home;

  @BeforeEach
  void home() {
    home = new TestHome(root);
  }

  @Test
  void listsTheVoicesThatComeWithTheProgram() {
    assertThat(home.run("voice", "list").expect(0).out().lines()).containsExactly("rms", "kevin16");
  }

  @ParameterizedTest
  @CsvSource({"rms, 0.9", "kevin16, 0.9"})
  void saysATextIntoAFile(String voice, double seconds) throws Exception {
    Path wav = root.resolve("said.wav");

    Result result = home.run("voice", "say", voice, "It costs $5.", "-o", wav + "").expect(0);

    assertThat(result.out().strip()).isEqualTo(wav.toString());
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      AudioFormat format = in.getFormat();
      assertThat(format.getSampleRate()).isEqualTo(16_000);
      assertThat(format.getChannels()).isEqualTo(1);
      assertThat(format.getSampleSizeInBits()).isEqualTo(16);
      assertThat(in.getFrameLength() / 16_000.0).isBetween(seconds, 3.0);
      int peak = 0;
      for (byte[] frame; (frame = in.readNBytes(2)).length == 2; ) {
        peak = Math.max(peak, Math.abs(frame[0] & 0xff | frame[1] << 8));
      }
      assertThat(peak).isGreaterThan(3_000);
    }
  }

  @Test
  void speaksWithAVoiceOfAFile() throws Exception {
    assertThat(home.run("voice", "add", "mine", RMS).expect(0).out()).contains("added mine");

    assertThat(home.run("voice", "list").expect(0).out().lines())
        .containsExactly("rms", "kevin16", "mine");
    Path mine = root.resolve("mine.wav");
    Path rms = root.resolve("rms.wav");
    home.run("voice", "say", "mine", "Hello there.", "-o", mine + "").expect(0);
    home.run("voice", "say", "rms", "Hello there.", "-o", rms + "").expect(0);
    assertThat(mine).hasSameBinaryContentAs(rms);
  }

  @Test
  void aVoiceTakenFromFliteSpeaksEpisodes() throws Exception {
    new OutsideJudge("flite", "flite").required();
    home.file("scripts/show.yaml", TestHome.SHOW.replace("kevin16", "slt"))
        .episode("2024-03-08", "first-steps", "First steps");
    assertThat(home.run().expect(2).err())
        .contains("scripts/show.yaml:15:9: 'name' is 'slt', which is no voice here");

    home.run("voice", "add", "slt").expect(0);

    assertThat(home.run().expect(0).out()).contains("1 rendered");
    home.assertFeedHolds();
    String before = home.published().toString();
    // Another voice under the old name.
    home.run("voice", "add", "slt", RMS).expect(0);
    assertThat(home.run().expect(0).out()).contains("1 rendered");
    assertThat(home.published().toString()).isNotEqualTo(before);
  }

  @Test
  void mistakesAreSaidInOneLine() throws Exception {
    Path notes = Files.writeString(root.resolve("notes.txt"), "no voice");

    assertThat(home.run("voice").expect(2).err()).contains("say list, add or say");
    assertThat(home.run("voice", "say", "nobody", "Hello.").expect(2).err())
        .isEqualTo("no voice 'nobody'; there is [rms, kevin16]\n");
    assertThat(home.run("voice", "say", "rms", " ... ").expect(2).err())
        .isEqualTo("there is nothing to say in that text\n");
    assertThat(home.run("voice", "add", "x", notes + "").expect(1).err())
        .endsWith("voice: notes.txt: byte 0: not a CMU Flite voice file of version 2.0\n");
    assertThat(home.run("voice", "add", "../x", RMS).expect(1).err())
        .contains("'../x' can't be the name of a voice")
        .doesNotContain("\tat ");
    assertThat(home.run("voice", "add", "x", root.resolve("none") + "").expect(1).err())
        .contains("none")
        .doesNotContain("\tat ");
    assertThat(home.run("voice", "say", "rms", "Hi.", "-o", root + "/no/x.wav").expect(1).err())
        .contains("no/x.wav")
        .doesNotContain("\tat ");
  }
}
