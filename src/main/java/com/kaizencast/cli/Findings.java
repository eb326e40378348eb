package com.kaizencast.cli;

import java.util.ArrayList;
import java.util.List;

/** What a check-up finds, in order. */
final class Findings {

  /** How something is. */
  enum State {
    OK,
    /** It works, and may not be as it should. */
    ODD,
    BROKEN
  }

  /**
   * What was found out about one thing.
   *
   * @param remedy what to do; empty if there is nothing to do
   */
  record Finding(String what, State state, String said, String remedy) {}

  private final List<Finding> all = new ArrayList<>();

  void ok(String what, String said) {
    all.add(new Finding(what, State.OK, said, ""));
  }

  void odd(String what, String said, String remedy) {
    all.add(new Finding(what, State.ODD, said, remedy));
  }

  void broken(String what, String said, String remedy) {
    all.add(new Finding(what, State.BROKEN, said, remedy));
  }

  /** Something that ought to be. */
  void expect(boolean holds, String what, String said, String remedy) {
    if (holds) {
      ok(what, said);
    } else {
      broken(what, said, remedy);
    }
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  long broken() {
    return all.stream().filter(finding -> finding.state() == State.BROKEN).count();
  }
}
