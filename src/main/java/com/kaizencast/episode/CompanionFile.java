package com.kaizencast.episode;

/**
 * A file that goes with an episode: a transcript, chapters, a picture.
 *
 * @param path under the home folder, with forward slashes
 * @param mediaType {@code text/vtt}, {@code application/x-subrip}, {@code application/json} or
 *     {@code text/html} for a transcript, {@code application/json+chapters} for chapters, {@code
 *     image/…} for the episode's own picture
 */
public record CompanionFile(String path, String mediaType) {}
