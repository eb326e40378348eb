package com.kaizencast.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the host gave a setting, for mistakes that show only when it is used. */
public final class SettingPosition {

  private SettingPosition() {}

  /**
   * The place of the value of a key of {@code show.yaml} or of front matter; the start of the file
   * if the key is not found.
   *
   * @param file path relative to the home folder
   * @param key at the start of a line
   */
  public static SourcePosition of(Path home, String file, String key) {
    Pattern line = Pattern.compile("[\"']?" + Pattern.quote(key) + "[\"']?\\s*:\\s*");
    try {
      List<String> lines =
          new String(Files.readAllBytes(home.resolve(file)), UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Matcher found = line.matcher(lines.get(i));
        if (found.lookingAt()) {
          return new SourcePosition(file, i + 1, found.end() + 1);
        }
      }
    } catch (IOException e) {
      // The file has gone since it was read: its start is as good as any place in it.
    }
    return new SourcePosition(file, 1, 1);
  }
}
