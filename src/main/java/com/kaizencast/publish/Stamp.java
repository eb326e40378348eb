package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quick answer to "is there anything to do?". After a run without a complaint the stamp holds
 * the digest of all that went in, the next instant at which something falls due, and the size of
 * every file that came out. As long as all three still hold, a run can only end where the last one
 * did.
 */
public final class Stamp {

  private final Home home;

  public Stamp(Home home) {
    this.home = home;
  }

  /**
   * The digest of every file below {@code scripts/} and of the voices that the host has added,
   * names and contents, and of the given settings.
   */
  public String inputs(String settings) throws IOException {
    StringBuilder all = new StringBuilder(settings).append('\n');
    for (Path file : inputFiles()) {
      all.append(home.root().relativize(file)).append('\t').append(Sha256.of(file)).append('\n');
    }
    return Sha256.of(all.toString());
  }

  private List<Path> inputFiles() throws IOException {
    List<Path> inputs = new ArrayList<>();
    for (Path folder : List.of(home.scripts(), home.voices())) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
      } catch (NoSuchFileException e) {
        // Nothing has been put there yet.
      }
    }
    return inputs;
  }

  /** Whether a run would find nothing to do. */
  public boolean holds(String inputs, Instant now) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(), UTF_8);
    } catch (NoSuchFileException | java.nio.charset.CharacterCodingException e) {
      return false;
    }
    if (lines.size() < 2 || !lines.get(0).equals(inputs)) {
      return false;
    }
    if (!lines.get(1).isEmpty() && !Instant.parse(lines.get(1)).isAfter(now)) {
      return false;
    }
    for (String line : lines.subList(2, lines.size())) {
      int blank = line.indexOf(' ');
      Path output = home.published(line.substring(blank + 1));
      if (!Files.isRegularFile(output)
          || Files.size(output) != Long.parseLong(line.substring(0, blank))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Leaves the stamp.
   *
   * @param nextDue when the next waiting episode is due; null: none is waiting
   * @param outputs paths under the home folder
   */
  public void write(String inputs, @Nullable Instant nextDue, Collection<String> outputs)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(inputs);
    lines.add(nextDue == null ? "" : nextDue.toString());
    for (String output : outputs) {
      lines.add(Files.size(home.published(output)) + " " + output);
    }
    AtomicFile.write(file(), String.join("\n", lines).concat("\n").getBytes(UTF_8));
  }

  private Path file() {
    return home.state().resolve("unchanged");
  }
}
