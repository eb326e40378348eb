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
import com.kaizencast.script.SettingPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The show's cover as it is published: the host's picture, or one that is drawn. */
final class Cover {

  private static final String SHOW = "scripts/show.yaml";

  private final Ledger.Cover published;
  private final byte @Nullable [] unwritten;

  /**
   * @param unwritten the picture, if it is not published yet
   */
  private Cover(Ledger.Cover published, byte @Nullable [] unwritten) {
    this.published = published;
    this.unwritten = unwritten;
  }

  Ledger.Cover published() {
    return published;
  }

  /**
   * Finds the published cover or makes a new one, under a name of its own; writes nothing.
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
        Artwork artwork = CoverArt.given(file, position(home, "cover"));
        return unwritten(artwork, Sha256.of(artwork.bytes()));
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
        : unwritten(CoverArt.forShow(show.title(), show.author(), position(home, "title")), source);
  }

  private static SourcePosition position(Home home, String key) {
    return SettingPosition.of(home.root(), SHOW, key);
  }

  /** Writes the picture where it is not published yet. */
  void publish(Home home) throws IOException {
    if (unwritten != null) {
      AtomicFile.write(home.published(published.path()), unwritten);
    }
  }

  /** The published cover, if it was made from this and its file is there, unaltered. */
  private static @Nullable Cover published(Home home, Ledger.@Nullable Cover before, String source)
      throws IOException {
    if (before == null || !before.source().equals(source)) {
      return null;
    }
    Path file = home.published(before.path());
    return Files.isRegularFile(file)
            && before.path().contains("." + digest(Files.readAllBytes(file)))
        ? new Cover(before, null)
        : null;
  }

  private static Cover unwritten(Artwork artwork, String source) {
    String path = "feed/cover." + digest(artwork.bytes()) + "." + artwork.format().extension();
    return new Cover(new Ledger.Cover(path, source), artwork.bytes());
  }

  /** The part of a published name that changes with the bytes. */
  private static String digest(byte[] bytes) {
    return Sha256.of(bytes).substring(0, 8);
  }
}
