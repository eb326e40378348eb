package com.kaizencast.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** A line for each answer, in the combined format of Apache and nginx; times are UTC. */
final class AccessLog implements RequestLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Consumer<String> lines;

  AccessLog(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void log(Request request, Response response) {
    lines.accept(
        Request.getRemoteAddr(request)
            + " - - ["
            + TIME.format(Instant.ofEpochMilli(Request.getTimeStamp(request)))
            + "] \""
            + escaped(request.getMethod())
            + " "
            + escaped(request.getHttpURI().getPathQuery())
            + " "
            + request.getConnectionMetaData().getHttpVersion().asString()
            + "\" "
            + response.getStatus()
            + " "
            + Math.max(0, Response.getContentBytesWritten(response))
            + " \""
            + escaped(request.getHeaders().get(HttpHeader.REFERER))
            + "\" \""
            + escaped(request.getHeaders().get(HttpHeader.USER_AGENT))
            + "\"");
  }

  /** Nothing that a client sends can end a field or a line. */
  private static String escaped(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        escaped.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
