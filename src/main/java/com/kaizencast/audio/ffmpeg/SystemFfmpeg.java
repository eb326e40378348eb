package com.kaizencast.audio.ffmpeg;

import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An ffmpeg of the host's own. Its identity is its path, size and time of change; libraries that it
 * loads are not seen.
 */
record SystemFfmpeg(Path path) implements FfmpegBinary {

  @Override
  public String identity() throws ToolException {
    try {
      Path file = path.toRealPath();
      return String.join(
          " ",
          "system",
          file.toString(),
          Long.toString(Files.size(file)),
          Files.getLastModifiedTime(file).toInstant().toString());
    } catch (IOException e) {
      throw missing(e);
    }
  }

  @Override
  public Path executable() throws ToolException {
    if (!Files.isRegularFile(path)) {
      throw missing(null);
    }
    if (!Files.isExecutable(path)) {
      throw new ToolException(
          Ffmpeg.TOOL,
          path + " is not executable; allow it (chmod +x) or name another",
          false,
          null);
    }
    return path.toAbsolutePath();
  }

  private ToolException missing(@Nullable IOException cause) {
    return new ToolException(
        Ffmpeg.TOOL,
        "there is no program " + path + "; correct the setting or leave it out",
        false,
        cause);
  }
}
