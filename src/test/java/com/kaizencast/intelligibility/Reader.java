package com.kaizencast.intelligibility;

import com.kaizencast.OutsideJudge;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.Id3Tag;
import com.kaizencast.audio.Recording;
import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.intelligibility.Passages.Passage;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;

/**
 * A way from a script to samples.
 *
 * @param name as it stands in the table
 */
record Reader(String name, Way way) {

  private static final List<String> FLITE_VOICES = List.of("kal16", "rms");

  /** Reads a passage aloud into a recording that it makes in the folder. */
  interface Way {
    Recording read(Passage passage, Path folder) throws Exception;
  }

  /**
   * FreeTTS on raw text, our voices, then flite where it is installed.
   *
   * @param shelf that rms is to be tried with as well; null: none
   */
  static List<Reader> all(Show show, Narrator narrator, @Nullable Shelf shelf) throws Exception {
    List<Reader> readers = new ArrayList<>();
    readers.add(
        new Reader(
            "kevin16, raw text",
            (passage, folder) -> recording(RawKevin.speak(passage.raw()), folder)));
    for (String name : Voices.names()) {
      readers.add(new Reader(name + ", narrated", ours(name, show, narrator, null)));
      if (shelf != null && name.equals("rms")) {
        readers.add(
            new Reader(
                name + " " + shelf.name() + ", narrated", ours(name, show, narrator, shelf)));
      }
    }
    if (Files.isExecutable(Path.of("/usr/bin/flite"))) {
      for (String name : FLITE_VOICES) {
        readers.add(new Reader("flite " + name + ", narrated", flite(name, show, narrator)));
      }
    }
    return readers;
  }

  private static Way ours(String name, Show show, Narrator narrator, @Nullable Shelf shelf) {
    SpeechSynthesizer voice = Voices.open(new VoiceSettings(name, null, null, null));
    return (passage, folder) -> {
      Recording recording = Recording.create(folder, voice.sampleRateHz());
      for (SpokenText text : narrated(passage, show, narrator)) {
        PcmAudio audio = voice.speak(text).audio();
        recording.append(shelf == null ? audio : shelf.applied(audio));
        recording.appendSilence(text.pauseAfter());
      }
      return recording;
    };
  }

  /** flite with the same words; the pronunciations of the lexicon are lost on it. */
  private static Way flite(String name, Show show, Narrator narrator) {
    OutsideJudge flite = new OutsideJudge("flite", "flite");
    return (passage, folder) -> {
      Path text = folder.resolve("flite.txt");
      Path samples = folder.resolve("flite.wav");
      Files.writeString(
          text,
          narrated(passage, show, narrator).stream()
              .map(SpokenText::text)
              .collect(Collectors.joining("\n")));
      flite.askOk("-voice", name, "-f", text.toString(), "-o", samples.toString());
      try (AudioInputStream in =
          AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(samples)))) {
        short[] frames = new short[(int) in.getFrameLength()];
        ByteBuffer.wrap(in.readAllBytes())
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer()
            .get(frames);
        return recording(new PcmAudio((int) in.getFormat().getSampleRate(), frames), folder);
      }
    };
  }

  private static Recording recording(PcmAudio audio, Path folder) throws Exception {
    Recording recording = Recording.create(folder, audio.sampleRateHz());
    recording.append(audio);
    return recording;
  }

  private static List<SpokenText> narrated(Passage passage, Show show, Narrator narrator)
      throws Exception {
    Narration narration = narrator.narrate(ScriptReader.read(passage.file(), show));
    if (narration.problems().stream().anyMatch(ScriptProblem::isError)) {
      throw new IllegalStateException(narration.problems().toString());
    }
    return narration.sections().stream().map(SpokenSection::texts).flatMap(List::stream).toList();
  }

  /** The finished MP3 of a passage. */
  Path read(Passage passage, Show show, EpisodeFile files, Path folder) throws Exception {
    Id3Tag tag =
        new Id3Tag(
            passage.name(),
            show.author(),
            show.title(),
            null,
            LocalDate.EPOCH,
            show.language(),
            "",
            "",
            null,
            null,
            List.of());
    String baseName = (name + " " + passage.name()).replaceAll("[^a-z0-9]+", "-");
    try (Recording recording = way.read(passage, folder)) {
      return folder.resolve(
          files.write(recording, show.audio(), tag, folder.resolve("audio"), baseName).path());
    }
  }
}
