package com.kaizencast.artwork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes flat drawings as PNG (W3C PNG specification, second edition): 24-bit sRGB, each row as its
 * difference from the one above, which for a drawing is mostly none. Some times as fast as the
 * JDK's writer, which tries every filter on every row.
 */
final class PngFile {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte FILTER_UP = 2;
  private static final int CHANNELS = 3;

  /** Half the time of zlib's default and the same size, within 1 %. */
  private static final int LEVEL = 4;

  private PngFile() {}

  /** The picture, of type {@code TYPE_INT_RGB}, as a file. */
  static byte[] of(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(
        file,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(image.getWidth())
            .putInt(image.getHeight())
            .put((byte) 8)
            .put((byte) 2)
            .array());
    chunk(file, "sRGB", new byte[1]);
    chunk(file, "IDAT", pixels(image));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] data) {
    byte[] type = name.getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(type);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] pixels(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] row = new byte[1 + CHANNELS * width];
    row[0] = FILTER_UP;
    int[] above = new int[width];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    Deflater deflater = new Deflater(LEVEL);
    try {
      for (int start = 0; start < pixels.length; start += width) {
        for (int x = 0; x < width; x++) {
          int pixel = pixels[start + x];
          row[CHANNELS * x + 1] = (byte) ((pixel >> 16) - (above[x] >> 16));
          row[CHANNELS * x + 2] = (byte) ((pixel >> 8) - (above[x] >> 8));
          row[CHANNELS * x + 3] = (byte) (pixel - above[x]);
          above[x] = pixel;
        }
        deflater.setInput(row);
        while (!deflater.needsInput()) {
          packed.write(buffer, 0, deflater.deflate(buffer));
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
