package com.kaizencast.episode;

import com.kaizencast.episode.Show.VoiceSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script as read: one model for all forms of writing it.
 *
 * @param file path as shown to the host
 * @param sha256 of the file's bytes, lower-case hex
 * @param sections at least one
 * @param notesHtml the text as an HTML fragment, not sanitised
 * @param lexicon entries that hold for this episode alone
 * @param voice who speaks this episode, and how; null: as the show
 * @param warnings problems that do not keep it out
 */
public record EpisodeScript(
    String file,
    String sha256,
    Episode episode,
    List<Section> sections,
    String notesHtml,
    List<LexiconEntry> lexicon,
    @Nullable VoiceSettings voice,
    List<ScriptProblem> warnings) {

  /** A script that says nothing of the voice. */
  public EpisodeScript(
      String file,
      String sha256,
      Episode episode,
      List<Section> sections,
      String notesHtml,
      List<LexiconEntry> lexicon,
      List<ScriptProblem> warnings) {
    this(file, sha256, episode, sections, notesHtml, lexicon, null, warnings);
  }

  public EpisodeScript {
    sections = List.copyOf(sections);
    lexicon = List.copyOf(lexicon);
    warnings = List.copyOf(warnings);
  }

  public EpisodeScript with(Episode newEpisode) {
    return new EpisodeScript(
        file, sha256, newEpisode, sections, notesHtml, lexicon, voice, warnings);
  }
}
