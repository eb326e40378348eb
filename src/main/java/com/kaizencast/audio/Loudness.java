package com.kaizencast.audio;

/**
 * How loud a finished file is.
 *
 * @param integratedLufs ITU-R BS.1770-4
 * @param truePeakDbtp its highest true peak
 */
public record Loudness(double integratedLufs, double truePeakDbtp) {}
