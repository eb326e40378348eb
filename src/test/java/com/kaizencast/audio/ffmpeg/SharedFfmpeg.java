package com.kaizencast.audio.ffmpeg;

import java.nio.file.Path;

/** The bundled ffmpeg, unpacked once for all tests. */
public final class SharedFfmpeg {

  static final Path FOLDER = Path.of("target/test-ffmpeg");

  private static final Ffmpeg SHARED = Ffmpeg.bundled(FOLDER);

  private SharedFfmpeg() {}

  public static Ffmpeg get() {
    return SHARED;
  }
}
