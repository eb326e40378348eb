package com.kaizencast.batch;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.ToolException;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Who speaks which episode: the show's voice, or one of its own. */
final class Speakers {

  private final VoiceFolder folder;
  private final VoiceSettings usual;
  private final ThreadLocal<Map<VoiceSettings, SpeechSynthesizer>> open =
      ThreadLocal.withInitial(HashMap::new);

  /**
   * @param usual settings of the show
   */
  Speakers(VoiceFolder folder, VoiceSettings usual) {
    this.folder = folder;
    this.usual = usual;
  }

  /**
   * What the samples of an episode depend on beside its text.
   *
   * @throws ToolException if the file of its voice is damaged
   */
  String identity(EpisodeScript script) throws ToolException, IOException {
    return Voices.identity(settings(script), folder);
  }

  /** The voice of an episode, for the use of this thread alone. */
  SpeechSynthesizer of(EpisodeScript script) throws ToolException, IOException {
    Map<VoiceSettings, SpeechSynthesizer> mine = open.get();
    SpeechSynthesizer speaker = mine.get(settings(script));
    if (speaker == null) {
      speaker = Voices.open(settings(script), folder);
      mine.put(settings(script), speaker);
    }
    return speaker;
  }

  private VoiceSettings settings(EpisodeScript script) {
    return Objects.requireNonNullElse(script.voice(), usual);
  }
}
