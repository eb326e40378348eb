package com.kaizencast.episode;

import java.util.List;
import java.util.stream.Collectors;

/** Mistakes in a file of the host: all of them at once, at least one an error. */
public final class ScriptException extends Exception {

  private final List<ScriptProblem> problems;

  public ScriptException(List<ScriptProblem> problems) {
    super(problems.stream().map(ScriptProblem::toString).collect(Collectors.joining("\n")));
    if (problems.stream().noneMatch(ScriptProblem::isError)) {
      throw new IllegalArgumentException("no error among the problems: " + problems);
    }
    this.problems = List.copyOf(problems);
  }

  public List<ScriptProblem> problems() {
    return problems;
  }
}
