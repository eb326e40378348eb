package com.kaizencast.speech.clustergen;

/**
 * A sentence as sound. The arrays are shared, not copied.
 *
 * @param samples 16-bit mono
 * @param segmentEnds one past the last sample of each segment of the sentence
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rendering(short[] samples, int[] segmentEnds) {}
