package com.kaizencast.speech.clustergen;

/**
 * Maximum likelihood parameter generation (Tokuda et al. 2000, section 3, case 1): the most likely
 * course of a parameter, given for each frame mean and deviation of its value and of its slope.
 */
final class Trajectory {

  private Trajectory() {}
}
