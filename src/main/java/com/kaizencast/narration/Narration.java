package com.kaizencast.narration;

import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SpokenSection;
import java.util.List;

/**
 * A script as it is spoken.
 *
 * @param sections those of the script, without those in which nothing is said
 * @param problems what the host should mend; the episode is not fit to be heard if one is an error
 * @param remarks what the host may like to know before rendering: text that is described instead of
 *     read, long sentences
 * @param words each word or sign of the script with its class and what is said for it
 */
public record Narration(
    List<SpokenSection> sections,
    List<ScriptProblem> problems,
    List<ScriptProblem> remarks,
    List<ReadWord> words) {
  public Narration {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    words = List.copyOf(words);
  }
}
