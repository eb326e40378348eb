package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is expected, as a file: {@code -Dgoldens=update} writes it anew, to be looked at in the
 * difference; never in CI.
 */
final class Golden {

  private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

  private Golden() {}

  static void check(Narration narration, Path file) throws IOException {
    String actual = print(narration);
    if (UPDATE) {
      assertThat(System.getenv("CI")).as("goldens are not updated in CI").isNotEqualTo("true");
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  /** Sections, utterances with role and pause, then problems and remarks. */
  private static String print(Narration narration) {
    StringBuilder lines = new StringBuilder();
    for (SpokenSection section : narration.sections()) {
      lines.append("# ").append(section.title()).append('\n');
      for (SpokenText text : section.texts()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "%s %4d  %s%n",
                text.role().name().charAt(0),
                text.pauseAfter().toMillis(),
                text.text()));
      }
    }
    narration.problems().forEach(problem -> lines.append("! ").append(problem).append('\n'));
    narration.remarks().forEach(remark -> lines.append("~ ").append(remark).append('\n'));
    return lines.toString().replace("\r\n", "\n");
  }
}
