package com.kaizencast.serve;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Sends bytes and ranges of an open file, one after the other, as fast as the client takes them.
 */
final class Transfer extends IteratingCallback {

  /** Bytes to send: those given, or a range of the file. */
  sealed interface Piece {
    record Bytes(ByteBuffer bytes) implements Piece {}

    record Range(ByteSpan span) implements Piece {}
  }

  /** Bytes that are read and sent at a time. */
  private static final int CHUNK_BYTES = 64 << 10;

  private final @Nullable FileChannel file;
  private final Deque<Piece> pieces;
  private final RetainableByteBuffer buffer;
  private final Response response;
  private final Callback done;

  /**
   * @param file closed when all is sent or nothing more can be
   * @param done told how it ended
   */
  private Transfer(
      @Nullable FileChannel file,
      List<Piece> pieces,
      ByteBufferPool buffers,
      Response response,
      Callback done) {
    this.file = file;
    this.pieces = new ArrayDeque<>(pieces);
    this.buffer = buffers.acquire(file == null ? 0 : CHUNK_BYTES, true);
    this.response = response;
    this.done = done;
  }

  static void start(
      @Nullable FileChannel file,
      List<Piece> pieces,
      ByteBufferPool buffers,
      Response response,
      Callback done) {
    new Transfer(file, pieces, buffers, response, done).iterate();
  }

  @Override
  protected Action process() throws IOException {
    Piece piece = pieces.poll();
    if (piece == null) {
      return Action.SUCCEEDED;
    }
    ByteBuffer bytes =
        piece instanceof Piece.Range range ? read(range.span()) : ((Piece.Bytes) piece).bytes();
    response.write(pieces.isEmpty(), bytes, this);
    return Action.SCHEDULED;
  }

  /** The next bytes of a range; what is left of it goes back to the pieces. */
  private ByteBuffer read(ByteSpan span) throws IOException {
    ByteBuffer bytes = buffer.getByteBuffer();
    bytes.clear().limit((int) Math.min(CHUNK_BYTES, span.length()));
    if (file == null || file.read(bytes, span.first()) <= 0) {
      throw new EOFException("the file has become shorter");
    }
    bytes.flip();
    if (bytes.remaining() < span.length()) {
      pieces.push(new Piece.Range(new ByteSpan(span.first() + bytes.remaining(), span.end())));
    }
    return bytes;
  }

  @Override
  protected void onCompleted(@Nullable Throwable failure) {
    buffer.release();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // It was only read from.
      }
    }
    if (failure == null) {
      done.succeeded();
    } else {
      done.failed(failure);
    }
  }
}
