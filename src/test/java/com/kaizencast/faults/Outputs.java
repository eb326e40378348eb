package com.kaizencast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.publish.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The trees {@code audio/} and {@code feed/} of a home folder: every name, with its bytes. */
final class Outputs {

  private Outputs() {}

  /** Digests by path; of everything, hidden and temporary files included. */
  static Map<String, String> of(Path home) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("audio", "feed")) {
      if (Files.isDirectory(home.resolve(folder))) {
        try (Stream<Path> tree = Files.walk(home.resolve(folder))) {
          for (Path file : tree.filter(Files::isRegularFile).toList()) {
            files.put(home.relativize(file).toString(), Sha256.of(file));
          }
        }
      }
    }
    return files;
  }

  static void assertSame(Path home, Path reference, String as) throws IOException {
    assertThat(of(home)).as(as).isEqualTo(of(reference)).isNotEmpty();
  }

  /** Makes one folder like another. */
  static void mirror(Path from, Path to) throws IOException {
    delete(to);
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** For what lies in a folder for temporary files anyway. */
  static void deleteQuietly(Path tree) {
    try {
      delete(tree);
    } catch (IOException e) {
      // The system empties that folder.
    }
  }

  static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
