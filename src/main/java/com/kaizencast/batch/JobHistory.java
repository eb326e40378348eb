package com.kaizencast.batch;

import com.kaizencast.publish.Home;
import com.kaizencast.publish.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The job repository in the home folder: what ran when, and how it ended. */
public final class JobHistory {

  private static final String ENDING = ".mv.db";

  private JobHistory() {}

  static Path file(Home home) {
    return home.state().resolve("jobs" + ENDING);
  }

  /** What a job repository needs of Spring. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
  })
  static class Repository {}

  /**
   * The runs that are remembered, newest first.
   *
   * @param most how many
   * @throws RunLock.HeldException if a run is at work: the history is its
   */
  public static List<PastRun> read(Path homeFolder, int most)
      throws IOException, RunLock.HeldException {
    Home home = new Home(homeFolder);
    RunLock.requireFree(home);
    if (!Files.exists(file(home))) {
      return List.of();
    }
    // A copy: whoever looks at the history must not be in the way of the run that begins meanwhile.
    Path folder = Files.createTempDirectory("history");
    Path copy = folder.resolve("jobs" + ENDING);
    try {
      Files.copy(file(home), copy);
      try (ConfigurableApplicationContext context =
          open(copy, "off", Repository.class, beans -> {})) {
        return runs(context.getBean(JobRepository.class), most);
      } catch (RuntimeException damaged) {
        throw new IOException("the job repository " + file(home) + " can't be read", damaged);
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static List<PastRun> runs(JobRepository repository, int most) {
    List<PastRun> runs = new ArrayList<>();
    for (JobInstance instance : repository.getJobInstances(BuildJob.NAME, 0, most)) {
      List<JobExecution> executions = repository.getJobExecutions(instance);
      for (int i = 0; i < executions.size(); i++) {
        runs.add(run(executions.get(i), executions.size() - i));
      }
    }
    return runs.subList(0, Math.min(most, runs.size()));
  }

  private static PastRun run(JobExecution execution, int attempt) {
    long rendered = 0;
    long failed = 0;
    long published = 0;
    for (StepExecution step : execution.getStepExecutions()) {
      failed += step.getProcessSkipCount();
      if (step.getStepName().equals(BuildJob.RENDER)) {
        rendered = step.getWriteCount();
      } else if (step.getStepName().equals(BuildJob.PUBLISH)) {
        published = step.getWriteCount();
      }
    }
    LocalDateTime start = execution.getStartTime();
    LocalDateTime end = execution.getEndTime();
    return new PastRun(
        execution.getJobInstance().getInstanceId(),
        attempt,
        start,
        start == null || end == null ? null : Duration.between(start, end).toMillis() / 1000.0,
        execution.getStatus().toString(),
        rendered,
        failed,
        published);
  }

  /** What the database said, if it is behind this failure. */
  static @Nullable SQLException sqlFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /**
   * Starts Spring on a job repository, which is made if it is not there.
   *
   * @param logLevel of the libraries
   */
  static ConfigurableApplicationContext open(
      Path file,
      String logLevel,
      Class<?> configuration,
      Consumer<GenericApplicationContext> beans) {
    String name = file.toString();
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + name.substring(0, name.length() - ENDING.length())
                .replace("\\", "/")
                .replace(";", "\\;")
            + ";DB_CLOSE_ON_EXIT=FALSE");
    settings.put("spring.datasource.username", "sa");
    settings.put("spring.batch.jdbc.initialize-schema", "always");
    settings.put("logging.level.root", logLevel);
    return new SpringApplicationBuilder(configuration)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        // Whoever opens it closes it; a hook would pull the database from under a run that drains.
        .registerShutdownHook(false)
        .properties(settings)
        .initializers(context -> beans.accept((GenericApplicationContext) context))
        .run();
  }
}
