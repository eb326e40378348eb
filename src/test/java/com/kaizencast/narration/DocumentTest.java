package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents in the language of {@link Scripts} and how they are spoken, with roles and pauses. */
final class DocumentTest {

  private static final Path DOCUMENTS = Path.of("src/test/resources/narration/documents");

  @Test
  void everyScriptHasItsSpokenFormAndEverySpokenFormItsScript() throws IOException {
    assertThat(names(".spoken")).isNotEmpty().isEqualTo(names(".script"));
    assertThat(files()).hasSize(2 * names(".script").size());
  }

  @TestFactory
  Stream<DynamicTest> isSpokenAsExpected() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : names(".script")) {
      String script = Files.readString(DOCUMENTS.resolve(name + ".script"));
      Path spoken = DOCUMENTS.resolve(name + ".spoken");
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> Golden.check(new Narrator(List.of()).narrate(Scripts.of(script)), spoken)));
    }
    return tests.stream();
  }

  private static TreeSet<String> names(String ending) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(ending)) {
        names.add(name.substring(0, name.length() - ending.length()));
      }
    }
    return names;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.toList();
    }
  }
}
