package com.kaizencast.episode;

import java.util.List;

/**
 * A spoken text: samples and, for each word in order, when it sounds, counted from the first
 * sample.
 */
public record Speech(PcmAudio audio, List<WordTiming> words) {
  public Speech {
    words = List.copyOf(words);
  }
}
