package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The episode scripts of a home folder: the files {@code *.md}, {@code *.markdown} and {@code
 * *.txt} in {@code scripts/} and the folders below it, in the code-point order of their paths.
 * Hidden files and folders and a {@code README} are none.
 *
 * @param files those that were read
 * @param problems of those that could not be, each an error
 */
public record ScriptFolder(List<ScriptFile> files, List<ScriptProblem> problems) {

  /** The order of paths: by code points, whatever the locale. */
  private static final Comparator<String> ORDER =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  public ScriptFolder {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * Reads every script once; a home folder without {@code scripts/} has none.
   *
   * @param home the folder that holds {@code scripts/}
   */
  public static ScriptFolder read(Path home) throws IOException {
    Path scripts = home.resolve("scripts");
    if (!Files.isDirectory(scripts)) {
      return new ScriptFolder(List.of(), List.of());
    }
    Path root = scripts.toRealPath();
    Map<String, Path> paths = new TreeMap<>(ORDER);
    List<ScriptProblem> problems = new ArrayList<>();
    Files.walkFileTree(root, new Walk(root, paths, problems));
    List<ScriptFile> files = new ArrayList<>();
    paths.forEach((name, path) -> read(name, path, files, problems));
    problems.sort(Comparator.comparing(problem -> problem.position().file(), ORDER));
    return new ScriptFolder(files, problems);
  }

  private static void read(
      String name, Path path, List<ScriptFile> files, List<ScriptProblem> problems) {
    try {
      files.add(ScriptFile.read(name, path));
    } catch (ScriptException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      problems.add(problem(name, "the file can't be read (" + e + "); check its permissions"));
    }
  }

  private static ScriptProblem problem(String name, String message) {
    return ScriptProblem.error(new SourcePosition(name, 1, 1), SourceText.oneLine(message));
  }

  /** Collects the scripts below a folder; never leaves it. */
  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, Path> paths;
    private final List<ScriptProblem> problems;

    Walk(Path root, Map<String, Path> paths, List<ScriptProblem> problems) {
      this.root = root;
      this.paths = paths;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        link(file);
      } else if (attributes.isRegularFile() && isScript(file)) {
        add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(problem(name(file), "this can't be read (" + e + "); check its permissions"));
      return FileVisitResult.CONTINUE;
    }

    private void link(Path link) throws IOException {
      if (!Files.exists(link)) {
        if (isScript(link)) {
          problems.add(problem(name(link), "this link leads nowhere; delete it or mend it"));
        }
        return;
      }
      boolean inside = link.toRealPath().startsWith(root);
      boolean folder = Files.isDirectory(link);
      if (!inside && (folder || isScript(link))) {
        problems.add(
            problem(
                name(link),
                "this link leads out of scripts/; put the "
                    + (folder ? "folder" : "file")
                    + " itself here"));
      } else if (inside && !folder && isScript(link)) {
        // A linked folder within scripts/ is walked where it really is.
        add(link);
      }
    }

    private void add(Path file) {
      String name = name(file);
      if (name.indexOf('\uFFFD') >= 0) {
        problems.add(
            problem(
                name,
                "the file name can't be read in this locale; use ASCII letters in it, or run with"
                    + " LC_ALL=C.UTF-8"));
      } else if (name.codePoints().anyMatch(Character::isISOControl)) {
        problems.add(problem(name, "the file name holds a control character; rename the file"));
      } else {
        paths.put(name, file);
      }
    }

    private String name(Path file) {
      return "scripts/"
          + StreamSupport.stream(root.relativize(file).spliterator(), false)
              .map(part -> Normalizer.normalize(part.toString(), Normalizer.Form.NFC))
              .collect(Collectors.joining("/"));
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean isScript(Path path) {
      String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
      return name.matches("(?s).+\\.(md|markdown|txt)") && !name.startsWith("readme");
    }
  }
}
