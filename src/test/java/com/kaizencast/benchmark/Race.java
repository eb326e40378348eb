package com.kaizencast.benchmark;

import com.kaizencast.benchmark.Command.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** Runs some things by turns, so that whatever else the machine does hits them alike. */
final class Race {

  private final Map<String, Callable<Usage>> runners = new LinkedHashMap<>();
  private final Map<String, List<Usage>> results = new LinkedHashMap<>();

  void add(String name, Callable<Usage> runner) {
    runners.put(name, runner);
    results.put(name, new ArrayList<>());
  }

  void run(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Callable<Usage>> runner : runners.entrySet()) {
        results.get(runner.getKey()).add(runner.getValue().call());
      }
    }
  }

  /** Seconds by the clock, the median. */
  double wall(String name) {
    return median(name, Usage::wall);
  }

  /** Seconds of processors, the median. */
  double cpu(String name) {
    return median(name, Usage::cpu);
  }

  private double median(String name, ToDoubleFunction<Usage> value) {
    return median(results.get(name).stream().map(value::applyAsDouble).toList());
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
