package com.kaizencast.batch;

import static java.util.Comparator.comparingInt;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.speech.SpeechException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: read the scripts, render the stale episodes, publish the feed. Each execution does every
 * step, since what there is to do has been decided by content; see {@link JobRun} on restarts.
 */
@Configuration(proxyBeanMethods = false)
@Import(JobHistory.Repository.class)
class BuildJob {

  static final String NAME = "build";
  static final String RENDER = "renderEpisodes";
  static final String PUBLISH = "publishFeed";

  static final int THREADS = Runtime.getRuntime().availableProcessors();

  private static final int TRIES_AGAIN = 2;

  @Bean
  Job build(JobRepository repository, Step readScripts, Step renderEpisodes, Step publishFeed) {
    return new JobBuilder(NAME, repository)
        .start(readScripts)
        .next(renderEpisodes)
        .next(publishFeed)
        .build();
  }

  /** The scripts were read to make the plan; here the history learns how many and how they are. */
  @Bean
  Step readScripts(JobRepository repository, PlatformTransactionManager transactions, Plan plan) {
    return new StepBuilder("readScripts", repository)
        .tasklet(
            (contribution, context) -> {
              int valid = plan.episodes().size() + plan.waiting().size();
              for (int i = 0; i < valid + plan.quarantined().size(); i++) {
                contribution.incrementReadCount();
              }
              contribution.incrementFilterCount((long) valid - plan.stale().size());
              contribution.incrementProcessSkipCount(plan.quarantined().size());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * A tool that fails gets another try; an episode that fails for good does not stop the others.
   * All of them are one chunk, since threads wait for each other at its end, and the longest come
   * first, so that none is left to run alone.
   */
  @Bean
  Step renderEpisodes(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Plan plan,
      EpisodeRenderer renderer,
      BuildOutcomes outcomes,
      Drain drain,
      AsyncTaskExecutor renderThreads) {
    List<Planned> longestFirst =
        plan.stale().stream()
            .sorted(comparingInt((Planned planned) -> -planned.script().notesHtml().length()))
            .toList();
    return new StepBuilder(RENDER, repository)
        .<Planned, Planned>chunk(Math.max(1, longestFirst.size()))
        .transactionManager(transactions)
        .reader(new ListItemReader<>(longestFirst))
        .processor(planned -> render(planned, renderer, outcomes, drain))
        .writer(rendered -> {})
        .faultTolerant()
        .retryPolicy(
            RetryPolicy.builder()
                .maxRetries(TRIES_AGAIN)
                .predicate(e -> e instanceof ToolException tool && tool.isTransient())
                .build())
        .skipPolicy((failure, count) -> ofOneEpisode(failure) != null)
        .skipListener(
            new SkipListener<Planned, Planned>() {
              @Override
              public void onSkipInProcess(Planned planned, Throwable failure) {
                Exception cause = ofOneEpisode(failure);
                if (cause != null) {
                  outcomes.failed(planned, cause);
                }
              }
            })
        .taskExecutor(renderThreads)
        .allowStartIfComplete(true)
        .build();
  }

  /** Null, and the step is told to stop, if the run is to end before this episode is done. */
  private static @Nullable Planned render(
      Planned planned, EpisodeRenderer renderer, BuildOutcomes outcomes, Drain drain)
      throws Exception {
    if (outcomes.rendered().containsKey(planned.digest())) {
      return planned;
    }
    Planned done = drain.work(() -> renderer.render(planned));
    if (done == null) {
      StepContext context = Objects.requireNonNull(StepSynchronizationManager.getContext());
      context.getStepExecution().setTerminateOnly();
    }
    return done;
  }

  /** The failure behind what the step wraps it in, if it concerns one episode alone. */
  private static @Nullable Exception ofOneEpisode(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ScriptException
          || cause instanceof SpeechException
          || cause instanceof ToolException) {
        return (Exception) cause;
      }
    }
    return null;
  }

  @Bean
  Step publishFeed(
      JobRepository repository, PlatformTransactionManager transactions, FeedPublisher publisher) {
    return new StepBuilder(PUBLISH, repository)
        .tasklet(
            (contribution, context) -> {
              contribution.incrementWriteCount(publisher.publish().entries().size());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .allowStartIfComplete(true)
        .build();
  }

  @Bean
  ThreadPoolTaskExecutor renderThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(THREADS);
    threads.setThreadNamePrefix("render-");
    threads.setDaemon(true);
    return threads;
  }
}
