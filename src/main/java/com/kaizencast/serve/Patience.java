package com.kaizencast.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How long a client may take. A limit on silence alone is no help against those who send or take a
 * byte now and then, so there is one for all of a request's head, counted from the end of the
 * answer before it, and one for the time that a part of an answer takes.
 */
final class Patience extends Handler.Wrapper implements Connection.Listener {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final long headNanos;
  private final long partNanos;
  private final Scheduler scheduler;
  private final Map<Connection, Turn> turns = new ConcurrentHashMap<>();

  /** Whose turn it is on a connection, since when, and how much the client had taken by then. */
  private static final class Turn {
    private volatile boolean isClients = true;
    private volatile long sinceNanos = System.nanoTime();
    private volatile long bytesOut;
  }

  /**
   * @param head for all of a request's head
   * @param part for a part of an answer, 64 KiB at most
   */
  Patience(Handler handler, Duration head, Duration part, Scheduler scheduler) {
    super(handler);
    this.headNanos = head.toNanos();
    this.partNanos = part.toNanos();
    this.scheduler = scheduler;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduler.schedule(this::look, INTERVAL);
  }

  @Override
  public void onOpened(Connection connection) {
    turns.put(connection, new Turn());
  }

  @Override
  public void onClosed(Connection connection) {
    turns.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Turn turn = turns.get(connection);
    if (turn != null) {
      turn.bytesOut = connection.getBytesOut();
      turn.sinceNanos = System.nanoTime();
      turn.isClients = false;
      Request.addCompletionListener(
          request,
          failure -> {
            turn.sinceNanos = System.nanoTime();
            turn.isClients = true;
          });
    }
    return super.handle(request, response, callback);
  }

  private void look() {
    if (!isRunning()) {
      return;
    }
    long now = System.nanoTime();
    turns.forEach(
        (connection, turn) -> {
          if (turn.isClients) {
            if (now - turn.sinceNanos > headNanos) {
              connection.getEndPoint().close(new TimeoutException("no request"));
            }
          } else if (now - turn.sinceNanos > partNanos) {
            long bytesOut = connection.getBytesOut();
            if (bytesOut == turn.bytesOut) {
              connection.getEndPoint().close(new TimeoutException("the client takes nothing"));
            }
            turn.bytesOut = bytesOut;
            turn.sinceNanos = now;
          }
        });
    scheduler.schedule(this::look, INTERVAL);
  }
}
