package com.kaizencast.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir Path folder;
  private final ExecutorService waiting = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    waiting.shutdownNow();
  }

  @Test
  void seesFilesThatComeChangeAndGo() throws Exception {
    try (FolderWatch watch = new FolderWatch(folder)) {
      Files.writeString(folder.resolve("a.md"), "one");
      assertThat(watch.await()).isTrue();
      Files.writeString(folder.resolve("a.md"), "two");
      assertThat(watch.await()).isTrue();
      Files.delete(folder.resolve("a.md"));
      assertThat(watch.await()).isTrue();
    }
  }

  @Test
  void seesFilesInFoldersThatCameLater() throws Exception {
    Files.createDirectories(folder.resolve("art"));
    try (FolderWatch watch = new FolderWatch(folder)) {
      Files.writeString(folder.resolve("art/cover.txt"), "one");
      assertThat(watch.await()).isTrue();

      Files.createDirectories(folder.resolve("sound/new"));
      assertThat(watch.await()).isTrue();
      Files.writeString(folder.resolve("sound/new/intro.txt"), "one");
      assertThat(watch.await()).isTrue();
    }
  }

  @Test
  void takesStepsOfOneSavingForOneChangeAndHiddenFilesForNone() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    try (FolderWatch watch = new FolderWatch(folder)) {
      for (int step = 0; step < 20; step++) {
        Files.writeString(folder.resolve("a.md"), "step " + step);
      }
      assertThat(watch.await()).isTrue();

      Files.writeString(folder.resolve(".a.md.swp"), "editor");
      Files.writeString(folder.resolve("a.md~"), "editor");
      Files.writeString(folder.resolve(".git/index"), "git");
      Future<Boolean> next = waiting.submit(watch::await);
      try {
        assertThat(next.get(1, TimeUnit.SECONDS)).isNull();
      } catch (TimeoutException nothing) {
        watch.close();
      }
      assertThat(next.get()).isFalse();
    }
  }
}
