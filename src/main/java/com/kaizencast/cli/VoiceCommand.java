package com.kaizencast.cli;

import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The voices: which there are, how they sound, how to get more. */
@Command(
    name = "voice",
    description = "Lists the voices, adds one, lets one speak.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast voice list",
      "  kaizencast voice say rms \"This is how I sound.\"",
      "  kaizencast voice add slt"
    })
final class VoiceCommand implements Runnable {

  @ParentCommand private @Nullable Cli parent;
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), "voice: say list, add or say");
  }

  @Command(name = "list", description = "Lists the voices there are.")
  int list() throws Exception {
    Voices.names(folder()).forEach(name -> cli().out().println(name));
    return ExitCode.OK;
  }

  @Command(
      name = "add",
      description = "Adds a voice of the installed flite (slt, awb) or of a .flitevox file.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path file)
      throws Exception {
    if (file == null) {
      folder().addFromFlite(name);
    } else {
      folder().add(name, file);
    }
    cli().out().println("added " + name + "; name it under voice: in show.yaml");
    return ExitCode.OK;
  }

  @Command(name = "say", description = "Speaks a text into a WAV file.")
  int say(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "TEXT") String text,
      @Option(names = "-o", paramLabel = "WAV", description = "Default: NAME.wav.")
          @Nullable Path output)
      throws Exception {
    if (!Voices.names(folder()).contains(name)) {
      cli().err().println("no voice '" + name + "'; there is " + Voices.names(folder()));
      return ExitCode.USAGE;
    }
    FreeTtsSynthesizer voice = Voices.open(new VoiceSettings(name, null, null, null), folder());
    Narration narration = new Narrator(List.of()).narrate(text, new SourcePosition("text", 1, 1));
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    for (SpokenSection section : narration.sections()) {
      for (SpokenText sentence : section.texts()) {
        samples.write(littleEndian(voice.speak(sentence).audio()));
      }
    }
    if (samples.size() == 0) {
      cli().err().println("there is nothing to say in that text");
      return ExitCode.USAGE;
    }
    Path wav = output == null ? Path.of(name + ".wav") : output;
    AudioFormat format = new AudioFormat(voice.sampleRateHz(), 16, 1, true, false);
    try (AudioInputStream audio =
        new AudioInputStream(
            new ByteArrayInputStream(samples.toByteArray()), format, samples.size() / 2)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, wav.toFile());
    }
    cli().out().println(wav);
    return ExitCode.OK;
  }

  private static byte[] littleEndian(PcmAudio audio) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * audio.frameCount()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(audio.samples());
    return bytes.array();
  }

  private VoiceFolder folder() {
    return new VoiceFolder(new Home(cli().home()).voices());
  }

  private Cli cli() {
    return Objects.requireNonNull(parent);
  }
}
