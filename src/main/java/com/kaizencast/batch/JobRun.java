package com.kaizencast.batch;

import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One execution of the job, with the job repository in the home folder as its history. */
final class JobRun {

  private final Path database;
  private final boolean verbose;
  private final Instant now;
  private final List<String> warnings = new ArrayList<>();

  JobRun(Home home, boolean verbose, Instant now) {
    this.database = home.state().resolve("jobs");
    this.verbose = verbose;
    this.now = now;
  }

  /**
   * Runs the job to its end.
   *
   * @return warnings for the host
   * @throws ToolException if a step failed because of a tool
   */
  List<String> run(
      Plan plan, EpisodeRenderer renderer, FeedPublisher publisher, BuildOutcomes outcomes)
      throws ToolException, IOException {
    try (ConfigurableApplicationContext context =
        openOrReplaceHistory(plan, renderer, publisher, outcomes)) {
      JobRepository repository = context.getBean(JobRepository.class);
      JobOperator operator = context.getBean(JobOperator.class);
      // The lock is ours, so whatever the history calls running was killed.
      for (JobExecution abandoned : repository.findRunningJobExecutions(BuildJob.NAME)) {
        operator.recover(abandoned);
      }
      JobExecution execution =
          operator.start(
              context.getBean(Job.class),
              new JobParametersBuilder()
                  .addLocalDateTime("at", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                  .addLong("run", nextRun(repository))
                  .toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution);
      }
    } catch (JobExecutionException e) {
      throw new IllegalStateException("the job did not start", e);
    }
    return warnings;
  }

  private static long nextRun(JobRepository repository) {
    return repository.getJobInstances(BuildJob.NAME, 0, 1).stream()
        .mapToLong(instance -> instance.getInstanceId() + 1)
        .findFirst()
        .orElse(1);
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

  /** A job repository that can't be opened is set aside: it is history, not truth. */
  private ConfigurableApplicationContext openOrReplaceHistory(
      Plan plan, EpisodeRenderer renderer, FeedPublisher publisher, BuildOutcomes outcomes)
      throws IOException {
    try {
      return open(plan, renderer, publisher, outcomes);
    } catch (RuntimeException damaged) {
      Path file = database.resolveSibling("jobs.mv.db");
      if (!Files.exists(file)) {
        throw damaged;
      }
      Path aside = database.resolveSibling("jobs.damaged-" + now.getEpochSecond() + ".mv.db");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      warnings.add(
          "warning: the job repository "
              + file
              + " could not be opened; it is now "
              + aside.getFileName()
              + " and a new one was made");
      return open(plan, renderer, publisher, outcomes);
    }
  }

  private ConfigurableApplicationContext open(
      Plan plan, EpisodeRenderer renderer, FeedPublisher publisher, BuildOutcomes outcomes) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + database.toString().replace("\\", "/").replace(";", "\\;")
            + ";DB_CLOSE_ON_EXIT=FALSE");
    settings.put("spring.datasource.username", "sa");
    settings.put("spring.batch.jdbc.initialize-schema", "always");
    settings.put("logging.level.root", verbose ? "info" : "off");
    return new SpringApplicationBuilder(BuildJob.class)
        .web(WebApplicationType.NONE)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(true)
        .properties(settings)
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(Plan.class, () -> plan);
              beans.registerBean(EpisodeRenderer.class, () -> renderer);
              beans.registerBean(FeedPublisher.class, () -> publisher);
              beans.registerBean(BuildOutcomes.class, () -> outcomes);
            })
        .run();
  }
}
