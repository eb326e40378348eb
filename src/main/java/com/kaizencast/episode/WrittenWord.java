package com.kaizencast.episode;

/**
 * A word as the author wrote it, the punctuation that touches it included.
 *
 * @param position of its first character
 */
public record WrittenWord(String text, SourcePosition position) {}
