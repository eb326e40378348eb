/**
 * Statistical parametric voices of the CLUSTERGEN kind: a sentence's phones, syllables, words and
 * phrases to samples. Knows nothing of where the sentence comes from.
 *
 * <ul>
 *   <li>A. W. Black, "CLUSTERGEN: A Statistical Parametric Synthesizer using Trajectory Modeling",
 *       Interspeech 2006: states, trees, durations, frames.
 *   <li>P. Taylor, "Analysis and synthesis of intonation using the Tilt model", JASA 107(3), 2000,
 *       and G. K. Anumanchipalli, L. C. Oliveira, A. W. Black, "A Statistical Phrase/Accent Model
 *       for Intonation Modeling", Interspeech 2011: pitch.
 *   <li>K. Tokuda et al., "Speech parameter generation algorithms for HMM-based speech synthesis",
 *       ICASSP 2000: smooth trajectories from means, variances and deltas.
 *   <li>S. Imai, K. Sumita, C. Furuichi, "Mel log spectrum approximation (MLSA) filter for speech
 *       synthesis", Electronics and Communications in Japan 66(2), 1983; T. Fukada et al., "An
 *       adaptive algorithm for mel-cepstral analysis of speech", ICASSP 1992: the filter.
 *   <li>T. Yoshimura et al., "Mixed excitation for HMM-based speech synthesis", Eurospeech 2001:
 *       pulses and noise by bands, and the postfilter.
 * </ul>
 */
@NullMarked
package com.kaizencast.speech.clustergen;

import org.jspecify.annotations.NullMarked;
