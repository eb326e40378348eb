package com.kaizencast.audio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.kaizencast.audio.ArraySource;
import com.kaizencast.audio.Mp3Info;
import com.kaizencast.audio.PcmSource;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder against programs that stand in for ffmpeg and misbehave. */
@Timeout(60)
class FfmpegTest {

  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration IMPATIENT = Duration.ofSeconds(1);
  private static final int RATE = 16_000;

  /** Shell: the last argument without its protocol, which is the file to write. */
  private static final String OUTPUT = "for last; do :; done; out=${last#file:}\n";

  @TempDir Path folder;

  private Path output;

  @BeforeEach
  void onPosixOnly() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs a shell");
    output = folder.resolve("out.part");
  }

  @Test
  void encodesToTheExactLength() throws Exception {
    Mp3Info info = SharedFfmpeg.get().encode(new ArraySource(RATE, 12_345), 64, output);

    assertThat(info).isEqualTo(Mp3Info.read(output));
    assertThat(info.sampleCount()).isEqualTo(34_026); // 12 345 · 44 100 / 16 000, rounded up
    assertThat(info.bitRateKbps()).isEqualTo(64);
    assertThat(info.channels()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 48, 96, 160, 320})
  void encodesAtOtherBitRates(int kbps) throws Exception {
    Mp3Info info = SharedFfmpeg.get().encode(new ArraySource(RATE, RATE), kbps, output);

    assertThat(info.bitRateKbps()).isEqualTo(kbps);
  }

  @Test
  void makesTheSameBytesEachTimeUnderAnyName() throws Exception {
    Path other = folder.resolve("-y pipe:1 %d 'a b' $(x) ü.mp3");
    SharedFfmpeg.get().encode(new ArraySource(RATE, noise(30_000)), 64, output);
    SharedFfmpeg.get().encode(new ArraySource(RATE, noise(30_000)), 64, other);

    assertThat(other).hasSameBinaryContentAs(output);
  }

  @Test
  void rejectsABitRateThatMp3DoesNotKnow() {
    assertThatThrownBy(() -> SharedFfmpeg.get().encode(new ArraySource(RATE, 10), 65, output))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
  }

  @Test
  void saysThatTheProgramIsMissing() {
    Ffmpeg missing = Ffmpeg.system(folder.resolve("nowhere"));

    ToolException failure = failure(missing, silence());
    assertThat(failure).hasMessageContaining("nowhere").hasMessageContaining("setting");
    assertThat(failure.isTransient()).isFalse();
    assertThatThrownBy(missing::identity).isInstanceOf(ToolException.class);
  }

  @Test
  void saysThatTheProgramMayNotBeExecuted() throws IOException {
    Path program = standIn("exit 0");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));

    ToolException failure = failure(Ffmpeg.system(program), silence());
    assertThat(failure).hasMessageContaining("not executable");
    assertThat(failure.isTransient()).isFalse();
  }

  @Test
  void saysThatTheProgramDoesNotStart() throws IOException {
    Path program = Files.writeString(standIn(""), "#!/nowhere/to/be/found\n");

    assertThat(failure(Ffmpeg.system(program), silence())).hasMessageContaining("does not start");
  }

  @Test
  void failsIfTheProgramIsNone() throws IOException {
    Path program = Files.write(standIn(""), new byte[] {0x7f, 'E', 'L', 'F', 0, 1});

    assertThat(failure(Ffmpeg.system(program), silence())).isNotNull();
  }

  @Test
  void givesTheReasonOfACrash() throws IOException {
    ToolException failure =
        failWith("echo first >&2; echo 'no \033[31mspace left' >&2; cat >/dev/null; exit 7");

    assertThat(failure).hasMessage("ffmpeg: ended with exit code 7\nfirst\nno  [31mspace left");
    assertThat(failure.isTransient()).isTrue();
    assertThat(failure.tool()).isEqualTo("ffmpeg");
  }

  @Test
  void noticesACrashThatReadsNothing() throws IOException {
    assertThat(failWith("echo at once >&2; exit 1", new ArraySource(RATE, 2_000_000)))
        .hasMessage("ffmpeg: ended with exit code 1\nat once");
  }

  @Test
  void noticesADeathBySignal() throws IOException {
    assertThat(failWith("kill -9 $$")).hasMessageContaining("exit code 137");
  }

  @Test
  void keepsOnlyTheEndOfALongTale() throws IOException {
    ToolException failure =
        failWith(
            "i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done;"
                + " cat >/dev/null; exit 3");

    assertThat(failure.getMessage().lines()).hasSize(21).endsWith("line 2998", "line 2999");
    String oneLine = failWith("yes | tr -d '\\n' | head -c 1000000 >&2; exit 3").getMessage();
    assertThat(oneLine.length()).isBetween(1000, 5000);
  }

  @Test
  void isNotBlockedByMuchOnStandardOutput() throws IOException {
    assertThat(failWith("yes | head -c 1000000; cat >/dev/null; exit 4"))
        .hasMessageContaining("exit code 4");
  }

  @Test
  void stopsAProgramThatHangs() throws Exception {
    Path pid = folder.resolve("pid");

    ToolException failure =
        hangWith("trap '' TERM INT; echo $$ > " + pid + "; while :; do sleep 0.1; done", silence());

    assertThat(failure).hasMessageContaining("nothing moved for 1 s");
    assertThat(failure.isTransient()).isTrue();
    awaitDeath(pid);
  }

  @Test
  void stopsAProgramThatReadsEverythingAndHangs() throws Exception {
    Path pid = folder.resolve("pid");

    assertThat(hangWith("echo $$ > " + pid + "; cat >/dev/null; sleep 1000 & wait", silence()))
        .hasMessageContaining("nothing moved");
    awaitDeath(pid);
  }

  @Test
  void stopsAProgramThatBecameAnother() throws Exception {
    Path pid = folder.resolve("pid");

    assertThat(hangWith("echo $$ > " + pid + "; exec sleep 1000", silence()))
        .hasMessageContaining("nothing moved");
    awaitDeath(pid);
  }

  @Test
  void readsNoMoreSamplesOnceItHasFailed() throws Exception {
    AtomicLong blocks = new AtomicLong();
    PcmSource endless =
        new PcmSource() {
          @Override
          public int sampleRateHz() {
            return RATE;
          }

          @Override
          public long frameCount() {
            return Long.MAX_VALUE / 100_000;
          }

          @Override
          public int next(short[] block) {
            blocks.incrementAndGet();
            return block.length;
          }
        };

    assertThat(failWith("head -c 1000000 >/dev/null; exit 1", endless)).isNotNull();

    long read = blocks.get();
    Thread.sleep(100);
    assertThat(blocks).hasValue(read);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("encoder-feeder"));
  }

  @Test
  void stopsAProgramThatReadsHalfAndHangs() throws IOException {
    assertThat(hangWith("head -c 100000 >/dev/null; sleep 1000", new ArraySource(RATE, 2_000_000)))
        .hasMessageContaining("nothing moved");
  }

  @Test
  void stopsAProgramThatWritesWithoutEnd() throws IOException {
    assertThat(
            failWith(OUTPUT + "while :; do head -c 300000 /dev/zero; sleep 0.01; done > \"$out\""))
        .hasMessageContaining("and did not end");
  }

  @Test
  void stopsAProgramThatNeverComesToAnEnd() throws IOException {
    assertThat(
            hangWith(
                OUTPUT + "while :; do echo x; sleep 0.1; done > \"$out\"",
                new ArraySource(RATE, RATE)))
        .hasMessageContaining("and did not end");
  }

  @Test
  void refusesNoFile() throws IOException {
    assertThat(failWith(OUTPUT + "cat >/dev/null; rm -f \"$out\"; exit 0"))
        .hasMessageContaining("made no file");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertThat(failWith(OUTPUT + "cat >/dev/null; : > \"$out\""))
        .hasMessageContaining("there is no audio");
  }

  @Test
  void refusesGarbage() throws IOException {
    assertThat(failWith(OUTPUT + "cat > \"$out\"", new ArraySource(RATE, noise(5000))))
        .hasMessageContaining("no MPEG audio frame");
  }

  @Test
  void refusesHalfAFile() throws Exception {
    SharedFfmpeg.get().encode(new ArraySource(RATE, noise(30_000)), 64, output);
    Path good = Files.move(output, folder.resolve("good"));

    assertThat(
            failWith(
                OUTPUT + "cat >/dev/null; head -c 8000 " + good + " > \"$out\"",
                new ArraySource(RATE, noise(30_000))))
        .hasMessageContaining("broken file");
  }

  @Test
  void refusesAFileOfHalfTheSamples() throws Exception {
    SharedFfmpeg.get().encode(new ArraySource(RATE, noise(15_000)), 64, output);
    Path half = Files.move(output, folder.resolve("half"));

    assertThat(
            failWith(
                OUTPUT + "cat >/dev/null; cat " + half + " > \"$out\"",
                new ArraySource(RATE, noise(30_000))))
        .hasMessageContaining("another length");
  }

  @Test
  void refusesAnotherKindOfMp3() throws Exception {
    SharedFfmpeg.get().encode(new ArraySource(RATE, noise(30_000)), 96, output);
    Path other = Files.move(output, folder.resolve("other"));

    assertThat(
            failWith(
                OUTPUT + "cat >/dev/null; cat " + other + " > \"$out\"",
                new ArraySource(RATE, noise(30_000))))
        .hasMessageContaining("another kind of MP3");
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    Path pid = folder.resolve("pid");
    Path program = standIn("echo $$ > " + pid + "; sleep 1000");
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                Ffmpeg.system(program).encode(silence(), 64, output);
                outcome.complete(new AssertionError("ended well"));
              } catch (Throwable e) {
                outcome.complete(e);
              }
            });
    thread.start();
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(10);
    }
    thread.interrupt();

    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    awaitDeath(pid);
    assertThat(output).doesNotExist();
  }

  @Test
  void passesOnThatTheSamplesCannotBeRead() throws Exception {
    PcmSource broken =
        new PcmSource() {
          private final ArraySource half = new ArraySource(RATE, 40_000);

          @Override
          public int sampleRateHz() {
            return RATE;
          }

          @Override
          public long frameCount() {
            return 80_000;
          }

          @Override
          public int next(short[] block) throws IOException {
            int count = half.next(block);
            if (count == 0) {
              throw new IOException("the disk is gone");
            }
            return count;
          }
        };

    assertThatThrownBy(() -> SharedFfmpeg.get().encode(broken, 64, output))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
    assertThat(output).doesNotExist();
  }

  @Test
  void servesSeveralThreadsAtATime() throws Exception {
    int threads = 6;
    CountDownLatch start = new CountDownLatch(1);
    CompletableFuture<?>[] all = new CompletableFuture<?>[threads];
    for (int i = 0; i < threads; i++) {
      Path file = folder.resolve(i + ".mp3");
      all[i] =
          CompletableFuture.runAsync(
              () -> {
                try {
                  start.await();
                  SharedFfmpeg.get().encode(new ArraySource(RATE, noise(40_000)), 64, file);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              task -> new Thread(task).start());
    }
    start.countDown();
    CompletableFuture.allOf(all).get();

    for (int i = 1; i < threads; i++) {
      assertThat(folder.resolve(i + ".mp3")).hasSameBinaryContentAs(folder.resolve("0.mp3"));
    }
  }

  @Test
  void anotherSystemProgramHasAnotherIdentity() throws Exception {
    Path program = standIn("exit 0");
    Files.setLastModifiedTime(program, FileTime.from(Instant.ofEpochSecond(1_000_000)));
    String identity = Ffmpeg.system(program).identity();

    assertThat(Ffmpeg.system(program).identity()).isEqualTo(identity).contains("system");
    assertThat(Ffmpeg.system(Files.createSymbolicLink(folder.resolve("link"), program)).identity())
        .isEqualTo(identity);
    Files.setLastModifiedTime(program, FileTime.from(Instant.ofEpochSecond(2_000_000)));
    assertThat(Ffmpeg.system(program).identity()).isNotEqualTo(identity);
  }

  private PcmSource silence() {
    return new ArraySource(RATE, 30_000);
  }

  private static float[] noise(int frames) {
    java.util.Random random = new java.util.Random(1);
    float[] samples = new float[frames];
    for (int i = 0; i < frames; i++) {
      samples[i] = (float) random.nextGaussian() * 0.1f;
    }
    return samples;
  }

  private ToolException failWith(String script) throws IOException {
    return failWith(script, silence());
  }

  private ToolException failWith(String script, PcmSource samples) throws IOException {
    return failure(new Ffmpeg(new SystemFfmpeg(standIn(script)), PATIENT), samples);
  }

  private ToolException hangWith(String script, PcmSource samples) throws IOException {
    return failure(new Ffmpeg(new SystemFfmpeg(standIn(script)), IMPATIENT), samples);
  }

  private ToolException failure(Ffmpeg ffmpeg, PcmSource samples) {
    ToolException failure =
        catchThrowableOfType(ToolException.class, () -> ffmpeg.encode(samples, 64, output));
    assertThat(failure).isNotNull();
    assertThat(output).doesNotExist();
    return failure;
  }

  private Path standIn(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void awaitDeath(Path pid) throws IOException, InterruptedException {
    long number = Long.parseLong(Files.readString(pid).strip());
    while (ProcessHandle.of(number).map(ProcessHandle::isAlive).orElse(false)) {
      Thread.sleep(20);
    }
  }
}
