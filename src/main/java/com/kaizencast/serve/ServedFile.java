package com.kaizencast.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was last looked at: all of an answer that doesn't depend on the request.
 *
 * @param text the bytes, if it is a text that is kept in memory
 * @param gzip the same, compressed, if that is worth it
 * @param etag strong for media, weak for text, of which there are two forms
 * @param lastModified in whole seconds; null if that is in the future
 * @param common headers of all answers, 304 included
 * @param whole headers of answers with a body, other than its length and encoding
 */
record ServedFile(
    Path path,
    Stamp stamp,
    String type,
    long length,
    @Nullable ByteBuffer text,
    @Nullable ByteBuffer gzip,
    String etag,
    @Nullable Instant lastModified,
    HttpFields common,
    HttpFields whole) {

  private static final Pattern CONTENT_NAMED = Pattern.compile(".*\\.[0-9a-f]{8}\\.[a-z0-9.]+");
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final String IMMUTABLE = "max-age=31536000, immutable";

  /** Small enough for one packet: not worth compressing. */
  private static final int SMALL_BYTES = 256;

  private static final HttpField RANGES =
      new PreEncodedHttpField(HttpHeader.ACCEPT_RANGES, "bytes");
  private static final HttpField VARY =
      new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
  private static final HttpField NO_REFERRER =
      new PreEncodedHttpField("Referrer-Policy", "no-referrer");
  private static final HttpField NO_INDEX = new PreEncodedHttpField("X-Robots-Tag", "noindex");

  /**
   * What tells one state of a file from another.
   *
   * @param key the file system's own identity of the file, if it has one
   * @param gzipModifiedMs of the file with {@code .gz} behind its name; 0 if there is none
   */
  record Stamp(@Nullable Object key, long size, FileTime modified, long gzipModifiedMs) {

    /** The present state; null if there is no such file. */
    static @Nullable Stamp of(Path file) throws IOException {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.isRegularFile()
            ? new Stamp(
                found.fileKey(),
                found.size(),
                found.lastModifiedTime(),
                gzipOf(file).toFile().lastModified())
            : null;
      } catch (FileSystemException e) {
        // Not there; or a part of the path is a file; or the name is too long.
        return null;
      }
    }
  }

  static Path gzipOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  /** A text that is kept in memory, with the compressed form that lies beside it, if one does. */
  static ServedFile ofText(
      Path path, Stamp stamp, byte[] text, byte @Nullable [] gzip, Instant now, Policy policy) {
    byte[] packed = gzip == null && text.length >= SMALL_BYTES ? compressed(text) : gzip;
    return of(
        path,
        stamp,
        text.length,
        text,
        packed != null && packed.length < text.length ? packed : null,
        "W/" + tag(sha256().digest(text)),
        now,
        policy);
  }

  /** Any other file. */
  static ServedFile ofMedia(Path path, Stamp stamp, byte[] sha256, Instant now, Policy policy) {
    return of(path, stamp, stamp.size(), null, null, tag(sha256), now, policy);
  }

  private static ServedFile of(
      Path path,
      Stamp stamp,
      long length,
      byte @Nullable [] text,
      byte @Nullable [] gzip,
      String etag,
      Instant now,
      Policy policy) {
    String name = path.getFileName().toString();
    String type = MediaTypes.of(name);
    Instant modified = stamp.modified().toInstant().truncatedTo(ChronoUnit.SECONDS);
    Instant lastModified = modified.isAfter(now) ? null : modified;
    HttpFields.Mutable common = HttpFields.build();
    common.add(new PreEncodedHttpField(HttpHeader.ETAG, etag));
    if (lastModified != null) {
      common.add(
          new PreEncodedHttpField(
              HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(lastModified)));
    }
    String freshness = CONTENT_NAMED.matcher(name).matches() ? IMMUTABLE : policy.freshness();
    common.add(
        new PreEncodedHttpField(
            HttpHeader.CACHE_CONTROL, (policy.isPrivate() ? "private, " : "public, ") + freshness));
    if (gzip != null) {
      common.add(VARY);
    }
    if (policy.isPrivate()) {
      common.add(NO_INDEX);
    }
    HttpFields.Mutable whole = HttpFields.build();
    whole.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type));
    whole.add(RANGES);
    String safety = safety(type, text);
    if (safety != null) {
      whole.add(new PreEncodedHttpField("Content-Security-Policy", safety));
      whole.add(NO_REFERRER);
    }
    return new ServedFile(
        path,
        stamp,
        type,
        length,
        wrapped(text),
        wrapped(gzip),
        etag,
        lastModified,
        common.asImmutable(),
        whole.asImmutable());
  }

  private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** What a document may do. A style sheet within a page is let in by its digest. */
  private static @Nullable String safety(String type, byte @Nullable [] text) {
    if (type.startsWith("image/svg")) {
      return "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    }
    if (!type.equals(MediaTypes.HTML)) {
      return null;
    }
    StringBuilder styles = new StringBuilder();
    Matcher inline = STYLE.matcher(text == null ? "" : new String(text, UTF_8));
    while (inline.find()) {
      byte[] digest = sha256().digest(inline.group(1).getBytes(UTF_8));
      styles.append(" 'sha256-").append(Base64.getEncoder().encodeToString(digest)).append('\'');
    }
    return "default-src 'none'; script-src 'self'; style-src 'self'"
        + styles
        + "; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self';"
        + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  }

  private static String tag(byte[] sha256) {
    byte[] start = Arrays.copyOf(sha256, 16);
    return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"";
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] compressed(byte[] text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return packed.toByteArray();
  }

  /**
   * What holds for all files of a show.
   *
   * @param isPrivate whether only those may see them who were told where they are
   * @param freshness the directive of Cache-Control for files whose names stay when they change
   */
  record Policy(boolean isPrivate, String freshness) {}
}
