package com.kaizencast.audio.ffmpeg;

import com.kaizencast.audio.PcmSource;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ws.schild.jave.process.ProcessWrapper;

/**
 * One run of the encoder under watch. Threads of its own write the samples, keep the end of what it
 * says, and wait for its end, since none of that can be interrupted; the calling thread looks on
 * and kills it when nothing moves any more.
 */
final class EncoderRun {

  private static final int BLOCK_FRAMES = 1 << 14;
  private static final int KEPT_BYTES = 1 << 12;
  private static final int KEPT_LINES = 20;

  /** Time is counted in looks: while the machine sleeps, nobody looks. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  /** More than any bit rate or sample rate makes, in bytes a second. */
  private static final long LARGEST_OUTPUT_RATE = 400_000;

  private final ProcessWrapper process;
  private final PcmSource samples;
  private final Path output;
  private final List<ProcessHandle> handles;
  private final FutureTask<Boolean> feeder;
  private final FutureTask<String> listener;
  private final FutureTask<Integer> exit;
  private volatile long framesFed;
  private volatile boolean isStopped;

  /**
   * Starts the process.
   *
   * @param output the path that is among its arguments
   */
  EncoderRun(ProcessWrapper process, PcmSource samples, Path output) throws ToolException {
    this.process = process;
    this.samples = samples;
    this.output = output;
    try {
      process.execute(false, true);
    } catch (IOException e) {
      throw new ToolException(Ffmpeg.TOOL, "does not start: " + e.getMessage(), true, e);
    }
    OutputStream input = process.getOutputStream();
    InputStream said = process.getErrorStream();
    InputStream written = process.getInputStream();
    feeder = inBackground("feeder", () -> feed(input));
    listener = inBackground("listener", () -> lastLines(said));
    exit =
        inBackground(
            "waiter",
            () -> {
              written.transferTo(OutputStream.nullOutputStream());
              return process.getProcessExitCode();
            });
    handles = handles();
  }

  /**
   * How it ended.
   *
   * @param said the last lines it said
   */
  record End(int exitCode, String said) {}

  /**
   * Waits for its end, good or bad.
   *
   * @param stall how long nothing may move
   */
  End await(Duration stall) throws ToolException, IOException, InterruptedException {
    try {
      int exitCode = watch(stall);
      if (exitCode == 0) {
        joinFeeder();
      }
      return new End(exitCode, said());
    } finally {
      stop();
    }
  }

  /** Leaves nothing running, above all nobody who still reads samples: they are the caller's. */
  private void stop() {
    isStopped = true;
    if (!exit.isDone() || !feeder.isDone()) {
      kill();
      try {
        feeder.get(AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        // What went wrong has been said; a feeder stuck in writing will not read again.
      }
    }
    // Closes the streams, which would wait for a feeder that is stuck.
    startDaemon("closer", process::destroy);
  }

  private int watch(Duration stall) throws ToolException, IOException, InterruptedException {
    long seconds = samples.frameCount() / samples.sampleRateHz() + 1;
    long looksWithoutProgress = stall.dividedBy(LOOK);
    long looks = stall.plusSeconds(seconds).dividedBy(LOOK);
    long largest = (seconds + 60) * LARGEST_OUTPUT_RATE;
    long fed = 0;
    long size = 0;
    long idle = 0;
    for (long look = 0; ; look++) {
      try {
        return exit.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (TimeoutException e) {
        if (feeder.isDone()) {
          joinFeeder();
        }
        long sizeNow = Files.exists(output) ? Files.size(output) : 0;
        idle = fed == framesFed && size == sizeNow ? idle + 1 : 0;
        fed = framesFed;
        size = sizeNow;
        if (idle > looksWithoutProgress || look > looks || size > largest) {
          kill();
          throw failure(
              idle > looksWithoutProgress
                  ? "was stopped: nothing moved for " + stall.toSeconds() + " s"
                  : "was stopped: it wrote " + size + " bytes and did not end",
              e);
        }
      }
    }
  }

  /** Returns false if the process stopped reading: its exit code will say why. */
  private boolean feed(OutputStream input) throws IOException {
    short[] block = new short[BLOCK_FRAMES];
    ByteBuffer bytes =
        ByteBuffer.allocate(BLOCK_FRAMES * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long fed = 0; !isStopped; framesFed = fed) {
      int frames = samples.next(block);
      try {
        if (frames == 0) {
          input.close();
          return true;
        }
        bytes.asShortBuffer().put(block, 0, frames);
        input.write(bytes.array(), 0, frames * Short.BYTES);
      } catch (IOException e) {
        return false;
      }
      fed += frames;
    }
    return false;
  }

  /** Passes on why the samples could not be read, if they could not. */
  private void joinFeeder() throws IOException, InterruptedException, ToolException {
    try {
      feeder.get(AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure("ended, but something still holds its input", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException reading) {
        throw reading;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private ToolException failure(String what, @Nullable Throwable cause)
      throws InterruptedException {
    return Ffmpeg.failure(what, said(), cause);
  }

  private String said() throws InterruptedException {
    try {
      return listener.get(AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }

  private static String lastLines(InputStream said) throws IOException {
    byte[] kept = new byte[2 * KEPT_BYTES];
    int count = 0;
    for (int now; (now = said.read(kept, count, KEPT_BYTES)) >= 0; ) {
      count += now;
      if (count > KEPT_BYTES) {
        System.arraycopy(kept, count - KEPT_BYTES, kept, 0, KEPT_BYTES);
        count = KEPT_BYTES;
      }
    }
    List<String> lines =
        new String(kept, 0, count, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - KEPT_LINES), lines.size()));
  }

  /** Kills for good, which the wrapper does not, and what the process has started as well. */
  private void kill() {
    List<ProcessHandle> all =
        Stream.concat(handles.stream(), handles().stream())
            .flatMap(handle -> Stream.concat(handle.descendants(), Stream.of(handle)))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** The wrapper hides its process; no other child has this output among its arguments. */
  private List<ProcessHandle> handles() {
    String argument = Ffmpeg.outputArgument(output);
    return ProcessHandle.current()
        .children()
        .filter(
            child ->
                Arrays.asList(child.info().arguments().orElse(new String[0])).contains(argument))
        .toList();
  }

  private static <T> FutureTask<T> inBackground(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    startDaemon(name, task);
    return task;
  }

  private static void startDaemon(String name, Runnable work) {
    Thread thread = new Thread(work, "encoder-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
