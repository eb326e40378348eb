package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.speech.SpokenTexts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RmsDeterminismTest {

  /** Prints the digest of what rms makes of some lines. */
  static final class Digest {
    private Digest() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(of());
    }

    static String of() throws Exception {
      FreeTtsSynthesizer rms = Voices.open(new VoiceSettings("rms", 160.0, 105.0, 30.0));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String line : List.of("IS IT THE IDENTITY, IN INDIA?", "I think it's implicit.")) {
        short[] samples = rms.speak(SpokenTexts.of(line)).audio().samples();
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length);
        bytes.asShortBuffer().put(samples);
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR",
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation",
        "-Xmx100m",
      })
  void saysTheSameInAnyJvm(String options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Digest.class.getName()));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said.trim()).isEqualTo(Digest.of());
    assertThat(java.waitFor()).isZero();
  }
}
