package com.kaizencast.narration;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.words.ClassNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each class of words has a table of what is written and what is said for it. */
final class ClassTableTest {

  private static final Path TABLES = Path.of("src/test/resources/narration/classes");

  @Test
  void everyClassHasItsTableAndEveryTableItsClass() throws IOException {
    assertThat(tables().stream().map(ClassTableTest::className))
        .containsExactlyInAnyOrderElementsOf(ClassNames.all());
  }

  @TestFactory
  Stream<DynamicTest> isReadAsInItsTable() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path table : tables()) {
      for (String line : Files.readAllLines(table)) {
        if (!line.isBlank() && !line.startsWith("# ")) {
          String[] columns = line.split("\t");
          assertThat(columns).as("%s: %s", table, line).hasSize(2);
          tests.add(
              DynamicTest.dynamicTest(
                  className(table) + ": " + columns[0],
                  () -> check(className(table), columns[0], columns[1])));
        }
      }
    }
    return tests.stream();
  }

  private static void check(String className, String written, String said) {
    Narration narration = new Narrator(List.of()).narrate(Scripts.of(written));

    assertThat(text(narration)).isEqualTo(said);
    assertThat(narration.words()).extracting(ReadWord::wordClass).contains(className);
  }

  static String text(Narration narration) {
    return narration.sections().stream()
        .map(SpokenSection::texts)
        .flatMap(List::stream)
        .map(SpokenText::text)
        .collect(Collectors.joining(" "));
  }

  private static String className(Path table) {
    return table.getFileName().toString().replace(".tsv", "").replace('_', ' ');
  }

  private static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files.sorted().toList();
    }
  }
}
