package com.kaizencast.batch;

import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Planned;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: read the scripts, render the stale episodes, publish the feed. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  BatchJdbcAutoConfiguration.class
})
class BuildJob {

  static final String NAME = "build";

  /** Episodes in work at once wait for each other only at the end of a chunk. */
  private static final int CHUNK_PER_THREAD = 30;

  @Bean
  Job build(JobRepository repository, Step readScripts, Step renderEpisodes, Step publishFeed) {
    return new JobBuilder(NAME, repository)
        .start(readScripts)
        .next(renderEpisodes)
        .next(publishFeed)
        .build();
  }

  /** The scripts were read to make the plan; here the history learns what the plan says. */
  @Bean
  Step readScripts(JobRepository repository, PlatformTransactionManager transactions, Plan plan) {
    return new StepBuilder("readScripts", repository)
        .tasklet(
            (contribution, context) -> {
              int valid = plan.episodes().size() + plan.waiting().size();
              int quarantined = plan.quarantined().size();
              for (int i = 0; i < valid + quarantined; i++) {
                contribution.incrementReadCount();
              }
              contribution.incrementFilterCount(valid - plan.stale().size());
              contribution.incrementProcessSkipCount(quarantined);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  /** A tool that fails gets another try; an episode that fails for good does not stop the others. */
  @Bean
  Step renderEpisodes(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Plan plan,
      EpisodeRenderer renderer,
      BuildOutcomes outcomes,
      AsyncTaskExecutor renderThreads) {
    return new StepBuilder("renderEpisodes", repository)
        .<Planned, Planned>chunk(CHUNK_PER_THREAD * Runtime.getRuntime().availableProcessors())
        .transactionManager(transactions)
        .reader(new ListItemReader<>(plan.stale()))
        .processor(renderer::render)
        .writer(done -> {})
        .faultTolerant()
        .retryPolicy(
            RetryPolicy.builder()
                .maxRetries(2)
                .predicate(e -> e instanceof ToolException tool && tool.isTransient())
                .build())
        .skipPolicy((failure, count) -> EpisodeRenderer.isOfOneEpisode(failure))
        .skipListener(outcomes)
        .taskExecutor(renderThreads)
        .build();
  }

  @Bean
  Step publishFeed(
      JobRepository repository, PlatformTransactionManager transactions, FeedPublisher publisher) {
    return new StepBuilder("publishFeed", repository)
        .tasklet(
            (contribution, context) -> {
              publisher.publish();
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  ThreadPoolTaskExecutor renderThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(Runtime.getRuntime().availableProcessors());
    threads.setThreadNamePrefix("render-");
    threads.setDaemon(true);
    return threads;
  }
}
