package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar is killed at any instant. What subscribers see is whole at every one of them, and what
 * the next run leaves is, byte by byte, what a run leaves that nobody disturbed.
 *
 * <p>{@code -Dfaults.kills=N -Dfaults.terms=N -Dfaults.steps=N -Dfaults.seed=N} say how often and
 * where.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final int TERMS = Integer.getInteger("faults.terms", 1);
  private static final int STEPS = Integer.getInteger("faults.steps", 1);
  private static final long SEED = Long.getLong("faults.seed", 1);

  /** After so many nights the show begins anew, so that first runs are hit as well. */
  private static final int SEASON = 20;

  /** As documented: stopped in good order, nothing published. */
  private static final int STOPPED = 4;

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private static final Pattern LAST_RENDERED = Pattern.compile("\\[(\\d+)/\\1]");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private int startMillis;
  private int episodeMillis;

  @Test
  void nothingIsLostWhereverItIsKilled() throws Exception {
    measure();
    Twins twins = null;
    int kills = 0;
    int late = 0;
    int ended = 0;
    int withoutFeed = 0;
    int reruns = 0;
    while (kills < KILLS) {
      twins = inSeason(twins);
      boolean isLate = random.nextInt(5) < 2;
      Jar.Running run = twins.jar().start();
      if (isLate) {
        while (run.process().isAlive() && !LAST_RENDERED.matcher(run.said()).find()) {
          Thread.sleep(1);
        }
        run.awaitCpuMillis(run.cpuMillis() + random.nextInt(startMillis / 4));
      } else {
        run.awaitCpuMillis(random.nextInt(usualMillis(twins)));
      }
      Result result = run.kill();
      boolean wasKilled = result.exitCode() == Jar.KILLED;
      kills += wasKilled ? 1 : 0;
      late += wasKilled && isLate ? 1 : 0;
      ended += wasKilled ? 0 : 1;
      twins.tell(wasKilled ? "kill " + kills : "ended with " + result.exitCode());
      withoutFeed += twins.check() ? 0 : 1;
      if (random.nextInt(3) > 0 || kills == KILLS) {
        reruns++;
        twins.finish(random.nextInt(4) == 0);
        twins.nextNight(1 + random.nextInt(3));
      }
    }
    System.out.printf(
        "%d kills, %d of them after the last rendering, %d before there was a feed; %d runs had"
            + " ended before; %d runs made up for it%n",
        kills, late, withoutFeed, ended, reruns);
  }

  @Test
  void endsInGoodOrderWheneverItIsTerminated() throws Exception {
    measure();
    Twins twins = null;
    int stopped = 0;
    int published = 0;
    int early = 0;
    for (int term = 1; term <= TERMS; term++) {
      twins = inSeason(twins);
      Jar.Running run = twins.jar().start();
      run.awaitCpuMillis(random.nextInt(usualMillis(twins)));
      Result result = run.terminate();
      twins.tell("SIGTERM " + term + ": " + result.exitCode());
      assertThat(result.exitCode())
          .as("%s%nerr: %s", twins.story(), result.err())
          .isIn(0, 3, STOPPED, ENDED_BY_SIGTERM);
      assertThat(result.err()).as(twins.story()).doesNotContain("\tat ");
      stopped += result.exitCode() == STOPPED ? 1 : 0;
      early += result.exitCode() == ENDED_BY_SIGTERM ? 1 : 0;
      published += result.exitCode() < STOPPED ? 1 : 0;
      twins.check();
      twins.finish(random.nextInt(4) == 0);
      twins.nextNight(1 + random.nextInt(3));
    }
    System.out.printf(
        "%d times SIGTERM: %d stopped, %d had published, %d had not begun%n",
        TERMS, stopped, published, early);
  }

  /** Each call that makes, moves, forces or deletes a file of ours is the last one once. */
  @Test
  void nothingIsLostAtAnyStep() throws Exception {
    new OutsideJudge("strace", "strace").required();
    Twins night = aNightOfEverything();
    Path log = folder.resolve("calls");
    Twins counted = night.copy(folder.resolve("counted"));
    counted.jar().under("strace", "-f", "-y", "-o", log.toString(), "-e", CALLS).run();
    List<Step> steps = steps(log, counted.root());
    counted.finish(false);

    int done = 0;
    for (Step step : steps) {
      if (done == STEPS) {
        break;
      }
      done++;
      Twins twins = night.copy(folder.resolve("step-" + done));
      Result result = twins.jar().under(killAt(step, twins.root())).run();
      twins.tell("killed at " + step);
      assertThat(result.exitCode()).as(twins.story()).isEqualTo(Jar.KILLED);
      twins.check();
      twins.finish(false);
      Outputs.delete(twins.root());
    }
    System.out.printf("%d kills, one at each of %d steps%n", done, steps.size());
  }

  private String[] killAt(Step step, Path home) {
    return new String[] {
      "strace",
      "-f",
      "-o",
      "/dev/null",
      "-P",
      home.resolve(step.file()).toString(),
      "-e",
      "trace=" + step.call(),
      "-e",
      "inject=" + step.call() + ":signal=SIGKILL:when=1"
    };
  }

  private static final String CALLS = "trace=rename,unlink,fsync,mkdir";

  /** A system call that concerns a file whose name is the same in every run. */
  private record Step(String call, String file) {}

  private static List<Step> steps(Path log, Path home) throws Exception {
    // Of two paths the first: strace follows a call by that one.
    Pattern line =
        Pattern.compile(
            "\\d+ +(\\w+)\\([^\"<]*[\"<]" + Pattern.quote(home.toRealPath() + "/") + "([^\">]+)");
    Set<Step> steps = new LinkedHashSet<>();
    for (String call : Files.readAllLines(log)) {
      Matcher found = line.matcher(call);
      if (found.find() && !found.group(2).matches("\\.kaizencast/(temp|ffmpeg|jobs).*")) {
        steps.add(new Step(found.group(1), found.group(2)));
      }
    }
    // Last things first: those are the publication.
    List<Step> all = new java.util.ArrayList<>(steps);
    java.util.Collections.reverse(all);
    return all;
  }

  /** A night on which files are new, altered and pruned. */
  private Twins aNightOfEverything() throws Exception {
    Twins twins = new Twins(folder, SEED, 3);
    twins.finish(false);
    for (int changes : List.of(4, 0, 0, 0, 0, 0, 0, 0)) {
      twins.nextNight(changes);
      twins.finish(false);
    }
    twins.nextNight(4);
    return twins;
  }

  private Twins inSeason(Twins twins) throws Exception {
    if (twins != null && twins.nights() < SEASON) {
      return twins;
    }
    return new Twins(folder, random.nextInt(1_000_000), KILLS + TERMS < 20 ? 6 : 20);
  }

  /** How much of a processor a run takes, in its own process. */
  private void measure() throws Exception {
    startMillis = cpuMillis(new Twins(folder, -1, 1));
    episodeMillis = Math.max(20, (cpuMillis(new Twins(folder, -2, 5)) - startMillis) / 4);
    System.out.printf("a run takes %d ms, and %d an episode%n", startMillis, episodeMillis);
  }

  private static int cpuMillis(Twins twins) throws Exception {
    Jar.Running run = twins.jar().start();
    long millis = 0;
    while (run.process().isAlive()) {
      millis = Math.max(millis, run.cpuMillis());
      Thread.sleep(5);
    }
    run.await().expect(0);
    return (int) millis;
  }

  private int usualMillis(Twins twins) {
    return startMillis + twins.stale() * episodeMillis;
  }
}
