package com.kaizencast.narration;

import com.kaizencast.episode.SourcePosition;

/**
 * A word, number or sign of a script as it was understood.
 *
 * @param text its characters as read
 * @param wordClass for instance {@code year}
 * @param said the words for the voice, blanks between; empty if it is not heard
 * @param position where it begins in the script
 */
public record ReadWord(String text, String wordClass, String said, SourcePosition position) {}
