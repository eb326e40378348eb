package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for the files of a show, RFC 9110: conditions, ranges, compression, and the
 * headers that let players on other sites use them.
 */
final class ShowHandler extends Handler.Abstract {

  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, METHODS);

  private static final HttpField NO_SNIFFING =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

  private static final HttpFields ALWAYS =
      HttpFields.from(
          new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
          new PreEncodedHttpField(
              HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
              "Accept-Ranges, Content-Encoding, Content-Length, Content-Range, Date, ETag"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin"),
          NO_SNIFFING);

  private static final HttpFields PREFLIGHT =
      HttpFields.from(
          new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS),
          new PreEncodedHttpField(
              HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
              "Cache-Control, If-Match, If-Modified-Since, If-None-Match, If-Range,"
                  + " If-Unmodified-Since, Pragma, Range"),
          new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400"));

  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
  private static final HttpField NOT_KEPT =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
  private static final HttpField SOON = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "1");
  private static final HttpField PLAIN_TEXT =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");

  /**
   * What browsers ask for beside a feed or an audio file, which can't name an icon of their own.
   */
  private static final String ICON = "/favicon.ico";

  private static final HttpField KEPT_FOR_A_DAY =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "max-age=86400");

  private static final int ATTEMPTS = 3;

  private final Shelf shelf;
  private final List<String> roots;
  private final InstantSource clock;

  /**
   * @param roots paths that the folders stand under, each with a slash at both ends
   */
  ShowHandler(Shelf shelf, List<String> roots, InstantSource clock) {
    this.shelf = shelf;
    this.roots = List.copyOf(roots);
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    add(response, ALWAYS);
    switch (request.getMethod()) {
      case "GET", "HEAD" -> serve(request, response, callback);
      case "OPTIONS" -> {
        response.getHeaders().add(ALLOW);
        if (request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
          add(response, PREFLIGHT);
        }
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
      }
      default -> {
        response.getHeaders().add(ALLOW);
        refuse(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
      }
    }
    return true;
  }

  private void serve(Request request, Response response, Callback callback) {
    try {
      String path = request.getHttpURI().getDecodedPath();
      for (String root : roots) {
        if ((path + "/").equals(root)) {
          redirect(request, response, callback, lastSegment(path) + "/");
          return;
        }
        if (path.startsWith(root)
            && serve(path.substring(root.length()), request, response, callback)) {
          return;
        }
      }
      if (path.equals(ICON)) {
        response.getHeaders().add(KEPT_FOR_A_DAY);
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
        return;
      }
      refuse(request, response, callback, HttpStatus.NOT_FOUND_404);
    } catch (AccessDeniedException e) {
      refuse(request, response, callback, HttpStatus.FORBIDDEN_403);
    } catch (IOException e) {
      response.getHeaders().add(SOON);
      refuse(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  /** Answers for a name below a root; false if there is nothing of that name. */
  private boolean serve(String name, Request request, Response response, Callback callback)
      throws IOException {
    if (name.isEmpty()) {
      redirect(request, response, callback, "feed/");
      return true;
    }
    boolean isFolder = name.endsWith("/");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ServedFile file = shelf.find(isFolder ? name + "index.html" : name);
      if (file == null) {
        if (!isFolder && shelf.isFolder(name)) {
          redirect(request, response, callback, lastSegment(name) + "/");
          return true;
        }
        return false;
      }
      if (serve(file, request, response, callback)) {
        return true;
      }
    }
    throw new IOException(name + " is replaced again and again");
  }

  /** Answers with a file; false if it has been replaced meanwhile. */
  private boolean serve(ServedFile file, Request request, Response response, Callback callback)
      throws IOException {
    HttpFields asked = request.getHeaders();
    ByteBuffer gzip = file.gzip() != null && acceptsGzip(asked) ? file.gzip() : null;
    switch (Conditions.weigh(asked, file.etag(), file.lastModified())) {
      case NOT_MODIFIED -> {
        add(response, file.common());
        response.setStatus(HttpStatus.NOT_MODIFIED_304);
        // Not as the last write, which would be given a Content-Length of 0 (RFC 9110 section 8.6).
        response.write(false, null, callback);
        return true;
      }
      case FAILED -> {
        refuse(request, response, callback, HttpStatus.PRECONDITION_FAILED_412);
        return true;
      }
      case PROCEED -> {}
    }
    boolean hasBody = HttpMethod.GET.is(request.getMethod());
    List<ByteSpan> spans = hasBody ? spans(file, asked) : null;
    if (spans != null && spans.isEmpty()) {
      response.getHeaders().add(HttpHeader.CONTENT_RANGE, "bytes */" + file.length());
      refuse(request, response, callback, HttpStatus.RANGE_NOT_SATISFIABLE_416);
      return true;
    }
    FileChannel channel = null;
    if (hasBody && file.text() == null && file.length() > 0) {
      channel = Shelf.open(file);
      if (channel == null) {
        return false;
      }
    }
    add(response, file.common());
    add(response, file.whole());
    if (spans != null) {
      response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
      send(channel, partial(file, spans, response), request, response, callback);
      return true;
    }
    if (gzip != null) {
      response.getHeaders().add(GZIP);
    }
    setLength(response, gzip == null ? file.length() : gzip.capacity());
    if (!hasBody) {
      callback.succeeded();
    } else if (gzip != null) {
      response.write(true, gzip.duplicate(), callback);
    } else {
      send(
          channel,
          List.of(piece(file, new ByteSpan(0, file.length()))),
          request,
          response,
          callback);
    }
    return true;
  }

  private @Nullable List<ByteSpan> spans(ServedFile file, HttpFields asked) {
    if (!asked.contains(HttpHeader.RANGE)
        || !Conditions.isSameForRange(asked, file.etag(), file.lastModified(), clock.instant())) {
      return null;
    }
    return ByteSpan.parse(asked.getValuesList(HttpHeader.RANGE), file.length());
  }

  /** The body of a 206 answer; sets the headers that depend on the ranges. */
  private static List<Transfer.Piece> partial(
      ServedFile file, List<ByteSpan> spans, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    List<Transfer.Piece> pieces = new ArrayList<>();
    long length = 0;
    if (spans.size() == 1) {
      ByteSpan span = spans.get(0);
      headers.add(HttpHeader.CONTENT_RANGE, span.contentRange(file.length()));
      pieces.add(piece(file, span));
      length = span.length();
    } else {
      String boundary = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
      headers.put(HttpHeader.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
      for (ByteSpan span : spans) {
        String head =
            (pieces.isEmpty() ? "" : "\r\n")
                + "--"
                + boundary
                + "\r\nContent-Type: "
                + file.type()
                + "\r\nContent-Range: "
                + span.contentRange(file.length())
                + "\r\n\r\n";
        pieces.add(new Transfer.Piece.Bytes(ByteBuffer.wrap(head.getBytes(US_ASCII))));
        pieces.add(piece(file, span));
        length += head.length() + span.length();
      }
      String end = "\r\n--" + boundary + "--\r\n";
      pieces.add(new Transfer.Piece.Bytes(ByteBuffer.wrap(end.getBytes(US_ASCII))));
      length += end.length();
    }
    setLength(response, length);
    return pieces;
  }

  private static Transfer.Piece piece(ServedFile file, ByteSpan span) {
    if (span.length() == 0) {
      return new Transfer.Piece.Bytes(BufferUtil.EMPTY_BUFFER);
    }
    ByteBuffer text = file.text();
    return text == null
        ? new Transfer.Piece.Range(span)
        : new Transfer.Piece.Bytes(text.slice((int) span.first(), (int) span.length()));
  }

  private static void send(
      @Nullable FileChannel channel,
      List<Transfer.Piece> pieces,
      Request request,
      Response response,
      Callback callback) {
    if (pieces.size() == 1 && pieces.get(0) instanceof Transfer.Piece.Bytes all) {
      response.write(true, all.bytes(), callback);
    } else {
      Transfer.start(
          channel, pieces, request.getComponents().getByteBufferPool(), response, callback);
    }
  }

  /** RFC 9110 section 12.5.3, as far as gzip is concerned. */
  private static boolean acceptsGzip(HttpFields asked) {
    boolean any = false;
    for (String value : asked.getValuesList(HttpHeader.ACCEPT_ENCODING)) {
      for (String element : value.toLowerCase(Locale.ROOT).split(",")) {
        String[] parts = element.replaceAll("\\s", "").split(";");
        boolean accepted = !(parts.length > 1 && parts[1].matches("q=0(\\.0*)?"));
        if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
          return accepted;
        }
        any |= parts[0].equals("*") && accepted;
      }
    }
    return any;
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** To an address beside the one asked for, whatever this server stands behind. */
  private static void redirect(
      Request request, Response response, Callback callback, String beside) {
    try {
      String location = new URI(null, null, "/" + beside, null).toASCIIString();
      response.getHeaders().add(HttpHeader.LOCATION, "." + location);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(beside, e);
    }
    refuse(request, response, callback, HttpStatus.FOUND_302);
  }

  /** An answer that says no more than its status. */
  static void refuse(Request request, Response response, Callback callback, int status) {
    byte[] text = (status + " " + HttpStatus.getMessage(status) + "\n").getBytes(UTF_8);
    response.setStatus(status);
    response.getHeaders().add(NOT_KEPT);
    response.getHeaders().add(PLAIN_TEXT);
    response.getHeaders().put(NO_SNIFFING);
    setLength(response, text.length);
    if (HttpMethod.HEAD.is(request.getMethod())) {
      callback.succeeded();
    } else {
      response.write(true, ByteBuffer.wrap(text), callback);
    }
  }

  private static void setLength(Response response, long length) {
    response.getHeaders().add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, length));
  }

  private static void add(Response response, HttpFields fields) {
    for (HttpField field : fields) {
      response.getHeaders().add(field);
    }
  }
}
