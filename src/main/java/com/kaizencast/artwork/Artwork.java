package com.kaizencast.artwork;

/** A picture that is fit to be published as a cover. */
public final class Artwork {

  private final Format format;
  private final int size;
  private final byte[] bytes;

  Artwork(Format format, int size, byte[] bytes) {
    this.format = format;
    this.size = size;
    this.bytes = bytes;
  }

  /** The file types that directories take. */
  public enum Format {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
      this.extension = extension;
      this.mediaType = mediaType;
    }

    /** What a file name ends with, without the dot. */
    public String extension() {
      return extension;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  public Format format() {
    return format;
  }

  /** Width and height in pixels. */
  public int size() {
    return size;
  }

  /** The file; not a copy. */
  public byte[] bytes() {
    return bytes;
  }
}
