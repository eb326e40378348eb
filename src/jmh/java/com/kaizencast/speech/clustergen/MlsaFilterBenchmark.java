package com.kaizencast.speech.clustergen;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The filter over one second of excitation, in frames of 5 ms: one operation is a frame. */
@State(Scope.Thread)
public class MlsaFilterBenchmark {

  private static final int ORDER = 24;
  private static final double ALPHA = 0.42;
  private static final int FRAMES = 200;
  private static final int FRAME = 80;

  private final double[][] filters = new double[FRAMES + 1][ORDER + 1];
  private final double[][] excitation = new double[FRAMES][FRAME];
  private final double[] samples = new double[FRAME];

  @Setup
  public void prepare() {
    Random random = new Random(1);
    float[] cepstrum = new float[ORDER + 1];
    for (double[] filter : filters) {
      for (int i = 0; i <= ORDER; i++) {
        cepstrum[i] = (float) (random.nextGaussian() * (i < 2 ? 1 : 0.5 / i));
      }
      new MelCepstrum(ORDER, ALPHA, 0).toFilter(cepstrum, 0, filter);
    }
    for (double[] frame : excitation) {
      for (int i = 0; i < FRAME; i++) {
        frame[i] = random.nextGaussian();
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public double filter() {
    MlsaFilter filter = new MlsaFilter(ORDER, ALPHA);
    double last = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      System.arraycopy(excitation[frame], 0, samples, 0, FRAME);
      filter.run(samples, filters[frame], filters[frame + 1]);
      last += samples[FRAME - 1];
    }
    return last;
  }
}
