package com.kaizencast.episode;

/**
 * A file that goes with an episode.
 *
 * @param path under the home folder, with forward slashes; or an address ({@link PublishedPath})
 * @param mediaType {@code text/vtt}, {@code application/x-subrip}, {@code application/json} or
 *     {@code text/html} for a transcript, {@code application/json+chapters} for chapters, {@code
 *     image/…} for a picture
 * @param sha256 of the bytes, lower-case hex
 */
public record CompanionFile(
    Kind kind, String path, String mediaType, long sizeBytes, String sha256) {

  /** What a companion is for. */
  public enum Kind {
    TRANSCRIPT,
    /**
     * A transcript with the time of each word, for a page of our own; the feed does not name it.
     */
    WORDS,
    /** The outline of the sound, for a page of our own; the feed does not name it. */
    WAVEFORM,
    CHAPTERS,
    PICTURE
  }
}
