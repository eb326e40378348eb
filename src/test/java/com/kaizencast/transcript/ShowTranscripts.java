package com.kaizencast.transcript;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The episodes of the show in this repository. */
final class ShowTranscripts {

  private static final Path HOME = Path.of("");

  private ShowTranscripts() {}

  static List<EpisodeScript> scripts() throws Exception {
    Show show = ShowReader.read(HOME);
    List<EpisodeScript> scripts = new ArrayList<>();
    for (ScriptFile file : ScriptFolder.read(HOME).files()) {
      scripts.add(ScriptReader.read(file, show));
    }
    return scripts;
  }

  static Recorded record(EpisodeScript script, SpeechSynthesizer voice, Recorded.Listener listener)
      throws Exception {
    return Recorded.of(script, new Narrator(LexiconReader.read(HOME)), voice, listener);
  }

  static Credits credits(EpisodeScript script) {
    return new Credits(script.episode().title(), "Victor Leung", "en", false);
  }
}
