package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Has wrk ask the packaged jar and nginx for the same files, by turns, and prints the requests a
 * second. nginx finds its feed compressed beside it and logs nothing; neither does the jar. Asserts
 * nothing. Asks for the Debian packages nginx-light and wrk.
 */
public final class ServeBenchmark {

  private static final int ROUNDS = 3;
  private static final String SECONDS = "5s";
  private static final String AUDIO = "audio/episode.0123abcd.mp3";
  private static final String FEED = "feed/feed.xml";

  private ServeBenchmark() {}

  public static void main(String[] args) throws Exception {
    // Not a temporary one, which nginx could not read: its workers are nobody, if root starts it.
    Path home =
        Files.createDirectories(
            Path.of("target", "serve-benchmark-" + ProcessHandle.current().pid()).toAbsolutePath());
    publish(home);
    int nginxPort = freePort();
    Process nginx = nginx(home, nginxPort);
    Process ours =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/kaizencast.jar",
                "--home",
                home.toString(),
                "serve",
                "--port",
                "0",
                "--access-log",
                "off")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(ours.getInputStream(), UTF_8))) {
      String kaizencast =
          "http://127.0.0.1:" + URI.create(said.readLine().substring("page: ".length())).getPort();
      String other = "http://127.0.0.1:" + nginxPort;
      System.out.printf(
          Locale.ROOT,
          "%d cores, Java %s, load %s%n%-28s %12s %12s %6s%n",
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
          "requests a second",
          "kaizencast",
          "nginx",
          "ratio");
      compare("feed, not modified (304)", kaizencast, other, FEED, "If-None-Match: TAG");
      compare("feed, compressed", kaizencast, other, FEED, "Accept-Encoding: gzip");
      compare("64 KiB of an episode (206)", kaizencast, other, AUDIO, "Range: bytes=65536-131071");
    } finally {
      ours.destroy();
      nginx.destroy();
    }
  }

  private static void compare(String name, String ours, String nginx, String path, String header)
      throws Exception {
    List<Double> here = new ArrayList<>();
    List<Double> there = new ArrayList<>();
    requestsASecond(ours, path, header);
    for (int round = 0; round < ROUNDS; round++) {
      there.add(requestsASecond(nginx, path, header));
      here.add(requestsASecond(ours, path, header));
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %12.0f %12.0f %6.2f%n",
        name,
        median(here),
        median(there),
        median(here) / median(there));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double requestsASecond(String server, String path, String header)
      throws Exception {
    URI url = URI.create(server + "/" + path);
    String tag =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    String said =
        output(
            "wrk",
            "-t1",
            "-c32",
            "-d" + SECONDS,
            "-H",
            header.replace("TAG", tag.replaceFirst("^W/", "")),
            url.toString());
    Matcher rate = Pattern.compile("Requests/sec: +([0-9.]+)").matcher(said);
    if (!rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
      throw new IllegalStateException(said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static void publish(Path home) throws Exception {
    for (String folder : List.of("scripts", "feed", "audio", "nginx")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.copy(Path.of("scripts/show.yaml"), home.resolve("scripts/show.yaml"));
    StringBuilder feed = new StringBuilder("<rss>\n");
    Random random = new Random(1);
    for (int item = 0; item < 231; item++) {
      feed.append("<item><title>Episode ").append(item).append("</title><description>");
      for (int word = 0; word < 150; word++) {
        feed.append(Integer.toString(random.nextInt(5000), 36)).append(' ');
      }
      feed.append("</description></item>\n");
    }
    byte[] text = feed.append("</rss>\n").toString().getBytes(UTF_8);
    Files.write(home.resolve(FEED), text);
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(home.resolve(FEED + ".gz")))) {
      gzip.write(text);
    }
    byte[] audio = new byte[8 << 20];
    random.nextBytes(audio);
    Files.write(home.resolve(AUDIO), audio);
  }

  private static Process nginx(Path home, int port) throws Exception {
    Path folder = home.resolve("nginx");
    StringBuilder temp = new StringBuilder();
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      temp.append(kind).append("_temp_path ").append(folder.resolve(kind)).append("; ");
    }
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off; worker_processes auto; pid %1$s/pid; error_log %1$s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
          gzip_static on; types { application/rss+xml xml; audio/mpeg mp3; } %2$s
          server { listen 127.0.0.1:%3$d; root %4$s; }
        }
        """
            .formatted(folder, temp, port, home));
    Process nginx =
        new ProcessBuilder(
                "/usr/sbin/nginx",
                "-e",
                folder.resolve("error.log").toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString())
            .inheritIO()
            .start();
    while (nginx.isAlive() && !Files.exists(folder.resolve("pid"))) {
      Thread.sleep(20);
    }
    return nginx;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Arrays.toString(command) + ": " + said);
    }
    return said;
  }
}
