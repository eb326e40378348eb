package com.kaizencast.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quick answer to "is there anything to do?". After a run without a complaint the stamp holds
 * the digest of all that went in, the next instant at which something falls due, what was
 * published, and the size of every file that came out. As long as all of it still holds, a run can
 * only end where the last one did, and nothing but the stamp has to be read to say so.
 */
public final class Stamp {

  /**
   * What is published.
   *
   * @param episodes in the feed
   * @param waiting drafts and episodes that are not due
   * @param length of all episodes in the feed together
   */
  public record Published(int episodes, int waiting, Duration length) {

    public static Published of(Ledger ledger, Plan plan) {
      return new Published(
          ledger.entries().size(),
          plan.waiting().size(),
          ledger.entries().stream()
              .map(entry -> entry.item().audio().duration())
              .reduce(Duration.ZERO, Duration::plus));
    }
  }

  /** Lines before those of the files. */
  private static final int HEAD = 5;

  /** Folders that change without the scripts changing. */
  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn");

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
    for (Path folder : List.of(home.scripts(), home.voices())) {
      if (Files.isDirectory(folder)) {
        // The folder may be a link; those within it are not followed.
        Path real = folder.toRealPath();
        for (Path file : filesBelow(real)) {
          all.append(folder.getFileName()).append('/').append(real.relativize(file));
          all.append('\t').append(digest(file)).append('\n');
        }
      }
    }
    return Sha256.of(all.toString());
  }

  /** What can't be read is for the readers of scripts to report; it may also just have gone. */
  private static String digest(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException unreadable) {
      return "unreadable";
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            return VERSION_CONTROL.contains(String.valueOf(below.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path below, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }

  /** What is published, if a run would find nothing to do. */
  public Optional<Published> unchanged(String inputs, Instant now) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(), UTF_8);
      return lines.get(0).equals(inputs)
              && (lines.get(1).isEmpty() || Instant.parse(lines.get(1)).isAfter(now))
              && areThere(lines.subList(HEAD, lines.size()))
          ? Optional.of(
              new Published(
                  Integer.parseInt(lines.get(2)),
                  Integer.parseInt(lines.get(3)),
                  Duration.parse(lines.get(4))))
          : Optional.empty();
    } catch (NoSuchFileException
        | CharacterCodingException
        | IndexOutOfBoundsException
        | NumberFormatException
        | DateTimeParseException e) {
      // There is none, or it is not one of this version's.
      return Optional.empty();
    }
  }

  private boolean areThere(List<String> outputs) throws IOException {
    for (String output : outputs) {
      int blank = output.indexOf(' ');
      if (!isThere(output.substring(blank + 1), Long.parseLong(output.substring(0, blank)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isThere(String path, long sizeBytes) throws IOException {
    try {
      BasicFileAttributes file =
          Files.readAttributes(home.published(path), BasicFileAttributes.class);
      return file.isRegularFile() && file.size() == sizeBytes;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Leaves the stamp.
   *
   * @param nextDue when the next waiting episode is due; null: none is waiting
   * @param outputs paths under the home folder
   */
  public void write(
      String inputs, @Nullable Instant nextDue, Published published, Collection<String> outputs)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(inputs);
    lines.add(nextDue == null ? "" : nextDue.toString());
    lines.add(Integer.toString(published.episodes()));
    lines.add(Integer.toString(published.waiting()));
    lines.add(published.length().toString());
    for (String output : outputs) {
      lines.add(Files.size(home.published(output)) + " " + output);
    }
    AtomicFile.write(file(), String.join("\n", lines).concat("\n").getBytes(UTF_8));
  }

  private Path file() {
    return home.state().resolve("unchanged");
  }
}
