package com.kaizencast.batch;

import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One execution of the job, with the job repository in the home folder as its history. An instance
 * of the job is one plan on its way into the feed; where the last execution of it did not come to
 * its end and the plan is the same today, this one is its restart.
 */
final class JobRun {

  private static final String PLAN = "plan";
  private static final String RUN = "run";
  private static final long LEAST_FREE_BYTES = 1 << 20;

  private final Home home;
  private final String logLevel;
  private final Instant now;
  private final Drain drain;
  private final List<String> warnings = new ArrayList<>();

  JobRun(Home home, String logLevel, Instant now, Drain drain) {
    this.home = home;
    this.logLevel = logLevel;
    this.now = now;
    this.drain = drain;
  }

  /** For the host. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * Runs the job. A job repository that can't be used is set aside: it is history, not truth.
   *
   * @return whether it came to its end; otherwise it was asked to stop
   * @throws ToolException if a step failed because of a tool
   */
  boolean run(Plan plan, EpisodeRenderer renderer, FeedPublisher publisher, BuildOutcomes outcomes)
      throws ToolException, IOException {
    try {
      return attempt(plan, renderer, publisher, outcomes);
    } catch (RuntimeException failure) {
      Path file = JobHistory.file(home);
      SQLException cause = JobHistory.sqlFailure(failure);
      if (cause == null || !Files.exists(file)) {
        throw failure;
      }
      if (cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          || Files.getFileStore(file).getUsableSpace() < LEAST_FREE_BYTES) {
        throw new IOException("the job repository " + file + ": " + cause.getMessage(), failure);
      }
      Path aside = file.resolveSibling("jobs.damaged.mv.db");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      warnings.add(
          "warning: the job repository "
              + file
              + " could not be used; it is now "
              + aside.getFileName()
              + " and a new one was made");
      return attempt(plan, renderer, publisher, outcomes);
    }
  }

  private boolean attempt(
      Plan plan, EpisodeRenderer renderer, FeedPublisher publisher, BuildOutcomes outcomes)
      throws ToolException, IOException {
    try (ConfigurableApplicationContext context =
        JobHistory.open(
            JobHistory.file(home),
            logLevel,
            BuildJob.class,
            beans -> {
              beans.registerBean(Plan.class, () -> plan);
              beans.registerBean(EpisodeRenderer.class, () -> renderer);
              beans.registerBean(FeedPublisher.class, () -> publisher);
              beans.registerBean(BuildOutcomes.class, () -> outcomes);
              beans.registerBean(Drain.class, () -> drain);
            })) {
      JobRepository repository = context.getBean(JobRepository.class);
      JobOperator operator = context.getBean(JobOperator.class);
      // The lock is ours, so whatever the history calls running was killed.
      for (JobExecution abandoned : repository.findRunningJobExecutions(BuildJob.NAME)) {
        operator.recover(abandoned);
      }
      JobInstance last = repository.getLastJobInstance(BuildJob.NAME);
      JobExecution before = last == null ? null : repository.getLastJobExecution(last);
      JobExecution execution =
          before != null && isUnfinished(before, plan)
              ? operator.restart(before)
              : operator.start(context.getBean(Job.class), next(last, plan));
      forgetOldest(repository, plan.show().nightly().historyRuns());
      if (execution.getStatus() == BatchStatus.STOPPED) {
        return false;
      }
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution);
      }
      return true;
    } catch (JobExecutionException e) {
      throw new IllegalStateException("the job did not start", e);
    }
  }

  private static boolean isUnfinished(JobExecution execution, Plan plan) {
    return (execution.getStatus() == BatchStatus.STOPPED
            || execution.getStatus() == BatchStatus.FAILED)
        && plan.digest().equals(execution.getJobParameters().getString(PLAN));
  }

  private JobParameters next(@Nullable JobInstance last, Plan plan) {
    return new JobParametersBuilder()
        .addString(PLAN, plan.digest())
        .addLong(RUN, last == null ? 1 : last.getInstanceId() + 1)
        .addLocalDateTime("at", LocalDateTime.ofInstant(now, ZoneOffset.UTC), false)
        .toJobParameters();
  }

  static void forgetOldest(JobRepository repository, int keep) {
    repository
        .getJobInstances(BuildJob.NAME, keep, Integer.MAX_VALUE - keep)
        .forEach(repository::deleteJobInstance);
  }

  private static ToolException failure(JobExecution execution) throws IOException {
    for (Throwable failure : execution.getAllFailureExceptions()) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof ToolException tool) {
          return tool;
        }
        if (cause instanceof IOException io) {
          throw io;
        }
      }
    }
    throw new IllegalStateException(
        "the job ended as " + execution.getStatus(),
        execution.getAllFailureExceptions().stream().findFirst().orElse(null));
  }
}
