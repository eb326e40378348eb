package com.kaizencast.speech.clustergen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a voice file, read in order. Little-endian; a string is its length, then that many
 * bytes of which the last and only the last is NUL. Nothing is allocated that the file does not
 * hold the bytes for.
 */
final class VoiceBytes {

  private final String file;
  private final ByteBuffer bytes;
  private int itemStart;

  VoiceBytes(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A mistake in the item read last. */
  VoiceFileException wrong(String message) {
    return new VoiceFileException(file, itemStart, message);
  }

  private void need(long count, String what) throws VoiceFileException {
    itemStart = bytes.position();
    if (count > bytes.remaining()) {
      throw wrong(what + " does not fit: the file ends too early");
    }
  }

  int int32(String what) throws VoiceFileException {
    need(Integer.BYTES, what);
    return bytes.getInt();
  }

  int int32(String what, int least, int most) throws VoiceFileException {
    int value = int32(what);
    if (value < least || value > most) {
      throw wrong(what + " is " + value + ", expected " + least + " to " + most);
    }
    return value;
  }

  /** The number of things that follow, each at least {@code bytesEach} long. */
  int count(String what, int bytesEach) throws VoiceFileException {
    int value = int32("number of " + what);
    if (value < 0 || (long) value * bytesEach > bytes.remaining()) {
      throw wrong("number of " + what + " is " + value + ", more than the file holds");
    }
    return value;
  }

  int uint8(String what) throws VoiceFileException {
    need(1, what);
    return Byte.toUnsignedInt(bytes.get());
  }

  int int8(String what) throws VoiceFileException {
    need(1, what);
    return bytes.get();
  }

  int uint16(String what) throws VoiceFileException {
    need(Short.BYTES, what);
    return Short.toUnsignedInt(bytes.getShort());
  }

  float float32(String what) throws VoiceFileException {
    need(Float.BYTES, what);
    float value = bytes.getFloat();
    if (!Float.isFinite(value)) {
      throw wrong(what + " is not a number");
    }
    return value;
  }

  float float32(String what, float least, float most) throws VoiceFileException {
    float value = float32(what);
    if (value < least || value > most) {
      throw wrong(what + " is " + value + ", expected " + least + " to " + most);
    }
    return value;
  }

  String string(String what) throws VoiceFileException {
    int length = count("bytes in " + what, 1);
    need(length, what);
    byte[] text = new byte[length];
    bytes.get(text);
    for (int i = 0; i < length; i++) {
      if ((text[i] == 0) != (i == length - 1)) {
        throw wrong(what + " must end in NUL and have no other");
      }
    }
    if (length == 0) {
      throw wrong(what + " must end in NUL");
    }
    return new String(text, 0, length - 1, StandardCharsets.ISO_8859_1).intern();
  }

  /** The length of an array in bytes, then its elements. */
  private void arrayLength(String what, int length, int bytesEach) throws VoiceFileException {
    int expected = Math.multiplyExact(length, bytesEach);
    int32("length of " + what, expected, expected);
    need(expected, what);
  }

  float[] float32Array(String what, int length) throws VoiceFileException {
    arrayLength(what, length, Float.BYTES);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = float32(what);
    }
    return values;
  }

  double[] float64Array(String what, int length) throws VoiceFileException {
    arrayLength(what, length, Double.BYTES);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      need(Double.BYTES, what);
      values[i] = bytes.getDouble();
      if (!Double.isFinite(values[i])) {
        throw wrong(what + " holds what is not a number");
      }
    }
    return values;
  }

  /** Unsigned 16-bit values into {@code target}, kept as {@code char}. */
  void uint16Array(String what, char[] target, int from, int length) throws VoiceFileException {
    arrayLength(what, length, Short.BYTES);
    for (int i = 0; i < length; i++) {
      target[from + i] = bytes.getChar();
    }
  }

  void end() throws VoiceFileException {
    itemStart = bytes.position();
    if (bytes.hasRemaining()) {
      throw wrong(bytes.remaining() + " bytes follow where the file should end");
    }
  }
}
