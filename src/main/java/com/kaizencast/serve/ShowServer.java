package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A web server for the published files of a show. It answers under the path of the show's public
 * address, so that what links to there works here, and, unless that address is a secret, at the top
 * as well.
 */
public final class ShowServer implements AutoCloseable {

  /**
   * What to serve, and where.
   *
   * @param home folder that holds {@code feed/} and {@code audio/}
   * @param publicUrl what the folders are published under; ends in a slash
   * @param isPrivate whether that address is known to subscribers only
   * @param address port 0 takes a free one
   * @param isLocal whether texts that name the public address name this server in its place
   * @param accessLog takes a line for each answer; null for none
   */
  public record Options(
      Path home,
      URI publicUrl,
      boolean isPrivate,
      InetSocketAddress address,
      boolean isLocal,
      @Nullable Consumer<String> accessLog) {}

  /**
   * How much the server bears.
   *
   * @param connections at a time; more of them wait
   * @param head time for a request's head, from the end of the answer before it
   * @param part time for a part of an answer
   * @param farewell time for running answers once the server is to end
   */
  record Limits(int connections, Duration head, Duration part, Duration farewell) {
    static final Limits DEFAULT =
        new Limits(1000, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  private static final int MAX_HEAD_BYTES = 16 << 10;
  private static final String FRESH_FOR_A_MINUTE = "max-age=60";
  private static final String ASK_EACH_TIME = "no-cache";

  private final Server server;
  private final ServerConnector connector;
  private final String host;
  private final String path;

  private ShowServer(Server server, ServerConnector connector, String host, String path) {
    this.server = server;
    this.connector = connector;
    this.host = host;
    this.path = path;
  }

  /**
   * Starts a server.
   *
   * @param reload what tells pages to load again; null if they stay as they are
   * @throws IOException if the address can't be had
   */
  public static ShowServer start(Options options, @Nullable PageReload reload) throws IOException {
    return start(options, reload, Limits.DEFAULT, InstantSource.system());
  }

  static ShowServer start(
      Options options, @Nullable PageReload reload, Limits limits, InstantSource clock)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(64, 4);
    threads.setName("serve");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_HEAD_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
    connector.setHost(options.address().getAddress().getHostAddress());
    connector.setPort(options.address().getPort());
    connector.setIdleTimeout(limits.part().toMillis());
    connector.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.addConnector(connector);
    try {
      // Before the handlers are made: they need the port.
      connector.open();
    } catch (IOException e) {
      throw e.getCause() instanceof IOException cause ? cause : e;
    }
    String path = options.publicUrl().getPath();
    ShowServer show = new ShowServer(server, connector, host(options.address()), path);
    List<String> roots = new ArrayList<>(List.of(path));
    if (!options.isPrivate() && !path.equals("/")) {
      roots.add("/");
    }
    ServedFile.Policy policy =
        new ServedFile.Policy(
            options.isPrivate(), reload == null ? FRESH_FOR_A_MINUTE : ASK_EACH_TIME);
    Shelf shelf =
        new Shelf(
            options.home().toAbsolutePath().normalize(),
            policy,
            rewriting(options, show.url(), reload),
            clock);
    Handler files = new ShowHandler(shelf, roots, clock);
    if (reload != null) {
      files = reload.handler(files, server.getScheduler());
    }
    Patience patience = new Patience(files, limits.head(), limits.part(), server.getScheduler());
    connector.addBean(patience);
    server.setHandler(new GracefulHandler(patience));
    server.setErrorHandler(
        (request, response, callback) -> {
          int status = response.getStatus();
          ShowHandler.refuse(
              request,
              response,
              callback,
              status < 400 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : status);
          return true;
        });
    server.setStopTimeout(limits.farewell().toMillis());
    if (options.accessLog() != null) {
      server.setRequestLog(new AccessLog(options.accessLog()));
    }
    try {
      server.start();
    } catch (Exception e) {
      throw e instanceof IOException io ? io : new IOException(e);
    }
    return show;
  }

  /** What stands where the show's public address does; ends in a slash. */
  public URI url() {
    return URI.create("http://" + host + ":" + connector.getLocalPort()).resolve(path);
  }

  /** Waits until the server has ended. */
  public void await() throws InterruptedException {
    server.join();
  }

  /** Takes no more requests and waits for the running ones, for half a minute at most. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw e instanceof IOException io ? io : new IOException(e);
    }
  }

  private static String host(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    if (ip.isLoopbackAddress() || ip.isAnyLocalAddress()) {
      return "localhost";
    }
    String text = ip.getHostAddress();
    return text.contains(":") ? "[" + text.replaceFirst("%.*", "") + "]" : text;
  }

  private static Shelf.@Nullable Rewriting rewriting(
      Options options, URI here, @Nullable PageReload reload) {
    if (!options.isLocal() && reload == null) {
      return null;
    }
    String there = options.publicUrl().toASCIIString();
    return (type, text) -> {
      String sent = new String(text, UTF_8);
      if (options.isLocal()) {
        sent = sent.replace(there, here.toASCIIString());
      }
      if (reload != null && type.equals(MediaTypes.HTML)) {
        sent = reload.inserted(sent);
      }
      return sent.getBytes(UTF_8);
    };
  }
}
