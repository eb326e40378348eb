package com.kaizencast.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * SIGTERM, SIGINT and SIGHUP on their way to a run. The JVM tells of them by its shutdown hooks and
 * would end with 143, 130 or 129 as soon as these return; so the hook waits for the run to drain
 * and then ends the process with the exit code that the run comes to.
 */
final class StopSignal {

  /** For what is cut off to be put away. */
  private static final Duration AFTER_CUT = Duration.ofSeconds(10);

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final Thread hook;

  /**
   * Listens from now on.
   *
   * @param request asks the run to end
   * @param cut ends it
   * @param grace time between the two
   */
  StopSignal(Runnable request, Runnable cut, Duration grace) {
    hook =
        new Thread(
            () -> {
              request.run();
              if (endsWithin(grace)) {
                return;
              }
              cut.run();
              if (!endsWithin(AFTER_CUT)) {
                Runtime.getRuntime().halt(ExitCode.STOPPED);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private boolean endsWithin(Duration time) {
    try {
      Runtime.getRuntime().halt(exitCode.get(time.toMillis(), TimeUnit.MILLISECONDS));
      return true;
    } catch (TimeoutException | InterruptedException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The run has come to its end, and all has been said; does not return if a signal has come. */
  void ended(int code) {
    exitCode.complete(code);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      join();
    }
  }

  /** Waits for the hook to halt the process. */
  private void join() {
    try {
      hook.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
