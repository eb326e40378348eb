package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.ScriptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {

  private static final int LENGTH = 400_000;

  @TempDir Path folder;

  @Test
  void aFileThatIsReplacedWhileItIsReadIsOneOrTheOther() throws Exception {
    Path file = folder.resolve("a.md");
    String one = "a".repeat(LENGTH);
    String other = "b".repeat(LENGTH + 1);
    Files.writeString(file, one);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread editor =
        new Thread(
            () -> {
              try {
                for (int i = 0; !isOver.get(); i++) {
                  Path next = folder.resolve("next");
                  Files.writeString(next, i % 2 == 0 ? other : one);
                  Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                }
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    editor.start();

    Set<String> read = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      try {
        read.add(new String(ScriptFile.read("scripts/a.md", file).bytes()));
      } catch (ScriptException e) {
        assertThat(e.getMessage()).contains("being written to at this moment");
      }
    }
    isOver.set(true);
    editor.join();

    assertThat(read).isSubsetOf(one, other).isNotEmpty();
  }
}
