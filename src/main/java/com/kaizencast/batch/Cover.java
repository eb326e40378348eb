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
record Cover(Ledger.Cover published, String mediaType, byte[] bytes) {

  private static final SourcePosition SHOW = new SourcePosition("scripts/show.yaml", 1, 1);

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
        if (Files.isRegularFile(file) && isPublished(home, before, Sha256.of(file))) {
          return published(home, before);
        }
        Artwork artwork = CoverArt.given(file, SHOW);
        return publish(home, artwork, Sha256.of(artwork.bytes()));
      } catch (ScriptException e) {
        problems.addAll(e.problems());
        if (isPublished(home, before, null)) {
          return published(home, before);
        }
      }
    }
    String source = Sha256.of("drawn 1\n" + show.title() + "\n" + show.author());
    if (isPublished(home, before, source)) {
      return published(home, before);
    }
    return publish(home, CoverArt.forShow(show.title(), show.author(), SHOW), source);
  }

  /**
   * @param source null: whatever it was made from
   */
  private static boolean isPublished(
      Home home, Ledger.@Nullable Cover before, @Nullable String source) {
    return before != null
        && (source == null || source.equals(before.source()))
        && Files.isRegularFile(home.published(before.path()));
  }

  private static Cover published(Home home, Ledger.Cover cover) throws IOException {
    String mediaType = cover.path().endsWith(".png") ? "image/png" : "image/jpeg";
    return new Cover(cover, mediaType, Files.readAllBytes(home.published(cover.path())));
  }

  private static Cover publish(Home home, Artwork artwork, String source) throws IOException {
    String digest = Sha256.of(artwork.bytes()).substring(0, 8);
    String path = "feed/cover." + digest + "." + artwork.format().extension();
    AtomicFile.write(home.published(path), artwork.bytes());
    return new Cover(
        new Ledger.Cover(path, source), artwork.format().mediaType(), artwork.bytes());
  }
}
