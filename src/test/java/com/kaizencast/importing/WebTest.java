package com.kaizencast.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, it can't make the program wait, fill up or look around. */
class WebTest {

  HttpServer server;
  String base;
  final CountDownLatch end = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          try (OutputStream out = exchange.getResponseBody()) {
            switch (path) {
              case "/text" -> {
                exchange.sendResponseHeaders(200, 5);
                out.write("hello".getBytes(UTF_8));
              }
              case "/loop" -> {
                exchange.getResponseHeaders().add("Location", "/loop");
                exchange.sendResponseHeaders(302, -1);
              }
              case "/file" -> {
                exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                exchange.sendResponseHeaders(302, -1);
              }
              case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                  out.write(new byte[1 << 16]);
                }
              }
              case "/slow" -> {
                exchange.sendResponseHeaders(200, 0);
                out.write('x');
                out.flush();
                end.await();
              }
              case "/silent" -> end.await();
              default -> exchange.sendResponseHeaders(404, -1);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void loadsWhatIsThere() throws Exception {
    assertThat(new Web(true).load(base + "/text", 100).body()).isEqualTo("hello".getBytes(UTF_8));
  }

  @Test
  void namesWhatWentWrong() {
    Web web = new Web(true, Duration.ofSeconds(2));

    assertThatThrownBy(() -> web.load(base + "/none", 9)).hasMessageContaining("status 404");
    assertThatThrownBy(() -> web.load(base + "/loop", 9)).hasMessageContaining("more than 5 times");
    assertThatThrownBy(() -> web.load(base + "/file", 9)).hasMessageContaining("no address");
    assertThatThrownBy(() -> web.load(base + "/text", 4)).hasMessageContaining("is larger than");
    assertThatThrownBy(() -> web.load(base + "/endless", 1 << 20))
        .hasMessageContaining("is larger than 1 MB");
    assertThatThrownBy(() -> web.load(base + "/slow", 9)).hasMessageContaining(base + "/slow");
    assertThatThrownBy(() -> web.load(base + "/silent", 9)).hasMessageContaining("/silent");
    assertThatThrownBy(() -> web.load("ftp://example.com/", 9)).hasMessageContaining("no address");
    assertThatThrownBy(() -> web.load("https://user:pw@example.com/", 9))
        .hasMessageContaining("no address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void addressesThatAreNotPublicAreKnown(String address) throws Exception {
    assertThat(Web.isPrivate(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "100.128.0.1", "2606:4700::1111"})
  void addressesThatArePublicAreKnown(String address) throws Exception {
    assertThat(Web.isPrivate(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1", "http://localhost", "http://2130706433", "http://[::1]"})
  void nothingIsAskedAtAPrivateAddress(String start) {
    String url = start + ":" + server.getAddress().getPort() + "/text";

    assertThatThrownBy(() -> new Web(false).load(url, 9))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s).*(not public|no address).*");
  }
}
