package com.kaizencast.artwork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.kaizencast.artwork.Artwork.Format;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a picture says of itself before its pixels: enough to refuse it without decoding anything.
 *
 * @param colors how colours are stored
 */
record ImageHeader(Format format, int width, int height, Colors colors) {

  /** How colours are stored. */
  enum Colors {
    RGB("RGB"),
    GREY("greyscale"),
    CMYK("CMYK"),
    TRANSPARENT("RGB with transparency");

    private final String shown;

    Colors(String shown) {
      this.shown = shown;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int JPEG_START = 0xffd8;

  /** The header of a JPEG or PNG file; empty if it is neither. */
  static Optional<ImageHeader> of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      if (bytes.getLong(0) == PNG_SIGNATURE) {
        return Optional.of(png(bytes.position(Long.BYTES)));
      }
      if ((bytes.getShort(0) & 0xffff) == JPEG_START) {
        return Optional.of(jpeg(bytes.position(Short.BYTES)));
      }
      return Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** PNG specification, sections 5 and 11: IHDR first, tRNS before the pixels. */
  private static ImageHeader png(ByteBuffer bytes) {
    int width = 0;
    int height = 0;
    int colorType = -1;
    while (true) {
      int length = bytes.getInt();
      byte[] name = new byte[4];
      bytes.get(name);
      int next = Math.addExact(bytes.position(), Math.addExact(length, 4));
      switch (new String(name, ISO_8859_1)) {
        case "IHDR" -> {
          width = bytes.getInt();
          height = bytes.getInt();
          bytes.get();
          colorType = bytes.get();
        }
        case "tRNS" -> {
          return new ImageHeader(Format.PNG, width, height, Colors.TRANSPARENT);
        }
        case "IDAT" -> {
          return new ImageHeader(
              Format.PNG,
              width,
              height,
              switch (colorType) {
                case 2, 3 -> Colors.RGB;
                case 0 -> Colors.GREY;
                case 4, 6 -> Colors.TRANSPARENT;
                default -> throw new IllegalArgumentException("colour type " + colorType);
              });
        }
        default -> {}
      }
      bytes.position(next);
    }
  }

  /** ITU-T T.81, annex B: segments up to the first frame header. */
  private static ImageHeader jpeg(ByteBuffer bytes) {
    while (true) {
      int marker = bytes.getShort() & 0xffff;
      while (marker == 0xffff) {
        marker = 0xff00 | (bytes.get() & 0xff);
      }
      int length = bytes.getShort(bytes.position()) & 0xffff;
      boolean frame =
          marker >= 0xffc0
              && marker <= 0xffcf
              && marker != 0xffc4
              && marker != 0xffc8
              && marker != 0xffcc;
      if (frame) {
        bytes.position(bytes.position() + 3);
        int height = bytes.getShort() & 0xffff;
        int width = bytes.getShort() & 0xffff;
        return new ImageHeader(
            Format.JPEG,
            width,
            height,
            switch (bytes.get()) {
              case 1 -> Colors.GREY;
              case 3 -> Colors.RGB;
              default -> Colors.CMYK;
            });
      }
      if (marker < 0xffc0 || length < 2) {
        throw new IllegalArgumentException("not a segment: " + Integer.toHexString(marker));
      }
      bytes.position(bytes.position() + length);
    }
  }
}
