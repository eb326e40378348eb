package com.kaizencast.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.ConfigurableApplicationContext;

class JobHistoryTest {

  private static final int KEPT = 50;
  private static final LocalDateTime NIGHT = LocalDateTime.parse("2024-06-01T04:10:00");

  @TempDir Path folder;

  @Test
  void theFileStaysBoundedOverManyNights() throws Exception {
    Path file = folder.resolve("jobs.mv.db");
    List<Long> sizes = new ArrayList<>();
    for (int session = 0; session < 6; session++) {
      try (ConfigurableApplicationContext context =
          JobHistory.open(file, "off", JobHistory.Repository.class, beans -> {})) {
        JobRepository repository = context.getBean(JobRepository.class);
        for (int night = 0; night < 100; night++) {
          remember(repository, session * 100L + night);
          JobRun.forgetOldest(repository, KEPT);
        }
        assertThat(repository.findJobInstances(BuildJob.NAME)).hasSize(KEPT);
      }
      sizes.add(Files.size(file));
    }

    assertThat(sizes.get(5)).as("sizes: %s", sizes).isLessThan(2 * sizes.get(1));
    assertThat(sizes.get(5)).as("sizes: %s", sizes).isLessThan(2_000_000);
  }

  private static void remember(JobRepository repository, long run) {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("plan", "0".repeat(64))
            .addLong("run", run)
            .toJobParameters();
    JobInstance instance = repository.createJobInstance(BuildJob.NAME, parameters);
    JobExecution execution =
        repository.createJobExecution(instance, parameters, new ExecutionContext());
    for (String name : List.of("readScripts", BuildJob.RENDER, BuildJob.PUBLISH)) {
      StepExecution step = repository.createStepExecution(name, execution);
      step.setStatus(BatchStatus.COMPLETED);
      step.setStartTime(NIGHT);
      step.setEndTime(NIGHT);
      repository.update(step);
    }
    execution.setStatus(BatchStatus.COMPLETED);
    execution.setStartTime(NIGHT);
    execution.setEndTime(NIGHT);
    repository.update(execution);
  }
}
