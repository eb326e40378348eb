package com.kaizencast.batch;

import com.kaizencast.audio.Signature;
import com.kaizencast.audio.Soundtrack;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.audio.ffmpeg.UnreadableAudioException;
import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show.Sound;
import com.kaizencast.episode.Show.Sound.Music;
import com.kaizencast.episode.Show.Sound.Place;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.ToolException;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is heard around a script: music, and the sentence that says that the voice is synthetic.
 * Used by several threads.
 */
final class Framing {

  /** Of an intro or an outro; a longer one is a mistake. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Home home;
  private final Sound sound;
  private final Ffmpeg ffmpeg;
  private final List<SpokenText> disclosure;
  private final List<ScriptProblem> warnings;
  private final Map<Integer, Soundtrack> soundtracks = new HashMap<>();

  /**
   * The framing of a show.
   *
   * @throws ScriptException if the disclosure can't be said
   */
  Framing(Home home, Sound sound, Narrator narrator, Ffmpeg ffmpeg) throws ScriptException {
    this.home = home;
    this.sound = sound;
    this.ffmpeg = ffmpeg;
    if (sound.disclosurePlace() == Place.NONE) {
      this.disclosure = List.of();
      this.warnings = List.of();
      return;
    }
    SourcePosition position = sound.disclosurePosition();
    Narration narration = narrator.narrate(sound.disclosure(), position);
    if (narration.problems().stream().anyMatch(ScriptProblem::isError)) {
      throw new ScriptException(narration.problems());
    }
    if (narration.sections().isEmpty()) {
      throw mistake(
          position, "'disclosure' has nothing to say; write a sentence, or disclosure-place: none");
    }
    this.disclosure = narration.sections().get(0).texts();
    this.warnings = narration.problems();
  }

  /** What the host may want to mend in the disclosure. */
  List<ScriptProblem> warnings() {
    return warnings;
  }

  /** Changes whenever something else is to be heard. */
  String identity() throws IOException {
    StringBuilder identity = new StringBuilder("soundtrack " + Soundtrack.VERSION);
    for (Music music : new Music[] {sound.intro(), sound.bed(), sound.outro()}) {
      identity.append('\n').append(music == null ? "none" : identity(music));
    }
    identity.append('\n').append(sound.disclosurePlace());
    for (SpokenText text : disclosure) {
      identity.append('\n').append(text.words()).append(text.pauseAfter());
      text.written().forEach(word -> identity.append(' ').append(word.text()));
    }
    return Sha256.of(identity.toString());
  }

  private String identity(Music music) throws IOException {
    return music.file() == null
        ? "generated " + Signature.VERSION
        : Sha256.of(home.scripts().resolve(music.file()));
  }

  /** The sections with the disclosure in its place; it is part of the first or of the last. */
  List<SpokenSection> disclosed(List<SpokenSection> sections) {
    if (sections.isEmpty() || disclosure.isEmpty()) {
      return sections;
    }
    boolean isFirst = sound.disclosurePlace() == Place.START;
    int index = isFirst ? 0 : sections.size() - 1;
    SpokenSection section = sections.get(index);
    List<SpokenText> texts = new ArrayList<>(section.texts());
    texts.addAll(isFirst ? 0 : texts.size(), disclosure);
    List<SpokenSection> all = new ArrayList<>(sections);
    all.set(index, new SpokenSection(section.title(), section.link(), texts));
    return all;
  }

  /**
   * The music for speech of a sample rate.
   *
   * @throws ScriptException if one of the host's files can't be used; names where they stand
   */
  synchronized Soundtrack soundtrack(int sampleRateHz)
      throws ScriptException, ToolException, IOException, InterruptedException {
    Soundtrack known = soundtracks.get(sampleRateHz);
    if (known == null) {
      known =
          new Soundtrack(
              sampleRateHz,
              alone(sound.intro(), Signature.INTRO, sampleRateHz),
              music(sound.bed(), Signature.BED, sampleRateHz),
              alone(sound.outro(), Signature.OUTRO, sampleRateHz));
      soundtracks.put(sampleRateHz, known);
    }
    return known;
  }

  private @Nullable PcmAudio alone(@Nullable Music music, Signature generated, int sampleRateHz)
      throws ScriptException, ToolException, IOException, InterruptedException {
    PcmAudio audio = music(music, generated, sampleRateHz);
    if (music != null && audio != null && audio.frameCount() > LONGEST.toSeconds() * sampleRateHz) {
      throw mistake(
          music.position(),
          "'" + music.file() + "' is longer than " + LONGEST.toSeconds() + " seconds; shorten it");
    }
    return audio;
  }

  private @Nullable PcmAudio music(@Nullable Music music, Signature generated, int sampleRateHz)
      throws ScriptException, ToolException, IOException, InterruptedException {
    if (music == null) {
      return null;
    }
    String file = music.file();
    if (file == null) {
      return generated.at(sampleRateHz);
    }
    Files.createDirectories(home.temp());
    try {
      PcmAudio audio =
          ffmpeg.decode(
              home.scripts().resolve(file), sampleRateHz, LONGEST.plusSeconds(1), home.temp());
      if (!Soundtrack.isAudible(audio)) {
        throw mistake(music.position(), "'" + file + "' is silent; give a file that is heard");
      }
      return audio;
    } catch (UnreadableAudioException e) {
      throw mistake(
          music.position(),
          "'" + file + "' can't be read as audio; give a WAV, FLAC or MP3: " + e.getMessage());
    }
  }

  private static ScriptException mistake(SourcePosition position, String message) {
    return new ScriptException(List.of(ScriptProblem.error(position, message)));
  }
}
