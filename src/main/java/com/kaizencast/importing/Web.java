package com.kaizencast.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one way to fetch something from the web: HTTP and HTTPS, with limits on size, time and
 * redirections. Each address is looked up and refused before a connection is made if it is not a
 * public one, those of redirections too; the JDK keeps the answer of the look-up for the connection
 * that follows.
 */
public final class Web {

  private static final int MOST_REDIRECTIONS = 5;
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

  private final boolean allowPrivate;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param allowPrivate whether addresses of this machine and of local networks may be asked
   */
  public Web(boolean allowPrivate) {
    this(allowPrivate, Duration.ofSeconds(60));
  }

  /**
   * @param patience for all of an answer; downloads of audio have twenty times as long
   */
  Web(boolean allowPrivate, Duration patience) {
    this.allowPrivate = allowPrivate;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * For an address that the host has typed, which may be one of this machine; where it is not, it
   * can't lead there either.
   */
  public static Web trusting(String url) throws IOException {
    String host = address(url).getHost();
    try {
      return new Web(isPrivate(InetAddress.getByName(host)));
    } catch (UnknownHostException e) {
      throw new IOException(url + ": no such host", e);
    }
  }

  /** Whether this is an address of the web, and not a file. */
  public static boolean isAddress(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /** What an address answered. */
  public static final class Answer {

    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private Answer(HttpResponse<?> response, byte[] body) {
      this.address = response.uri();
      this.status = response.statusCode();
      this.headers = response.headers();
      this.body = body;
    }

    /** The last one, after all redirections. */
    public URI address() {
      return address;
    }

    public int status() {
      return status;
    }

    public HttpHeaders headers() {
      return headers;
    }

    public byte[] body() {
      return body;
    }
  }

  /**
   * What is at an address.
   *
   * @throws IOException if it can't be had within the limits; the message names the address
   */
  public Answer load(String url, int mostBytes) throws IOException, InterruptedException {
    Answer answer = ask("GET", url, Map.of(), mostBytes);
    refuseFailure(url, answer.status());
    return answer;
  }

  /**
   * Asks without judging the status.
   *
   * @param mostBytes of the body; more is an error
   */
  public Answer ask(String method, String url, Map<String, String> headers, int mostBytes)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open(method, url, headers);
    InputStream body = response.body();
    Deadline deadline = new Deadline(body, patience);
    try (body;
        deadline) {
      byte[] bytes = body.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new IOException(url + " is larger than " + (mostBytes >> 20) + " MB");
      }
      return new Answer(response, bytes);
    } catch (IOException e) {
      throw named(url, e);
    }
  }

  /** Saves what is at an address. */
  public void download(String url, Path file, long mostBytes)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open("GET", url, Map.of());
    InputStream body = response.body();
    Deadline deadline = new Deadline(body, patience.multipliedBy(20));
    try (body;
        deadline;
        OutputStream out = Files.newOutputStream(file)) {
      refuseFailure(url, response.statusCode());
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        size += count;
        if (size > mostBytes) {
          throw new IOException(url + " is larger than " + (mostBytes >> 20) + " MB");
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      throw named(url, e);
    }
  }

  private static void refuseFailure(String url, int status) throws IOException {
    if (status != 200) {
      throw new IOException(url + " answers with status " + status);
    }
  }

  private HttpResponse<InputStream> open(String method, String url, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI address = address(url);
    for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      refusePrivate(address);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .header("User-Agent", "Kaizencast")
              .timeout(patience);
      headers.forEach(request::header);
      HttpResponse<InputStream> response = send(url, request.build());
      if (!REDIRECTIONS.contains(response.statusCode())) {
        return response;
      }
      response.body().close();
      String target = response.headers().firstValue("Location").orElse("");
      try {
        address = address(address.resolve(new URI(target)).toString());
      } catch (URISyntaxException e) {
        throw new IOException(url + " leads on to '" + target + "', which is no address", e);
      }
    }
    throw new IOException(url + " leads on more than " + MOST_REDIRECTIONS + " times");
  }

  private HttpResponse<InputStream> send(String url, HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(url + " does not answer within " + seconds(), e);
    } catch (ExecutionException e) {
      throw named(url, e.getCause() == null ? e : e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private String seconds() {
    return patience.toSeconds() + " s";
  }

  /** Many exceptions of the HTTP client have no message of their own. */
  private static IOException named(String url, Throwable cause) {
    String message = cause.getMessage();
    if (message != null && message.startsWith(url)) {
      return cause instanceof IOException io ? io : new IOException(message, cause);
    }
    String kind = cause.getClass().getSimpleName().replaceFirst("Exception$", "");
    return new IOException(
        url + " can't be had: " + (message == null ? kind : kind + ", " + message), cause);
  }

  private static URI address(String url) throws IOException {
    try {
      URI address = new URI(url.strip().replace(" ", "%20"));
      if (isAddress(address.toString())
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IOException(url + " is no address: " + e.getMessage(), e);
    }
    throw new IOException(url + " is no address of the form https://host/path");
  }

  private void refusePrivate(URI address) throws IOException {
    if (allowPrivate) {
      return;
    }
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(address.getHost());
    } catch (UnknownHostException e) {
      throw new IOException(address + ": no such host", e);
    }
    for (InetAddress one : all) {
      if (isPrivate(one)) {
        throw new IOException(
            address
                + " is at "
                + one.getHostAddress()
                + ", which is not public; add --allow-private if it is yours");
      }
    }
  }

  /** Addresses of this machine, of local networks, and those with a use of their own. */
  static boolean isPrivate(InetAddress address) {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    boolean special =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    if (b.length == 4) {
      return special
          || first == 0
          || first >= 240
          || (first == 100 && second >= 64 && second < 128) // RFC 6598
          || (first == 192 && second == 0 && b[2] == 0) // RFC 6890
          || (first == 198 && (second & 0xfe) == 18); // RFC 2544
    }
    return special || (first & 0xfe) == 0xfc || isMapped(b); // RFC 4193
  }

  /** Addresses that carry one of IPv4: NAT64 (RFC 6052), 6to4 (RFC 3056), IPv4-compatible. */
  private static boolean isMapped(byte[] b) {
    int start = (b[0] & 0xff) << 8 | (b[1] & 0xff);
    boolean compatible = true;
    for (int i = 0; i < 12; i++) {
      compatible &= b[i] == 0;
    }
    return start == 0x2002 || (start == 0x0064 && (b[2] & 0xff) == 0xff) || compatible;
  }

  /** Closes a stream that takes too long, so that its reader gets an exception. */
  private static final class Deadline implements AutoCloseable {

    private final CompletableFuture<@Nullable Void> timer;

    Deadline(InputStream stream, Duration patience) {
      Executor late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
      timer = new CompletableFuture<@Nullable Void>();
      late.execute(
          () -> {
            if (!timer.isDone()) {
              try {
                stream.close();
              } catch (IOException e) {
                timer.completeExceptionally(e);
              }
            }
          });
    }

    @Override
    public void close() {
      timer.complete(null);
    }
  }

  /** The media type in a header, without its parameters. */
  public static String mediaType(HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .orElse("")
        .replaceFirst(";.*", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
