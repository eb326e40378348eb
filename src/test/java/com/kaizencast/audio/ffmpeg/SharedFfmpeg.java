package com.kaizencast.audio.ffmpeg;

import java.nio.file.Path;

/** The bundled ffmpeg, unpacked once for all tests. */
public final class SharedFfmpeg {

  private static final Ffmpeg SHARED = Ffmpeg.bundled(Path.of("target/test-ffmpeg"));

  private SharedFfmpeg() {}

  public static Ffmpeg get() {
    return SHARED;
  }
}
