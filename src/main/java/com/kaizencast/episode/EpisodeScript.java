package com.kaizencast.episode;

import java.util.List;

/**
 * A script as read: one model for all forms of writing it.
 *
 * @param file path as shown to the host
 * @param sha256 of the file's bytes, lower-case hex
 * @param sections at least one
 * @param notesHtml the text as an HTML fragment, not sanitised
 * @param lexicon entries that hold for this episode alone
 * @param warnings problems that do not keep it out
 */
public record EpisodeScript(
    String file,
    String sha256,
    Episode episode,
    List<Section> sections,
    String notesHtml,
    List<LexiconEntry> lexicon,
    List<ScriptProblem> warnings) {
  public EpisodeScript {
    sections = List.copyOf(sections);
    lexicon = List.copyOf(lexicon);
    warnings = List.copyOf(warnings);
  }

  public EpisodeScript with(Episode newEpisode) {
    return new EpisodeScript(file, sha256, newEpisode, sections, notesHtml, lexicon, warnings);
  }
}
