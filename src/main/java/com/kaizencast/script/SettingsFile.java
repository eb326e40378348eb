package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of the host with settings rather than a script: small, and at a fixed place. */
final class SettingsFile {

  private static final int MOST_BYTES = 1 << 19;

  private SettingsFile() {}

  /**
   * Reads a file of settings.
   *
   * @param file path relative to the home folder, with forward slashes
   * @return null if there is no such file
   */
  static @Nullable SourceText read(Path home, String file, Problems problems)
      throws ScriptException, IOException {
    Path path = home.resolve(file);
    if (!Files.exists(path)) {
      return null;
    }
    if (!Files.isRegularFile(path)) {
      throw fatal(file, "this is no file; put the settings into a file of this name");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw fatal(file, "the file is larger than 512 KiB; this can't be settings alone");
    }
    return SourceText.decode(file, bytes, problems::error);
  }

  private static ScriptException fatal(String file, String message) {
    return new ScriptException(
        List.of(ScriptProblem.error(new SourcePosition(file, 1, 1), message)));
  }
}
