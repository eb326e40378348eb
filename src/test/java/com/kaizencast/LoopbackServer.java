package com.kaizencast;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A static web host on this machine alone: the folders {@code audio} and {@code feed} of a home.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "xml", "application/rss+xml",
          "mp3", "audio/mpeg",
          "png", "image/png",
          "vtt", "text/vtt",
          "srt", "application/x-subrip",
          "html", "text/html",
          "json", "application/json");

  private final HttpServer server;
  private final String prefix;
  private final Path root;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * @param prefix what the addresses begin with after the host, with a slash at both ends
   * @param root the folder that is served
   */
  public LoopbackServer(String prefix, Path root) throws IOException {
    this.prefix = prefix;
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What the served folder stands under. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
  }

  /** Methods and paths so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      Path file =
          path.matches(prefix + "(audio|feed)/[A-Za-z0-9._/-]+") && !path.contains("..")
              ? root.resolve(path.substring(prefix.length()))
              : root;
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      exchange.getResponseHeaders().set("Content-Type", type);
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(Files.size(file)));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      try (InputStream in = Files.newInputStream(file)) {
        in.transferTo(exchange.getResponseBody());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
