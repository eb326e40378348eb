package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far in one file, bounded so that a hostile file can't flood the host. */
final class Problems {

  private static final int MOST = 100;

  private final List<ScriptProblem> found = new ArrayList<>();
  private int errors;
  private int warnings;

  void error(SourcePosition position, String message) {
    if (++errors <= MOST) {
      found.add(ScriptProblem.error(position, message));
    }
  }

  void warning(SourcePosition position, String message) {
    if (++warnings <= MOST) {
      found.add(ScriptProblem.warning(position, message));
    }
  }

  boolean hasErrors() {
    return errors > 0;
  }

  /** All of them in the order of the file. */
  List<ScriptProblem> inOrder() {
    List<ScriptProblem> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt((ScriptProblem problem) -> problem.position().line())
            .thenComparingInt(problem -> problem.position().column()));
    int more = Math.max(0, errors - MOST) + Math.max(0, warnings - MOST);
    if (more > 0) {
      ScriptProblem last = sorted.get(sorted.size() - 1);
      sorted.add(
          new ScriptProblem(last.severity(), last.position(), "and " + more + " more like these"));
    }
    return sorted;
  }

  void throwIfErrors() throws ScriptException {
    if (hasErrors()) {
      throw new ScriptException(inOrder());
    }
  }
}
