package com.kaizencast.batch;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Brings a run to an early, orderly end: no episode is begun any more, those at work may still be
 * finished, and those that take too long are cut off where nothing is lost.
 */
public final class Drain {

  private final Set<Thread> working = new HashSet<>();
  private boolean requested;

  /** No episode is begun from now on. */
  public synchronized void request() {
    requested = true;
  }

  /** Cuts off what is still at work. */
  public synchronized void cut() {
    requested = true;
    working.forEach(Thread::interrupt);
  }

  synchronized boolean isRequested() {
    return requested;
  }

  /**
   * Does a piece of work, unless the end is asked for before or in the middle of it.
   *
   * @return null if it was not done
   */
  <T> @Nullable T work(Callable<T> work) throws Exception {
    synchronized (this) {
      if (requested) {
        return null;
      }
      working.add(Thread.currentThread());
    }
    try {
      return work.call();
    } catch (Exception e) {
      // Ctrl-C reaches the encoder as well: what fails now is for the next run to judge.
      if (isRequested()) {
        return null;
      }
      throw e;
    } finally {
      synchronized (this) {
        working.remove(Thread.currentThread());
        // The thread belongs to a pool, which must not see that it was cut off.
        Thread.interrupted();
      }
    }
  }
}
