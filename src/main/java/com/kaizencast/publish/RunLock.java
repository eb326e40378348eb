package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
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
            home.state().resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        ByteBuffer holder = ByteBuffer.allocate(200);
        channel.read(holder, 0);
        throw new HeldException(new String(holder.array(), 0, holder.position(), UTF_8));
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

  /** The same JVM holding it counts as held. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
