package com.kaizencast.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of the files below a folder. Editors save in several steps; the wait is over
 * when they are quiet.
 */
public final class FolderWatch implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(300);

  private final Path folder;
  private final WatchService service;

  /** Watches from now on: what changes between two waits is not missed. */
  public FolderWatch(Path folder) throws IOException {
    this.folder = folder;
    this.service = folder.getFileSystem().newWatchService();
    register(folder);
  }

  /**
   * Waits for a change.
   *
   * @return false if the watch has been closed
   */
  public boolean await() throws IOException, InterruptedException {
    try {
      boolean changed = false;
      while (!changed) {
        changed = isChange(service.take());
      }
      for (WatchKey key = next(); key != null; key = next()) {
        isChange(key);
      }
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private @Nullable WatchKey next() throws InterruptedException {
    return service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Hidden files are the editors' own. Folders that have come are watched as well. */
  private boolean isChange(WatchKey key) throws IOException {
    boolean changed = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && key.watchable() instanceof Path parent) {
        if (name.toString().startsWith(".") || name.toString().endsWith("~")) {
          continue;
        }
        if (Files.isDirectory(parent.resolve(name))) {
          register(parent.resolve(name));
        }
      }
      changed = true;
    }
    key.reset();
    return changed;
  }

  private void register(Path top) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (!directory.equals(folder) && directory.getFileName().toString().startsWith(".")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Gone again.
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
