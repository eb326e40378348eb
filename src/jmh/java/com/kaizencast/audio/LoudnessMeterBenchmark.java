package com.kaizencast.audio;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Loudness and true peak of one second at 44.1 kHz. */
@State(Scope.Thread)
public class LoudnessMeterBenchmark {

  private static final int RATE = 44_100;

  private final float[] second = new float[RATE];

  @Setup
  public void prepare() {
    Random random = new Random(1);
    for (int i = 0; i < RATE; i++) {
      second[i] = (float) (0.1 * random.nextGaussian());
    }
  }

  @Benchmark
  public double measure() {
    LoudnessMeter meter = new LoudnessMeter(RATE);
    meter.add(second, RATE);
    return meter.integratedLufs() + meter.truePeakDbtp();
  }
}
