package com.kaizencast.batch;

import com.kaizencast.artwork.Artwork;
import com.kaizencast.artwork.CoverArt;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.publish.AtomicFile;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The show's cover as it is published: the host's picture, or one that is drawn. */
final class Cover {

  private static final SourcePosition SHOW = new SourcePosition("scripts/show.yaml", 1, 1);

  private final Ledger.Cover published;

  private Cover(Ledger.Cover published) {
    this.published = published;
  }

  Ledger.Cover published() {
    return published;
  }

  /**
   * Finds the published cover or publishes a new one, under a name of its own.
   *
   * @param before the published one
   * @param problems gets what is wrong with the host's picture; then the one before stays
   * @throws ScriptException if there is no picture and none can be drawn
   */
  static Cover prepare(
      Home home, Show show, Ledger.@Nullable Cover before, List<ScriptProblem> problems)
      throws ScriptException, IOException {
    if (show.cover() != null) {
      Path file = home.scripts().resolve(show.cover());
      try {
        Cover same = Files.isRegularFile(file) ? published(home, before, Sha256.of(file)) : null;
        if (same != null) {
          return same;
        }
        Artwork artwork = CoverArt.given(file, SHOW);
        return publish(home, artwork, Sha256.of(artwork.bytes()));
      } catch (ScriptException e) {
        problems.addAll(e.problems());
        Cover last = before == null ? null : published(home, before, before.source());
        if (last != null) {
          return last;
        }
      }
    }
    String source = Sha256.of("drawn 1\n" + show.title() + "\n" + show.author());
    Cover drawn = published(home, before, source);
    return drawn != null
        ? drawn
        : publish(home, CoverArt.forShow(show.title(), show.author(), SHOW), source);
  }

  /** The published cover, if it was made from this and its file is there. */
  private static @Nullable Cover published(
      Home home, Ledger.@Nullable Cover before, String source) {
    if (before == null || !before.source().equals(source)) {
      return null;
    }
    return Files.isRegularFile(home.published(before.path())) ? new Cover(before) : null;
  }

  private static Cover publish(Home home, Artwork artwork, String source) throws IOException {
    String digest = Sha256.of(artwork.bytes()).substring(0, 8);
    String path = "feed/cover." + digest + "." + artwork.format().extension();
    AtomicFile.write(home.published(path), artwork.bytes());
    return new Cover(new Ledger.Cover(path, source));
  }
}
