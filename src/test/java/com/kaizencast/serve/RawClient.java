package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends exactly what it is told to and believes nothing. */
final class RawClient implements Closeable {

  /** Longer than any answer takes; only a hanging server makes a test wait for it. */
  private static final int PATIENCE_MS = 60_000;

  private final Socket socket;
  private final InputStream in;

  /** An answer, its headers by lower-case names. */
  record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    String header(String name) {
      List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
      if (values == null) {
        return null;
      }
      if (values.size() > 1) {
        throw new AssertionError(name + " twice: " + values);
      }
      return values.get(0);
    }

    String text() {
      return new String(body, UTF_8);
    }
  }

  RawClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** One request on a connection of its own. */
  static Answer ask(int port, String method, String target, String... headers) throws IOException {
    try (RawClient client = new RawClient(port)) {
      return client.ask(method, target, headers);
    }
  }

  Answer ask(String method, String target, String... headers) throws IOException {
    send(head(method, target, headers));
    return read(method.equals("HEAD"));
  }

  static String head(String method, String target, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: x\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  Socket socket() {
    return socket;
  }

  Answer read(boolean isHead) throws IOException {
    String[] status = line().split(" ", 3);
    if (!status[0].equals("HTTP/1.1")) {
      throw new IOException("no answer: " + String.join(" ", status));
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    List<String> length = headers.getOrDefault("content-length", List.of("0"));
    boolean hasBody = !isHead && code != 204 && code != 304;
    return new Answer(
        code, headers, hasBody ? bytes(Integer.parseInt(length.get(0))) : new byte[0]);
  }

  byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ended after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  /** Reads until the server closes the connection. */
  byte[] rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (java.net.SocketException e) {
      // A reset ends it as well.
    }
    return rest.toByteArray();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("ended within a head");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
