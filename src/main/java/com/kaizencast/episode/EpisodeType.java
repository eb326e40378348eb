package com.kaizencast.episode;

/** The values of {@code itunes:episodeType}. */
public enum EpisodeType {
  FULL,
  TRAILER,
  BONUS
}
