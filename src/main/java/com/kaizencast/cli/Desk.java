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

/** The host's files as the commands need them that look at scripts without rendering. */
final class Desk {

  private final Path home;
  private final Show show;
  private final Narrator narrator;

  private Desk(Path home, Show show, Narrator narrator) {
    this.home = home;
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
    return new Desk(root, ShowReader.read(root), new Narrator(LexiconReader.read(root)));
  }

  Show show() {
    return show;
  }

  Narrator narrator() {
    return narrator;
  }

  /** The show's voice. */
  FreeTtsSynthesizer voice() throws ToolException, IOException {
    return Voices.open(show.voice(), new VoiceFolder(new Home(home).voices()));
  }

  /** Reads a script, in the home folder or anywhere else. */
  EpisodeScript read(Path file) throws ScriptException, IOException {
    Path absolute = file.toAbsolutePath().normalize();
    String name =
        absolute.startsWith(home) ? home.relativize(absolute).toString() : file.toString();
    return ScriptReader.read(ScriptFile.read(name.replace('\\', '/'), absolute), show);
  }
}
