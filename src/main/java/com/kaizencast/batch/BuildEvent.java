package com.kaizencast.batch;

import java.time.Duration;
import java.util.List;

/** What a build tells while it works. */
public sealed interface BuildEvent {

  /** Rendering starts. */
  record Started(int episodesToRender) implements BuildEvent {}

  /** An episode's audio is finished. */
  record Rendered(String slug, String title, Duration duration, long sizeBytes)
      implements BuildEvent {}

  /** An episode could not be rendered. */
  record Failed(String slug, String title, List<String> reasons) implements BuildEvent {
    public Failed {
      reasons = List.copyOf(reasons);
    }
  }

  /** Rendering has ended, the feed is next. */
  record Publishing() implements BuildEvent {}

  /** The job has ended, well or not. */
  record Finished() implements BuildEvent {}
}
