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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A static web host on this machine alone: the folders {@code audio} and {@code feed} of a home.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("xml", "application/rss+xml"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("vtt", "text/vtt"),
          Map.entry("srt", "application/x-subrip"),
          Map.entry("html", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("js", "text/javascript"),
          Map.entry("json", "application/json"));

  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
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
    server.setExecutor(threads);
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
      exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
      long size = Files.size(file);
      String wanted = exchange.getRequestHeaders().getFirst("Range");
      Matcher range = RANGE.matcher(wanted == null ? "" : wanted);
      long start = 0;
      long end = size;
      if (range.matches() && Long.parseLong(range.group(1)) < size) {
        start = Long.parseLong(range.group(1));
        end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        String served = "bytes " + start + "-" + (end - 1) + "/" + size;
        exchange.getResponseHeaders().set("Content-Range", served);
      }
      exchange.sendResponseHeaders(end - start < size ? 206 : 200, end - start);
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(start);
        exchange.getResponseBody().write(in.readNBytes((int) (end - start)));
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
