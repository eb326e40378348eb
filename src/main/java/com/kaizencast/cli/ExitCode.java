package com.kaizencast.cli;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.publish.RunLock;

/** What the process tells whoever started it. */
final class ExitCode {

  /** Done, or nothing to do. */
  static final int OK = 0;

  /** Failed: nothing published, the old output intact. */
  static final int FAILED = 1;

  /** A mistake in the command line or in show.yaml; nothing published. */
  static final int USAGE = 2;

  /** Published, but some episodes are quarantined. */
  static final int QUARANTINED = 3;

  /** Asked to stop; what was rendered is kept for the next run, the feed is the old one. */
  static final int STOPPED = 4;

  /** Another run holds the lock (EX_TEMPFAIL of sysexits.h). */
  static final int LOCKED = 75;

  private ExitCode() {}

  /** That of a run which ended with this. */
  static int of(Exception failure) {
    if (failure instanceof ScriptException) {
      return USAGE;
    }
    return failure instanceof RunLock.HeldException ? LOCKED : FAILED;
  }
}
