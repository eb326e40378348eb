package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages that the show has been built again. A small script, put into each page on its
 * way out, asks for the number of the build and is answered when that is another one than it knows.
 */
public final class PageReload {

  private static final String SCRIPT = "/-/reload.js";
  private static final String BUILD = "/-/build";
  private static final String TAG = "<script src=\"" + SCRIPT + "\" defer></script>";

  /** Shorter than what browsers and proxies wait for an answer. */
  private static final Duration WAIT = Duration.ofSeconds(25);

  private record Waiting(Response response, Callback callback) {}

  private final byte[] script = script();
  private final Set<Waiting> waiting = new HashSet<>();
  private long build;
  private String problems = "";
  private boolean isOver;

  /**
   * @param firstBuild a number that no earlier run of the server has come to
   */
  public PageReload(long firstBuild) {
    this.build = firstBuild;
  }

  /**
   * Tells all pages.
   *
   * @param problems what they are to show; pages load again if it is empty
   */
  public synchronized void built(String problems) {
    this.problems = problems;
    build++;
    answerAll();
  }

  private synchronized void end() {
    isOver = true;
    answerAll();
  }

  private void answerAll() {
    Set<Waiting> told = Set.copyOf(waiting);
    waiting.clear();
    told.forEach(this::answer);
  }

  private void answer(Waiting page) {
    send(page.response(), page.callback(), "text/plain; charset=utf-8", state().getBytes(UTF_8));
  }

  /** The number of the build, and in the lines below it what went wrong. */
  private String state() {
    return build + "\n" + problems;
  }

  private synchronized void ask(@Nullable String known, Waiting page, Scheduler scheduler) {
    if (isOver || !Long.toString(build).equals(known)) {
      answer(page);
      return;
    }
    waiting.add(page);
    scheduler.schedule(() -> giveUp(page), WAIT);
  }

  private synchronized void giveUp(Waiting page) {
    if (waiting.remove(page)) {
      answer(page);
    }
  }

  String inserted(String page) {
    int head = page.indexOf("</head>");
    return head < 0 ? page + TAG : page.substring(0, head) + TAG + page.substring(head);
  }

  /** Answers what the script asks for and leaves the rest to another handler. */
  Handler handler(Handler others, Scheduler scheduler) {
    return new Reloading(others, scheduler);
  }

  private final class Reloading extends Handler.Wrapper implements Graceful {

    private final Scheduler scheduler;

    Reloading(Handler others, Scheduler scheduler) {
      super(others);
      this.scheduler = scheduler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = request.getHttpURI().getPath();
      if (path.equals(SCRIPT)) {
        send(response, callback, "text/javascript; charset=utf-8", script);
      } else if (path.equals(BUILD)) {
        ask(request.getHttpURI().getQuery(), new Waiting(response, callback), scheduler);
      } else {
        return super.handle(request, response, callback);
      }
      return true;
    }

    @Override
    public CompletableFuture<Void> shutdown() {
      end();
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isShutdown() {
      synchronized (PageReload.this) {
        return isOver;
      }
    }
  }

  private static void send(Response response, Callback callback, String type, byte[] bytes) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static byte[] script() {
    try (InputStream in =
        Objects.requireNonNull(PageReload.class.getResourceAsStream("reload.js"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
