package com.kaizencast.episode;

import java.time.Duration;

/**
 * A finished audio file.
 *
 * @param path relative to the home folder, with forward slashes; or an address ({@link
 *     PublishedPath})
 * @param duration from the number of samples, not from the container
 * @param sha384 of the bytes, lower-case hex
 */
public record AudioFile(
    String path,
    String mediaType,
    long sizeBytes,
    Duration duration,
    int bitRateKbps,
    String sha384) {}
