package com.kaizencast.transcript;

/** The forms of a transcript; all but the last are those of the podcast namespace. */
public enum TranscriptForm {
  /** Cues with the name of who speaks. */
  WEBVTT("vtt", "text/vtt"),
  /** Cues of at most two lines of 32 characters. */
  SUBRIP("srt", "application/x-subrip"),
  /** Each word with its start and end. */
  JSON("transcript.json", "application/json"),
  /** A page to read. */
  HTML("html", "text/html"),
  /** The cues with the time of each word inside, for players that follow the voice. */
  WEBVTT_WORDS("words.vtt", "text/vtt");

  private final String extension;
  private final String mediaType;

  TranscriptForm(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** What the name of the file ends with, without the first dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }
}
