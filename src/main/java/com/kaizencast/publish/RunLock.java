package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time in a home folder. The lock is the operating system's on {@code
 * .kaizencast/lock}, so that it is gone when its process is, however that ended.
 */
public final class RunLock implements AutoCloseable {

  /** Another run holds the lock. */
  public static final class HeldException extends Exception {
    private HeldException(String holder) {
      super("another run is at work here" + (holder.isBlank() ? "" : ": " + holder.strip()));
    }
  }

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock at once or not at all. */
  public static RunLock take(Home home, Instant now) throws IOException, HeldException {
    Files.createDirectories(home.state());
    FileChannel channel =
        FileChannel.open(
            file(home),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel, false) == null) {
        throw held(channel);
      }
      channel.truncate(0);
      String me = "process " + ProcessHandle.current().pid() + ", started " + now + "\n";
      channel.write(ByteBuffer.wrap(me.getBytes(UTF_8)), 0);
      return new RunLock(channel);
    } catch (IOException | HeldException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Makes sure that nobody holds the lock at this moment; writes nothing.
   *
   * @throws HeldException if a run is at work
   */
  public static void requireFree(Home home) throws IOException, HeldException {
    try (FileChannel channel = FileChannel.open(file(home), StandardOpenOption.READ)) {
      // A shared lock: one that a reader may have, and that a run does not allow beside its own.
      if (tryLock(channel, true) == null) {
        throw held(channel);
      }
    } catch (NoSuchFileException e) {
      // Nobody ever held it.
    }
  }

  private static HeldException held(FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(200);
    channel.read(holder, 0);
    return new HeldException(new String(holder.array(), 0, holder.position(), UTF_8));
  }

  private static Path file(Home home) {
    return home.state().resolve("lock");
  }

  /** The same JVM holding it counts as held. */
  private static @Nullable FileLock tryLock(FileChannel channel, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
