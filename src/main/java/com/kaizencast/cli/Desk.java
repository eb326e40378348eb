package com.kaizencast.cli;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** The host's files as the commands need them that look at scripts without rendering. */
final class Desk {

  private final Path home;
  private final VoiceFolder voices;
  private final Show show;
  private final Narrator narrator;

  private Desk(Path home, VoiceFolder voices, Show show, Narrator narrator) {
    this.home = home;
    this.voices = voices;
    this.show = show;
    this.narrator = narrator;
  }

  /**
   * Reads show and lexicon.
   *
   * @throws ScriptException with the mistakes of both
   */
  static Desk open(Path home) throws ScriptException, IOException {
    Path root = home.toAbsolutePath().normalize();
    VoiceFolder voices = new VoiceFolder(new Home(root).voices());
    return new Desk(
        root,
        voices,
        ShowReader.read(root, Voices.names(voices)),
        new Narrator(LexiconReader.read(root)));
  }

  Narrator narrator() {
    return narrator;
  }

  /** The voice of an episode. */
  FreeTtsSynthesizer voice(EpisodeScript script) throws ToolException, IOException {
    return Voices.open(Objects.requireNonNullElse(script.voice(), show.voice()), voices);
  }

  /** Reads a script, in the home folder or anywhere else. */
  EpisodeScript read(Path file) throws ScriptException, IOException {
    Path absolute = file.toAbsolutePath().normalize();
    String name =
        absolute.startsWith(home) ? home.relativize(absolute).toString() : file.toString();
    return read(ScriptFile.read(name.replace('\\', '/'), absolute));
  }

  /** Reads a script whose text is at hand. */
  EpisodeScript read(ScriptFile file) throws ScriptException, IOException {
    return ScriptReader.read(file, show, Voices.names(voices));
  }
}
