package com.kaizencast.publish;

import com.kaizencast.episode.Show;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds a show: {@code scripts/} in, {@code audio/} and {@code feed/} out, {@code
 * .kaizencast/} for what the next run may use and nobody else needs.
 */
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  public Path scripts() {
    return root.resolve("scripts");
  }

  public Path audio() {
    return root.resolve("audio");
  }

  public Path feed() {
    return root.resolve("feed");
  }

  public Path feedFile() {
    return feed().resolve("feed.xml");
  }

  public Path ledgerFile() {
    return feed().resolve("ledger.json");
  }

  /** The ledger of the published feed once more, in case the other one is lost. */
  public Path ledgerCopy() {
    return state().resolve("ledger.json");
  }

  public Path state() {
    return root.resolve(".kaizencast");
  }

  /** Files that only a running job needs; emptied at its start. */
  public Path temp() {
    return state().resolve("temp");
  }

  /** Voices that the host has added. */
  public Path voices() {
    return state().resolve("voices");
  }

  /** The file behind a published path such as {@code audio/x.mp3}. */
  public Path published(String path) {
    return root.resolve(path);
  }

  /** The file behind an address of the show; null if the address is not one of its own. */
  public @Nullable Path find(Show show, String url) {
    String base = show.publicUrl().toASCIIString();
    String path = url.startsWith(base) ? url.substring(base.length()) : "";
    return Companions.isPublishedPath(path) ? published(path) : null;
  }
}
