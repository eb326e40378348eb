package com.kaizencast.transcript;

/** The forms of a transcript; all but the last are those of the podcast namespace. */
public enum TranscriptForm {
  /** Cues with the name of who speaks. */
  WEBVTT(".vtt", "text/vtt"),
  /** Cues of at most two lines of 32 characters. */
  SUBRIP(".srt", "application/x-subrip"),
  /** Each word with its start and end. */
  JSON(".transcript.json", "application/json"),
  /** A page to read. */
  HTML(".html", "text/html"),
  /** The cues with the time of each word inside, for players that follow the voice. */
  WEBVTT_WORDS(".words.vtt", "text/vtt");

  private final String suffix;
  private final String mediaType;

  TranscriptForm(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** What to put after the name of the episode, with the dot. */
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }
}
