package com.kaizencast.script;

import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.EpisodeType;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scripts that are there, for those who put new ones beside them. */
public final class Shelf {

  private final Path home;
  private final Show show;
  private final List<EpisodeScript> scripts = new ArrayList<>();

  private Shelf(Path home, Show show) {
    this.home = home;
    this.show = show;
  }

  /** Reads the scripts of a home folder; those with mistakes count by the name of their file. */
  public static Shelf read(Path home, Show show) throws IOException {
    Shelf shelf = new Shelf(home, show);
    for (ScriptFile file : ScriptFolder.read(home).files()) {
      try {
        shelf.scripts.add(ScriptReader.read(file, show));
      } catch (ScriptException e) {
        shelf.scripts.add(broken(file));
      }
    }
    return shelf;
  }

  /** Stands for a script that can't be read, so that its place is not taken. */
  private static EpisodeScript broken(ScriptFile file) {
    String base = file.baseName().replaceFirst("^[0-9]{4}-[0-9]{2}-[0-9]{2}[-_ ]*", "");
    String slug = Slug.derive(base);
    Episode episode =
        new Episode(
            slug.isEmpty() ? "x" : slug,
            file.baseName(),
            null,
            null,
            null,
            "",
            Instant.EPOCH,
            EpisodeType.FULL,
            null,
            true,
            null);
    return new EpisodeScript(
        file.name(), file.sha256(), episode, List.of(), "", List.of(), List.of());
  }

  /** In the order of their paths. */
  public List<EpisodeScript> scripts() {
    return List.copyOf(scripts);
  }

  /** The script that is an episode like this. */
  public Optional<EpisodeScript> find(Predicate<Episode> like) {
    return scripts.stream().filter(script -> like.test(script.episode())).findFirst();
  }

  /** The file of the script with that slug. */
  public Optional<String> withSlug(String slug) {
    return find(episode -> episode.slug().equals(slug)).map(EpisodeScript::file);
  }

  /** The latest date of a script; null if there is none. */
  public @Nullable Instant latest() {
    return scripts.stream()
        .map(script -> script.episode().publishedAt())
        .filter(date -> date.isAfter(Instant.EPOCH))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * Puts a script there and takes it into account from now on.
   *
   * @return its path under the home folder
   * @throws ScriptException if the script has mistakes; it is not written then
   * @throws FileAlreadyExistsException if there is such a file
   */
  public String add(ScriptDraft draft) throws ScriptException, IOException {
    String name = note(draft);
    Files.createDirectories(home.resolve("scripts"));
    Files.write(
        home.resolve(name),
        draft.text(show.timeZone()).getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE_NEW);
    return name;
  }

  /** Takes a script into account without putting it there. */
  public String note(ScriptDraft draft) throws ScriptException {
    ScriptFile file = ScriptFile.of(draft.file(show.timeZone()), draft.text(show.timeZone()));
    scripts.add(ScriptReader.read(file, show));
    return file.name();
  }
}
