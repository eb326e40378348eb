package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void leavesEqualFilesUntouched() throws Exception {
    Path file = folder.resolve("a");
    assertThat(AtomicFile.write(file, "one".getBytes(UTF_8))).isTrue();
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, then);

    assertThat(AtomicFile.write(file, "one".getBytes(UTF_8))).isFalse();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
    assertThat(AtomicFile.write(file, "two".getBytes(UTF_8))).isTrue();
    assertThat(file).hasContent("two");
  }

  @Test
  void leavesNothingBehindWhenItFails() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("taken/inner")).getParent();

    assertThatThrownBy(() -> AtomicFile.write(taken, new byte[1])).isInstanceOf(IOException.class);

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(taken);
    }
  }
}
